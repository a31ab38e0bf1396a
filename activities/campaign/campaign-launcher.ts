import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { campaignWorkflowId } from '#contracts/campaign/campaign.contract.js';
import type { AnnualCycleInput, StageTiming } from '#contracts/campaign/campaign.contract.js';
import type { TrailType } from '#contracts/trail-type.js';
import { dayOf, instantOf } from '#domain/calendar/calendar.js';
import type { Day } from '#domain/policy/policy.js';
import { note } from '#persistence/audit/note.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import type { CampaignRow, StageRow } from '#persistence/campaign/campaign.repository.js';
import { Clock } from '#platform/clock.js';
import { Engine } from '#temporal/engine.js';

/** Launches a campaign: from then on its policy and calendar are frozen, and the year's workflow runs. */
@Injectable()
export class CampaignLauncher {
  constructor(
    private readonly source: DataSource,
    private readonly campaigns: CampaignRepository,
    private readonly engine: Engine,
    private readonly clock: Clock,
  ) {}

  /** Stages whose due day has passed already are left out, and the trail says so. Launched again it changes nothing. */
  async launch({ campaign: id, actor }: { readonly campaign: string; readonly actor: string | null }): Promise<void> {
    const input = await this.source.transaction(async (manager) => {
      await manager.query('select from campaign where id = $1 for update', [id]);
      const campaign = await this.campaigns.campaign(manager, id);
      const timings = await this.timings(manager, campaign);
      if (campaign.status === 'draft') await this.markLaunched(manager, campaign, timings, actor);
      return { campaign: id, stages: timings } satisfies AnnualCycleInput;
    });
    await this.engine.start('annualCycle', campaignWorkflowId(id), input);
  }

  private async markLaunched(
    manager: EntityManager,
    campaign: CampaignRow,
    timings: readonly StageTiming[],
    actor: string | null,
  ): Promise<void> {
    const at = new Date(this.clock.now()).toISOString();
    await manager.query(`update campaign set status = 'running', launched_at = $2, launched_by = $3 where id = $1`, [
      campaign.id,
      at,
      actor,
    ]);
    const skipped = timings.filter((it) => it.skipped);
    await manager.query(`update stage set status = 'closed', closed_at = $2, statistics = '{"skipped": true}' where id = any ($1)`, [
      skipped.map(({ stage }) => stage),
      at,
    ]);
    await this.note(manager, campaign.district, campaign.id, actor, 'campaign-launched', { skipped: skipped.map(({ key }) => key) });
  }

  private async timings(manager: EntityManager, campaign: CampaignRow): Promise<StageTiming[]> {
    const stages = await this.campaigns.stages(manager, campaign);
    const today = dayOf(campaign.calendar, this.clock.toEngine(this.clock.now()));
    return stages.map((stage) => ({
      stage: stage.id,
      key: stage.key,
      name: stage.name,
      opensAt: stage.plan.opens === undefined ? null : instantOf(campaign.calendar, stage.plan.opens, '00:00'),
      after: stages.filter(({ name }) => name === stage.plan.after).map(({ key }) => key),
      skipped: isPast(stage, today),
    }));
  }

  private async note(
    manager: EntityManager,
    district: string,
    id: string,
    actor: string | null,
    type: TrailType,
    detail: object,
  ): Promise<void> {
    const at = new Date(this.clock.now());
    await note(manager, { stream: `campaign/${id}`, districtId: district, at, actorId: actor, onBehalfOf: null, type, detail });
  }
}

/** A stage that a launch leaves out: its due day has passed. */
export const isPast = ({ plan }: Pick<StageRow, 'plan'>, today: Day): boolean => {
  const due = plan.due ?? plan.draftDue;
  return due !== undefined && due < today;
};
