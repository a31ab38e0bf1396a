import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Calendar } from '#domain/calendar/calendar.js';
import type { PlannedStage, Policy } from '#domain/policy/policy.js';
import type { StageName } from '#domain/stage/stage.js';

export interface CampaignRow {
  readonly id: string;
  readonly district: string;
  readonly fiscalYear: number;
  readonly status: 'draft' | 'running' | 'paused' | 'closed';
  readonly policy: Policy;
  readonly calendar: Calendar;
}

export interface StageRow {
  readonly id: string;
  readonly key: string;
  readonly name: StageName;
  readonly plan: PlannedStage;
  readonly position: number;
  readonly status: 'planned' | 'open' | 'closed';
  readonly campaign: CampaignRow;
}

const CAMPAIGN = `c.id, c.district_id as district, c.fiscal_year as "fiscalYear", c.status, c.policy, c.calendar`;

/** The campaign with its frozen policy and calendar, and the stages of its plan. */
@Injectable()
export class CampaignRepository {
  async campaign(manager: EntityManager, id: string): Promise<CampaignRow> {
    const rows: CampaignRow[] = await manager.query(`select ${CAMPAIGN} from campaign c where c.id = $1`, [id]);
    if (!rows[0]) throw new Error(`There is no campaign ${id}.`);
    return rows[0];
  }

  async stages(manager: EntityManager, campaign: CampaignRow): Promise<StageRow[]> {
    const rows: Omit<StageRow, 'campaign'>[] = await manager.query(
      'select id, key, name, plan, position, status from stage where campaign_id = $1 order by position',
      [campaign.id],
    );
    return rows.map((row) => ({ ...row, campaign }));
  }

  /** One stage with its campaign; `lock` holds its line till the transaction ends. */
  async stage(manager: EntityManager, id: string, lock = false): Promise<StageRow> {
    const rows: (Omit<StageRow, 'campaign'> & { campaign: string })[] = await manager.query(
      `select id, key, name, plan, position, status, campaign_id as campaign from stage where id = $1 ${lock ? 'for update' : ''}`,
      [id],
    );
    if (!rows[0]) throw new Error(`There is no stage ${id}.`);
    return { ...rows[0], campaign: await this.campaign(manager, rows[0].campaign) };
  }

  /** The stage of that name which is open, or else the first that is planned. */
  async stageNamed(manager: EntityManager, campaign: CampaignRow, name: StageName): Promise<StageRow | undefined> {
    const stages = (await this.stages(manager, campaign)).filter((it) => it.name === name);
    return stages.find(({ status }) => status === 'open') ?? stages[0];
  }
}
