import { Inject, Injectable } from '@nestjs/common';
import { heartbeat } from '@temporalio/activity';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { campaignWorkflowId } from '#contracts/campaign/campaign.contract.js';
import type { OpenedParts, StageActivities } from '#contracts/campaign/campaign.contract.js';
import type { StageName } from '#domain/stage/stage.js';
import { note } from '#persistence/audit/note.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import type { StageRow } from '#persistence/campaign/campaign.repository.js';
import { Clock } from '#platform/clock.js';
import { Engine } from '#temporal/engine.js';
import { ObligationStarter, inParallel } from '../obligation/obligation-starter.js';
import { STAGE_ROOMS } from './room.js';
import type { StageRoom } from './room.js';

type Moment = { readonly stage: string; readonly now: number };

/** Opens, follows and closes one stage; what is particular to it stands in its room. */
@Injectable()
export class StageActivitiesProvider implements StageActivities {
  private readonly rooms: ReadonlyMap<StageName, StageRoom>;

  constructor(
    private readonly source: DataSource,
    private readonly campaigns: CampaignRepository,
    private readonly starter: ObligationStarter,
    private readonly engine: Engine,
    private readonly clock: Clock,
    @Inject(STAGE_ROOMS) rooms: readonly StageRoom[],
  ) {
    this.rooms = new Map(rooms.map((room) => [room.name, room]));
  }

  async openStage({ stage: id, now }: Moment): Promise<OpenedParts> {
    return this.source.transaction(async (manager) => {
      const stage = await this.campaigns.stage(manager, id, true);
      if (stage.status !== 'planned') return { parts: await this.countParts(manager, stage) };
      const parts = await this.room(stage).open({ manager, stage, now });
      await this.mark(manager, stage, now, 'open', { parts });
      return { parts };
    });
  }

  async startParts({ stage: id }: { stage: string }): Promise<void> {
    const { manager } = this.source;
    const stage = await this.campaigns.stage(manager, id);
    const rows: { id: string }[] = await manager.query('select id from obligation where stage_id = $1 and started_at is null', [id]);
    await this.starter.start(
      rows.map((row) => row.id),
      heartbeat,
    );
    const workflows = (await this.room(stage).partWorkflows?.({ manager, stage })) ?? [];
    await inParallel(workflows, async ({ type, id: workflowId, input }) => {
      await this.engine.start(type, workflowId, input);
      heartbeat();
    });
  }

  async countOpenParts({ stage: id }: { stage: string }): Promise<number> {
    const { manager } = this.source;
    const stage = await this.campaigns.stage(manager, id);
    const [row]: { open: number }[] = await manager.query(
      `select count(*)::int as open from obligation where stage_id = $1 and status = 'open' and parent is distinct from $2`,
      // What the year itself has opened in the stage (a target that is filed again) the year waits for.
      [id, campaignWorkflowId(stage.campaign.id)],
    );
    return row!.open + ((await this.room(stage).openPartWorkflows?.({ manager, stage })) ?? 0);
  }

  async finishStage({ stage: id, now }: Moment): Promise<OpenedParts> {
    return this.source.transaction(async (manager) => {
      const stage = await this.campaigns.stage(manager, id, true);
      return { parts: (await this.room(stage).finish?.({ manager, stage, now })) ?? 0 };
    });
  }

  async closeStage({ stage: id, now }: Moment): Promise<void> {
    await this.source.transaction(async (manager) => {
      const stage = await this.campaigns.stage(manager, id, true);
      if (stage.status === 'closed') return;
      const rows: { status: string; count: number }[] = await manager.query(
        'select status, count(*)::int as count from document where stage_id = $1 group by status order by status',
        [id],
      );
      await this.mark(manager, stage, now, 'closed', Object.fromEntries(rows.map(({ status, count }) => [status, count])));
    });
  }

  async tellStageClosed({ campaign, key }: { campaign: string; key: string }): Promise<void> {
    await this.engine.tell(campaignWorkflowId(campaign), 'stageClosed', { key });
  }

  private room({ name }: StageRow): StageRoom {
    return this.rooms.get(name)!;
  }

  /** Parts of a stage that an earlier attempt has opened: its own obligations and workflows, closed or not. */
  private async countParts(manager: EntityManager, stage: StageRow): Promise<number> {
    const workflows = await this.room(stage).partWorkflows?.({ manager, stage });
    if (workflows) return workflows.length;
    const [row]: { parts: number }[] = await manager.query('select count(*)::int as parts from obligation where stage_id = $1', [stage.id]);
    return row!.parts;
  }

  private async mark(manager: EntityManager, stage: StageRow, now: number, status: 'open' | 'closed', statistics: object): Promise<void> {
    const at = new Date(this.clock.toBusiness(now));
    const column = status === 'open' ? 'opened_at' : 'closed_at';
    await manager.query(`update stage set status = $2, ${column} = $3, statistics = $4 where id = $1`, [stage.id, status, at, statistics]);
    await note(manager, {
      stream: `campaign/${stage.campaign.id}`,
      districtId: stage.campaign.district,
      at,
      actorId: null,
      onBehalfOf: null,
      type: status === 'open' ? 'stage-opened' : 'stage-closed',
      detail: { key: stage.key, ...statistics },
    });
  }
}
