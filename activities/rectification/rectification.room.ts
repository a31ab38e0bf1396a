import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { rectificationWorkflowId, stageWorkflowId } from '#contracts/campaign/campaign.contract.js';
import type { Acceptance } from '../obligation/effects.js';
import type { Opening, PartWorkflow, StageRoom } from '../stage/room.js';

/** 整改: each notice with findings is a checklist of its own; an item is struck off when the bureau accepts its proof (照单销号). */
@Injectable()
export class RectificationRoom implements StageRoom {
  readonly name = 'rectification';
  readonly effects = { 'rectification-item': this.strikeOff.bind(this) };

  async open({ manager, stage }: Opening): Promise<number> {
    return (await this.notices(manager, stage.campaign.id)).length;
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

  private async strikeOff(manager: EntityManager, { documents, at }: Acceptance): Promise<void> {
    await manager.query('update finding set struck_off_at = $2 where item_id = any ($1)', [documents, new Date(at).toISOString()]);
  }
}
