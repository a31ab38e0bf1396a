import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { groupBy } from '#domain/group-by.js';
import type { Disposal, WarningAnswerContent } from '#domain/monitoring/content.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import type { StageRow } from '#persistence/campaign/campaign.repository.js';
import { ProjectRepository, placeOf } from '#persistence/campaign/project.repository.js';
import { loadSeats } from '#persistence/campaign/seats.js';
import { DocumentRepository } from '#persistence/obligation/document.repository.js';
import { ObligationOpener } from '#persistence/obligation/obligation-opener.js';
import { Clock } from '#platform/clock.js';
import type { Acceptance } from '../obligation/effects.js';
import { commonOf } from '../stage/draft.js';

const DISPOSAL_NAMES: Readonly<Record<Disposal, string>> = {
  continue: '继续执行',
  correct: '整改',
  adjust: '调整',
  reallocate: '收回调剂',
  cancel: '终止',
};

interface Ordered {
  readonly id: string;
  readonly project: string;
  readonly answer: string;
  readonly disposal: Disposal;
  readonly correction: string;
  readonly followUp: string | null;
}

/**
 * 处置: the answer to a warning that was accepted, or the bureau's own finding, orders what happens to the project (to go on, be corrected, adjusted, give its idle funds or ended); what is not to go on as
 * before is followed up as an obligation, where the policy says within how many days.
 */
@Injectable()
export class Disposals {
  constructor(
    private readonly campaigns: CampaignRepository,
    private readonly projects: ProjectRepository,
    private readonly documents: DocumentRepository,
    private readonly opener: ObligationOpener,
    private readonly clock: Clock,
  ) {}

  async order(manager: EntityManager, { obligation, documents, at }: Acceptance): Promise<void> {
    const stage = await this.campaigns.stage(manager, obligation.stage_id);
    const follows = stage.campaign.policy.monitoring.followUp !== undefined;
    const answers = await this.documents.filed<Pick<WarningAnswerContent, 'disposal' | 'correction'>>(manager, documents);
    const ordered = answers.flatMap(({ id, project, content }): Ordered[] => {
      if (!project || !content) return [];
      const { disposal, correction } = content;
      return [{ id: uuid(), project, answer: id, disposal, correction, followUp: follows && disposal !== 'continue' ? uuid() : null }];
    });
    await this.openFollowUp(
      manager,
      stage,
      ordered.filter(({ followUp }) => followUp !== null),
      { at, openedBy: obligation.id },
    );
    await this.insert(manager, stage.campaign.id, ordered, new Date(at).toISOString());
  }

  /** The unit's report was accepted. */
  async settle(manager: EntityManager, reports: readonly string[], at: number): Promise<void> {
    await manager.query('update disposal set settled_at = $2 where follow_up_id = any ($1)', [reports, new Date(at).toISOString()]);
  }

  private async openFollowUp(
    manager: EntityManager,
    stage: StageRow,
    ordered: readonly Ordered[],
    { at, openedBy }: { readonly at: number; readonly openedBy: string },
  ): Promise<void> {
    if (ordered.length === 0) return;
    const { campaign } = stage;
    const { within, chain, ladder } = campaign.policy.monitoring.followUp!;
    const now = this.clock.toEngine(at);
    const projects = await this.projects.byIds(
      manager,
      ordered.map(({ project }) => project),
    );
    const seats = await loadSeats(manager, campaign.district);
    const common = commonOf(stage, 'disposal-report', now, { due: undefined, within, chain, ladder });
    const drafts = [...groupBy(ordered, ({ project }) => projects.get(project)!.unit).values()].map((some) => {
      const place = placeOf(projects.get(some[0]!.project)!);
      const documents = some.map(({ followUp, project, disposal }) => ({
        id: followUp!,
        title: `处置落实情况：${projects.get(project)!.name}（${DISPOSAL_NAMES[disposal]}）`,
        project,
      }));
      return { ...common, title: '处置落实情况', place, seats: seats.of('unit', place), documents, openedBy };
    });
    await this.opener.open(manager, drafts, now);
  }

  /** What goes on as before, or needs no report, is settled with the order. */
  private async insert(manager: EntityManager, campaign: string, ordered: readonly Ordered[], at: string): Promise<void> {
    await manager.query(
      `insert into disposal (id, campaign_id, project_id, answer_id, disposal, correction, follow_up_id, ordered_at, settled_at)
       select o.id, $2, o.project, o.answer, o.disposal, o.correction, o."followUp", $3, case when o."followUp" is null then $3::timestamptz end
       from jsonb_to_recordset($1::text::jsonb)
         as o (id uuid, project uuid, answer uuid, disposal text, correction text, "followUp" uuid) on conflict do nothing`,
      [JSON.stringify(ordered), campaign, at],
    );
  }
}
