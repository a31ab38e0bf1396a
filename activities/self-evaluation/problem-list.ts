import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { groupBy } from '#domain/group-by.js';
import type { SpotCheckContent } from '#domain/self-evaluation/content.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import type { StageRow } from '#persistence/campaign/campaign.repository.js';
import { ProjectRepository, placeOf } from '#persistence/campaign/project.repository.js';
import { loadSeats } from '#persistence/campaign/seats.js';
import type { FiledDocument } from '#persistence/obligation/document.repository.js';
import { ObligationOpener } from '#persistence/obligation/obligation-opener.js';
import type { Place } from '#persistence/obligation/obligation-opener.js';
import type { ObligationRow } from '#persistence/obligation/obligation.repository.js';
import { Clock } from '#platform/clock.js';
import { commonOf } from '../stage/draft.js';

/** What a spot check was about: a project, or (project null) a unit as a whole. */
export interface Checked {
  readonly project: string | null;
  readonly name: string;
  readonly place: Place;
}

interface Problem {
  readonly id: string;
  readonly of: Checked;
  readonly spotCheck: string;
  readonly number: number;
  readonly problem: string;
  /** The document with which the unit shows that it is corrected; null where the policy asks for none. */
  readonly item: string | null;
}

/** 问题清单: what spot checks found is a list a unit, struck off item by item (逐条销号) as the bureau accepts the corrections. */
@Injectable()
export class ProblemList {
  constructor(
    private readonly campaigns: CampaignRepository,
    private readonly projects: ProjectRepository,
    private readonly opener: ObligationOpener,
    private readonly clock: Clock,
  ) {}

  /** `at`: business instant, ms. One obligation a unit, a document a problem. */
  async open(
    manager: EntityManager,
    { id: openedBy, stage_id }: ObligationRow,
    checks: readonly FiledDocument<SpotCheckContent>[],
    at: number,
  ): Promise<void> {
    const stage = await this.campaigns.stage(manager, stage_id);
    const checked = await this.checked(manager, checks);
    const asks = stage.campaign.policy.selfEvaluation.problems !== undefined;
    const problems = checks.flatMap(({ id: spotCheck, project, subject, content }) => {
      const of = checked.get(project ?? subject ?? '');
      const named = of ? (content?.problems ?? []) : [];
      return named.map((problem, i) => ({
        ...{ id: uuid(), of: of!, spotCheck, number: i + 1, problem },
        item: asks ? uuid() : null,
      }));
    });
    if (problems.length === 0) return;
    if (asks) await this.openItems(manager, stage, problems, at, openedBy);
    await this.insert(manager, stage.campaign.id, problems);
  }

  /** Accepted corrections strike their items off. */
  async strikeOff(manager: EntityManager, items: readonly string[], at: number): Promise<void> {
    await manager.query('update self_evaluation_problem set struck_off_at = $2 where item_id = any ($1)', [
      items,
      new Date(at).toISOString(),
    ]);
  }

  /** By the id of the project or unit. */
  async checked(manager: EntityManager, checks: readonly FiledDocument<SpotCheckContent>[]): Promise<ReadonlyMap<string, Checked>> {
    const projects = await this.projects.byIds(
      manager,
      checks.flatMap(({ project }) => project ?? []),
    );
    const units = await this.projects.units(
      manager,
      checks.flatMap(({ project, subject }) => (project === null && subject !== null ? [subject] : [])),
    );
    return new Map([
      ...[...projects].map(([id, it]): [string, Checked] => [id, { project: id, name: it.name, place: placeOf(it) }]),
      ...units.map((it): [string, Checked] => [it.id, { project: null, name: `${it.name}（部门整体）`, place: placeOf(it) }]),
    ]);
  }

  private async openItems(manager: EntityManager, stage: StageRow, problems: readonly Problem[], at: number, openedBy: string) {
    const { campaign } = stage;
    const { within, chain, ladder } = campaign.policy.selfEvaluation.problems!;
    const now = this.clock.toEngine(at);
    const seats = await loadSeats(manager, campaign.district);
    const common = commonOf(stage, 'self-evaluation-problem', now, { due: undefined, within, chain, ladder });
    const drafts = [...groupBy(problems, ({ of }) => of.place.unit).values()].map((some) => {
      const { place } = some[0]!.of;
      const documents = some.map(({ item, of: { name, project }, number }) => ({
        id: item!,
        title: `自评问题整改：${name}（${String(number)}）`,
        project,
      }));
      return { ...common, title: '自评问题清单', place, seats: seats.of('unit', place), documents, openedBy };
    });
    await this.opener.open(manager, drafts, now);
  }

  private async insert(manager: EntityManager, campaign: string, problems: readonly Problem[]): Promise<void> {
    const rows = problems.map(({ id, of: { project, place }, spotCheck, number, problem, item }) => ({
      ...{
        id,
        project_id: project,
        unit_id: project === null ? place.unit : null,
        spot_check_id: spotCheck,
        number,
        problem,
        item_id: item,
      },
    }));
    const columns = 'id, project_id, unit_id, spot_check_id, number, problem, item_id';
    await manager.query(
      `insert into self_evaluation_problem (campaign_id, ${columns})
       select $2, ${columns} from jsonb_populate_recordset(null::self_evaluation_problem, $1::text::jsonb)`,
      [JSON.stringify(rows), campaign],
    );
  }
}
