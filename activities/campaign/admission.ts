import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { campaignWorkflowId } from '#contracts/campaign/campaign.contract.js';
import { dayOf } from '#domain/calendar/calendar.js';
import { DomainError } from '#domain/errors/domain-error.js';
import { needsExAnte } from '#domain/ex-ante-evaluation/score.js';
import { groupBy } from '#domain/group-by.js';
import type { Policy } from '#domain/policy/policy.js';
import type { StageName } from '#domain/stage/stage.js';
import type { StageRow } from '#persistence/campaign/campaign.repository.js';
import { ProjectRepository, placeOf } from '#persistence/campaign/project.repository.js';
import type { ProjectRow } from '#persistence/campaign/project.repository.js';
import { loadSeats } from '#persistence/campaign/seats.js';
import { ObligationOpener } from '#persistence/obligation/obligation-opener.js';
import type { ObligationDraft } from '#persistence/obligation/obligation-opener.js';
import { commonOf, dueOnOf } from '../stage/draft.js';

/** Working days for what a project that came during the year owes at once, where the plan's due day has passed. */
const WITHIN = 10;

interface Filing {
  readonly stage: StageName;
  readonly kind: 'ex-ante-report' | 'target';
  readonly label: string;
  readonly wants: (project: ProjectRow, policy: Policy) => boolean;
}

const amountOf = ({ initialBudget, adjustedBudget }: ProjectRow): string => adjustedBudget ?? initialBudget ?? '0';

/** What comes before everything else, whenever the project comes. Part of the year, not of a stage: that may have closed long ago. */
const FILINGS: readonly Filing[] = [
  {
    stage: 'ex-ante-evaluation',
    kind: 'ex-ante-report',
    label: '事前绩效评估',
    wants: (it, policy) => needsExAnte({ isNew: it.attribute === 'new', amount: amountOf(it) }, policy),
  },
  { stage: 'target-filing', kind: 'target', label: '绩效目标申报', wants: () => true },
];

/** 年中新增项目: projects that came after the year had begun. */
@Injectable()
export class Admission {
  constructor(
    private readonly source: DataSource,
    private readonly projects: ProjectRepository,
    private readonly opener: ObligationOpener,
  ) {}

  /** The projects, all of them active and of the campaign's year. @throws DomainError UNKNOWN_PROJECT */
  async mustBelong(manager: EntityManager, { campaign }: StageRow, ids: readonly string[]): Promise<readonly ProjectRow[]> {
    const active = new Map((await this.projects.active(manager, campaign)).map((it) => [it.id, it]));
    return ids.map((id) => {
      const project = active.get(id);
      if (!project) throw new DomainError('UNKNOWN_PROJECT', { project: id });
      return project;
    });
  }

  /** Opens their ex-ante evaluations and targets, one obligation a unit and kind; a stage that is still planned will do it itself. */
  async openFilings(manager: EntityManager, stages: readonly StageRow[], projects: readonly ProjectRow[], now: number): Promise<number> {
    let opened = 0;
    for (const filing of FILINGS) {
      const stage = stages.find(({ name }) => name === filing.stage);
      if (!stage || stage.status === 'planned') continue;
      const there = await this.filed(manager, stage.campaign.id, [filing.kind], projects);
      const wanted = projects.filter((it) => !there.has(it.id) && filing.wants(it, stage.campaign.policy));
      opened += (await this.opener.open(manager, await this.drafts(manager, stage, filing, wanted, now), now)).length;
    }
    return opened;
  }

  /** Of these projects, those with a document of these kinds that was not cancelled. */
  async filed(
    manager: EntityManager,
    campaign: string,
    kinds: readonly string[],
    projects: readonly ProjectRow[],
    stage: string | null = null,
  ): Promise<ReadonlySet<string>> {
    const rows: { project: string }[] = await manager.query(
      `select distinct project_id as project from document where campaign_id = $1 and kind = any ($2) and project_id = any ($3)
         and status <> 'cancelled' and stage_id = coalesce($4, stage_id)`,
      [campaign, kinds, projects.map(({ id }) => id), stage],
    );
    return new Set(rows.map(({ project }) => project));
  }

  /** The obligations that the year itself waits for, of these projects. */
  async awaited(campaign: string, projects: readonly string[]): Promise<readonly string[]> {
    const rows: { id: string }[] = await this.source.query(
      `select distinct o.id from obligation o join document d on d.obligation_id = o.id
       where o.campaign_id = $1 and o.parent = $2 and d.project_id = any ($3) order by o.id`,
      [campaign, campaignWorkflowId(campaign), projects],
    );
    return rows.map(({ id }) => id);
  }

  private async drafts(
    manager: EntityManager,
    stage: StageRow,
    { kind, label }: Filing,
    projects: readonly ProjectRow[],
    now: number,
  ): Promise<readonly ObligationDraft[]> {
    const { plan, campaign } = stage;
    const seats = await loadSeats(manager, campaign.district);
    const isAhead = plan.due !== undefined && plan.due >= dayOf(campaign.calendar, now);
    return [...groupBy(projects, ({ unit }) => unit).values()].map((some) => {
      const place = placeOf(some[0]!);
      return {
        ...commonOf(stage, kind, now),
        dueOn: dueOnOf(stage, isAhead ? plan : { within: WITHIN }, now),
        parent: campaignWorkflowId(campaign.id),
        title: `年中新增项目${label}`,
        place,
        seats: seats.of('unit', place),
        documents: some.map(({ id, name }) => ({ title: `${label}：${name}`, project: id })),
      };
    });
  }
}
