import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { groupBy } from '#domain/group-by.js';
import type { SpotCheckContent } from '#domain/self-evaluation/content.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import type { StageRow } from '#persistence/campaign/campaign.repository.js';
import { ProjectRepository, placeOf } from '#persistence/campaign/project.repository.js';
import type { ProjectRow } from '#persistence/campaign/project.repository.js';
import { loadSeats } from '#persistence/campaign/seats.js';
import type { FiledDocument } from '#persistence/obligation/document.repository.js';
import { ObligationOpener } from '#persistence/obligation/obligation-opener.js';
import type { ObligationRow } from '#persistence/obligation/obligation.repository.js';
import { Clock } from '#platform/clock.js';
import { commonOf } from '../stage/draft.js';

interface Problem {
  readonly id: string;
  readonly project: ProjectRow;
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
    const projects = await this.projects.byIds(
      manager,
      checks.flatMap(({ project }) => project ?? []),
    );
    const asks = stage.campaign.policy.selfEvaluation.problems !== undefined;
    const problems = checks.flatMap(({ id: spotCheck, project: projectId, content }) => {
      const project = projects.get(projectId ?? '');
      const named = project ? (content?.problems ?? []) : [];
      return named.map((problem, i) => ({
        ...{ id: uuid(), project: project!, spotCheck, number: i + 1, problem },
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

  private async openItems(manager: EntityManager, stage: StageRow, problems: readonly Problem[], at: number, openedBy: string) {
    const { campaign } = stage;
    const { within, chain, ladder } = campaign.policy.selfEvaluation.problems!;
    const now = this.clock.toEngine(at);
    const seats = await loadSeats(manager, campaign.district);
    const common = commonOf(stage, 'self-evaluation-problem', now, { due: undefined, within, chain, ladder });
    const drafts = [...groupBy(problems, ({ project }) => project.unit).values()].map((some) => {
      const place = placeOf(some[0]!.project);
      const documents = some.map(({ item, project, number }) => ({
        id: item!,
        title: `自评问题整改：${project.name}（${String(number)}）`,
        project: project.id,
      }));
      return { ...common, title: '自评问题清单', place, seats: seats.of('unit', place), documents, openedBy };
    });
    await this.opener.open(manager, drafts, now);
  }

  private async insert(manager: EntityManager, campaign: string, problems: readonly Problem[]): Promise<void> {
    const rows = problems.map(({ id, project, spotCheck, number, problem, item }) => ({
      ...{ id, project_id: project.id, spot_check_id: spotCheck, number, problem, item_id: item },
    }));
    const columns = 'id, project_id, spot_check_id, number, problem, item_id';
    await manager.query(
      `insert into self_evaluation_problem (campaign_id, ${columns})
       select $2, ${columns} from jsonb_populate_recordset(null::self_evaluation_problem, $1::text::jsonb)`,
      [JSON.stringify(rows), campaign],
    );
  }
}
