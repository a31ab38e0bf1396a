import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Action } from '#contracts/api/actions.js';
import { Problem } from '#contracts/errors/problem.js';
import type { TrailType } from '#contracts/trail-type.js';
import { schedulePlan } from '#domain/policy/schedule.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import { HAPPENING_LIST, REHEARSAL, REHEARSAL_LIST } from '#persistence/reading/rehearsals.js';
import { readList, readOne } from '#persistence/reading/list.js';
import type { ListQuery } from '#persistence/reading/list.js';
import { RehearsalRepository } from '#persistence/rehearsal/rehearsal.repository.js';
import { Campaigns } from '../campaigns/campaigns.js';
import { Trail } from '../http/trail.js';
import { REHEARSALS } from '../parts.js';
import type { RehearsalRunner } from '../parts.js';
import { standingPolicy } from '../year/year.js';

interface Row {
  readonly id: string;
  readonly campaign: string;
}

/** 演练: a plan is tried in virtual time by a process of its own; here it is asked for, watched and ended. */
@Injectable()
export class Rehearsals {
  constructor(
    private readonly source: DataSource,
    private readonly campaigns: CampaignRepository,
    private readonly visible: Campaigns,
    private readonly rows: RehearsalRepository,
    private readonly trail: Trail,
    @Inject(REHEARSALS) private readonly runner: RehearsalRunner | null,
  ) {}

  async list(viewer: Viewer, campaign: string, query: ListQuery) {
    await this.visible.get(viewer, campaign, 'rehearsals.read');
    await this.rows.settle(this.source.manager);
    return readList(this.source, REHEARSAL_LIST, viewer, { ...query, campaign });
  }

  async get(viewer: Viewer, id: string, action: Action = 'rehearsals.read') {
    await this.rows.settle(this.source.manager);
    const row = await readOne<Row>(this.source, { ...REHEARSAL, action }, viewer, id);
    if (!row) throw new Problem('NOT_FOUND');
    return row;
  }

  async happenings(viewer: Viewer, id: string, query: ListQuery) {
    await this.get(viewer, id);
    return readList(this.source, HAPPENING_LIST, null, { ...query, rehearsal: id });
  }

  /** @throws Problem NO_REHEARSALS, NOTHING_TO_REHEARSE, REHEARSAL_RUNNING */
  async start(viewer: Viewer, campaign: string) {
    const { district } = await this.visible.get(viewer, campaign, 'rehearsals.write');
    if (!this.runner) throw new Problem('NO_REHEARSALS');
    await this.rows.settle(this.source.manager);
    const span = await this.spanOf(campaign, district);
    const id = uuid();
    await this.source.transaction(async (manager) => {
      const began = await this.rows.begin(manager, { id, district, campaign, askedBy: viewer.person, ...span });
      if (!began) throw new Problem('REHEARSAL_RUNNING');
      await this.note(manager, viewer, { id, campaign, district, type: 'startRehearsal' });
    });
    // A process that ends without a word was killed: what it built is still there.
    void this.runner
      .start(id)
      .then(() => this.rows.end(this.source.manager, id, 'interrupted', { leftBehind: true }).catch(() => undefined));
    return this.get(viewer, id);
  }

  /** @throws Problem REHEARSAL_ENDED */
  async cancel(viewer: Viewer, id: string) {
    const { campaign } = await this.get(viewer, id, 'rehearsals.write');
    const { district } = await this.visible.get(viewer, campaign, 'rehearsals.write');
    await this.source.transaction(async (manager) => {
      if (!(await this.rows.askCancel(manager, id))) throw new Problem('REHEARSAL_ENDED');
      await this.note(manager, viewer, { id, campaign, district, type: 'cancelRehearsal' });
    });
    return this.get(viewer, id);
  }

  /** The days that the plan, as it stands now, spans. */
  private async spanOf(campaign: string, district: string) {
    const { manager } = this.source;
    const row = await this.campaigns.campaign(manager, campaign);
    const policy = standingPolicy(row, await this.campaigns.stages(manager, row));
    const [there]: { projects: boolean }[] = await this.source.query(
      `select exists (select from project where district_id = $1 and fiscal_year = $2 and status = 'active') as projects`,
      [district, row.fiscalYear],
    );
    if (there?.projects !== true || policy.plan.every(({ opens }) => opens === undefined)) throw new Problem('NOTHING_TO_REHEARSE');
    const laid = schedulePlan(policy, row.calendar);
    const [from] = laid.map(({ opens }) => opens).sort();
    const until = laid
      .map(({ closes }) => closes)
      .sort()
      .at(-1);
    if (from === undefined || until === undefined) throw new Problem('NOTHING_TO_REHEARSE');
    return { from, until };
  }

  private note(
    manager: DataSource['manager'],
    viewer: Viewer,
    { id, district, type, ...detail }: { id: string; district: string; campaign: string; type: TrailType },
  ): Promise<void> {
    return this.trail.append(manager, { stream: `rehearsal/${id}`, district, actor: viewer.person, type, detail });
  }
}
