import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { CampaignLauncher } from '#activities/campaign/campaign-launcher.js';
import type { CampaignCommandName, CampaignCommands } from '#contracts/campaign/campaign.contract.js';
import type { Action } from '#contracts/api/actions.js';
import { Problem } from '#contracts/errors/problem.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { readBoard } from '#persistence/reading/board.js';
import type { BoardQuery } from '#persistence/reading/board.js';
import { CAMPAIGN_LIST, STAGE_LIST } from '#persistence/reading/campaigns.js';
import { readList, readOne } from '#persistence/reading/list.js';
import type { ListQuery } from '#persistence/reading/list.js';
import { PROJECT_LIST } from '#persistence/reading/results.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import { Clock } from '#platform/clock.js';
import { Engine } from '#temporal/engine.js';
import { Trail } from '../http/trail.js';
import { administers } from '../organisation/administers.js';
import { draftCampaign } from './draft-campaign.js';
import { Policies } from './policies.js';

export interface CampaignRow {
  readonly id: string;
  readonly district: string;
  readonly fiscalYear: number;
  readonly status: 'draft' | 'running' | 'paused' | 'closed';
  readonly version: number;
}

type Wish<N extends CampaignCommandName> = Omit<CampaignCommands[N], 'requestId' | 'actor'>;

/** The years: drafted, launched and steered by the bureau, read by everybody of the district. */
@Injectable()
export class Campaigns {
  constructor(
    private readonly source: DataSource,
    private readonly engine: Engine,
    private readonly clock: Clock,
    private readonly policies: Policies,
    private readonly trail: Trail,
    private readonly launcher: CampaignLauncher,
    private readonly repository: CampaignRepository,
  ) {}

  list(viewer: Viewer, query: ListQuery) {
    return readList(this.source, CAMPAIGN_LIST, viewer, query);
  }

  async get(viewer: Viewer, id: string, action: Action = 'campaigns.read'): Promise<CampaignRow> {
    const row = await readOne<CampaignRow>(this.source, { ...CAMPAIGN_LIST, action }, viewer, id);
    if (!row) throw new Problem('NOT_FOUND');
    return row;
  }

  /** The frozen calendar for pages that count working days. */
  async calendar(viewer: Viewer, id: string) {
    await this.get(viewer, id);
    const { calendar, policy } = await this.repository.campaign(this.source.manager, id);
    const { beginsAt: _, ...days } = calendar;
    return { ...days, dayEndsAt: policy.dayEndsAt, now: new Date(this.clock.now()), rehearsal: this.clock.isRehearsal };
  }

  /** A draft with the stages of the policy's plan; nothing runs yet. */
  async draft(viewer: Viewer, policyId: string): Promise<CampaignRow> {
    const policy = await this.policies.get(viewer, policyId);
    administers(viewer, policy.district);
    const id = uuid();
    await this.source.transaction(async (manager) => {
      await draftCampaign(manager, { id, policy, clock: this.clock });
      const detail = { policy: policy.id, hash: policy.hash };
      await this.trail.append(manager, {
        stream: `policy/${policy.id}`,
        district: policy.district,
        actor: viewer.person,
        type: 'draftCampaign',
        detail,
      });
    });
    return this.get(viewer, id);
  }

  async launch(viewer: Viewer, id: string): Promise<CampaignRow> {
    await this.get(viewer, id, 'campaigns.write');
    await this.launcher.launch({ campaign: id, actor: viewer.person });
    return this.get(viewer, id);
  }

  /** Asks the year; it answers when what was asked is recorded and under way. */
  async command<N extends CampaignCommandName>(viewer: Viewer, id: string, name: N, wish: Wish<N>, key: string) {
    const campaign = await this.get(viewer, id, 'campaigns.write');
    if (campaign.status === 'draft') throw new Problem('NOT_OPEN_YET');
    const command = { ...wish, requestId: `${viewer.person}:${key}`, actor: viewer.person } as CampaignCommands[N];
    return this.engine.askCampaign(id, name, command);
  }

  async adjustBudget(
    viewer: Viewer,
    project: string,
    it: { readonly campaign: string; readonly amount: string; readonly reason: string },
    key: string,
  ) {
    const row = await readOne<{ district: string; fiscalYear: number }>(
      this.source,
      { ...PROJECT_LIST, action: 'budgets.adjust' },
      viewer,
      project,
    );
    if (!row) throw new Problem('NOT_FOUND');
    const campaign = await this.get(viewer, it.campaign, 'budgets.adjust');
    if (campaign.district !== row.district) throw new Problem('UNKNOWN_REFERENCE', { constraint: 'campaign' });
    return this.command(viewer, it.campaign, 'adjustBudget', { project, amount: it.amount, reason: it.reason }, key);
  }

  async progress(viewer: Viewer, id: string) {
    const campaign = await this.get(viewer, id);
    if (campaign.status === 'draft') throw new Problem('NOT_OPEN_YET');
    const { paused, stages } = await this.engine.campaignProgress(id);
    const instant = (at: number | null) => (at === null ? null : new Date(this.clock.toBusiness(at)));
    return {
      paused,
      stages: stages.map(({ stage, key, name, opensAt, after, progress }) => ({
        stage,
        key,
        name,
        opensAt: instant(opensAt),
        after,
        progress,
      })),
    };
  }

  async stages(viewer: Viewer, id: string, query: ListQuery) {
    await this.get(viewer, id);
    return readList(this.source, STAGE_LIST, null, { ...query, campaign: id });
  }

  async board(viewer: Viewer, id: string, query: BoardQuery) {
    await this.get(viewer, id);
    return readBoard(this.source, viewer, id, query);
  }
}
