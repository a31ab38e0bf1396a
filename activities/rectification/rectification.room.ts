import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { rectificationWorkflowId, stageWorkflowId } from '#contracts/campaign/campaign.contract.js';
import { closesItem } from '#domain/rectification/close-out.js';
import type { RectificationContent } from '#domain/rectification/content.js';
import { RectificationRepository } from '#persistence/campaign/rectification.repository.js';
import { DocumentRepository } from '#persistence/obligation/document.repository.js';
import type { Acceptance } from '../obligation/effects.js';
import type { Opening, PartWorkflow, StageRoom } from '../stage/room.js';
import { RecheckDesk } from './recheck.js';
import { RemainderDesk } from './remainder.js';
import type { Partial } from './remainder.js';

/** 整改: each notice with findings is a checklist of its own; an item is struck off when the bureau accepts its proof (照单销号). */
@Injectable()
export class RectificationRoom implements StageRoom {
  readonly name = 'rectification';
  readonly effects = { 'rectification-item': this.strikeOff.bind(this), 'rectification-recheck': this.recheck.bind(this) };

  constructor(
    private readonly documents: DocumentRepository,
    private readonly rectification: RectificationRepository,
    private readonly remainders: RemainderDesk,
    private readonly rechecks: RecheckDesk,
  ) {}

  async open({ manager, stage }: Opening): Promise<number> {
    return (await this.notices(manager, stage.campaign.id)).length;
  }

  /** When every item is closed some are looked at on site, where the policy says so. */
  async finish(opening: Opening): Promise<number> {
    return this.rechecks.begin(opening);
  }

  async partWorkflows({ manager, stage }: Omit<Opening, 'now'>): Promise<readonly PartWorkflow[]> {
    const parent = stageWorkflowId(stage.campaign.id, stage.key);
    return (await this.notices(manager, stage.campaign.id)).map((notice) => ({
      type: 'rectification',
      id: rectificationWorkflowId(notice),
      input: { notice, parent },
    }));
  }

  async openPartWorkflows({ manager, stage }: Omit<Opening, 'now'>): Promise<number> {
    return (await this.notices(manager, stage.campaign.id)).length;
  }

  /** Notices whose findings are not all settled. */
  private async notices(manager: EntityManager, campaign: string): Promise<readonly string[]> {
    const rows: { id: string }[] = await manager.query(
      `select n.id from feedback_notice n
       where n.campaign_id = $1 and n.rectified_at is null and exists (select from finding f where f.notice_id = n.id) order by n.number`,
      [campaign],
    );
    return rows.map(({ id }) => id);
  }

  private recheck(manager: EntityManager, acceptance: Acceptance): Promise<void> {
    return this.rechecks.take(manager, acceptance);
  }

  /** Accepted on proof an item is struck off; what a partial report leaves is owed on. */
  private async strikeOff(manager: EntityManager, acceptance: Acceptance): Promise<void> {
    const { documents, at } = acceptance;
    const filed = await this.documents.filed<RectificationContent>(manager, documents);
    const reports = filed.flatMap(({ id, subject, content }) => (subject && content ? [{ document: id, finding: subject, content }] : []));
    await this.rectification.record(manager, reports, at);
    const closed = reports.filter(({ content }) => closesItem(content));
    await this.rectification.strikeOff(
      manager,
      closed.map(({ finding }) => finding),
      at,
    );
    await this.remainders.open(
      manager,
      acceptance,
      filed.filter((it): it is Partial => it.content?.remaining !== undefined),
    );
  }
}
