import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { stageWorkflowId } from '#contracts/campaign/campaign.contract.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import { STAGE_ROOMS } from '../stage/room.js';
import type { StageRoom } from '../stage/room.js';
import { Admission } from './admission.js';

interface Request {
  readonly campaign: string;
  readonly projects: readonly string[];
  /** The engine's instant, ms. */
  readonly now: number;
}

/** What the admission of projects opened, and the workflows of stages that have more parts now. */
export interface Admitted {
  readonly opened: number;
  readonly told: readonly { readonly workflow: string; readonly parts: number }[];
}

/** 年中新增项目: their filings, and their part in every stage that is open. */
@Injectable()
export class ProjectAdmission {
  constructor(
    private readonly campaigns: CampaignRepository,
    private readonly admission: Admission,
    @Inject(STAGE_ROOMS) private readonly rooms: readonly StageRoom[],
  ) {}

  /** Within the caller's transaction; asked again it opens nothing twice. @throws DomainError UNKNOWN_PROJECT */
  async admit(manager: EntityManager, { campaign, projects: ids, now }: Request): Promise<Admitted> {
    await manager.query('select from stage where campaign_id = $1 order by id for update', [campaign]);
    const stages = await this.campaigns.stages(manager, await this.campaigns.campaign(manager, campaign));
    const projects = await this.admission.mustBelong(manager, stages[0]!, ids);
    let opened = await this.admission.openFilings(manager, stages, projects, now);
    const told = [];
    for (const stage of stages.filter(({ status }) => status === 'open')) {
      const there = await this.admission.filed(manager, campaign, ['monitoring-report', 'self-evaluation'], projects, stage.id);
      const fresh = projects.filter((it) => !there.has(it.id));
      const units = [...new Set(fresh.map(({ unit }) => unit))];
      const room = this.rooms.find(({ name }) => name === stage.name)!;
      const parts = (await room.admit?.({ manager, stage, now }, new Set(fresh.map(({ id }) => id)), units)) ?? 0;
      if (parts > 0) told.push({ workflow: stageWorkflowId(campaign, stage.key), parts });
      opened += parts;
    }
    return { opened, told };
  }
}
