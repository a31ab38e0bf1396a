import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { isPast } from '#activities/campaign/campaign-launcher.js';
import { OpeningPreview } from '#activities/campaign/opening-preview.js';
import type { ForeseenOpening } from '#activities/campaign/opening-preview.js';
import { Problem } from '#contracts/errors/problem.js';
import { dayOf, instantOf, isWorkingDay, workingDaysBetween } from '#domain/calendar/calendar.js';
import { checkPlan } from '#domain/policy/plan-check.js';
import { schedulePlan } from '#domain/policy/schedule.js';
import type { ScheduledStage } from '#domain/policy/schedule.js';
import { checkWorkload } from '#domain/policy/workload.js';
import type { StageName } from '#domain/stage/stage.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import type { StageRow } from '#persistence/campaign/campaign.repository.js';
import type { ListQuery } from '#persistence/reading/list.js';
import { readWorkloads } from '#persistence/reading/workloads.js';
import { Clock } from '#platform/clock.js';
import { Campaigns } from '../campaigns/campaigns.js';
import type { ApiOptions } from '../parts.js';
import { OPTIONS } from '../parts.js';
import { departmentsOf, documentsIn, dueDaysOf } from './foreseen-counts.js';
import { lettersOf } from './letters.js';
import { pageFrom } from './page-from.js';
import { standingPolicy } from './year.js';

/** Stages whose parts are made of what earlier stages found. */
const BY_RESULTS: readonly StageName[] = ['key-evaluation', 'feedback', 'rectification', 'budget-linkage'];

/** What was foreseen is kept so long, ms, so that the pages of a list belong together. */
const KEPT_MS = 60_000;
const KEPT = 20;

const NOTHING: ForeseenOpening = { parts: 0, obligations: [], messages: [] };

const nameOf = (stage: StageRow): string => JSON.stringify([stage.id, stage.plan]);

/** 启动预览: what a launch and the openings after it will do, found by opening every stage and taking it back. */
@Injectable()
export class LaunchPreview {
  private readonly kept = new Map<string, { readonly until: number; readonly opening: Promise<ForeseenOpening> }>();

  constructor(
    private readonly source: DataSource,
    private readonly campaigns: CampaignRepository,
    private readonly visible: Campaigns,
    private readonly openings: OpeningPreview,
    private readonly clock: Clock,
    @Inject(OPTIONS) private readonly options: ApiOptions,
  ) {}

  async of(viewer: Viewer, id: string) {
    const { campaign, stages, policy, laid } = await this.plan(viewer, id);
    const foreseen = [];
    for (const [index, stage] of stages.entries()) foreseen.push(await this.stage(stage, laid[index]!));
    const workloads = await readWorkloads(this.source.manager, id);
    const clashes = [...checkPlan(policy, campaign.calendar), ...checkWorkload(policy, campaign.calendar, workloads)];
    const today = dayOf(campaign.calendar, this.present());
    return { campaign: id, status: campaign.status, today, stages: foreseen, clashes, workloads };
  }

  async obligations(viewer: Viewer, id: string, key: string, query: ListQuery & { readonly department?: string | undefined }) {
    const { obligations } = await this.openingNamed(viewer, id, key);
    const its = obligations.filter(({ department }) => query.department === undefined || department === query.department);
    return pageFrom(
      its,
      query,
      (it) => [it.departmentName ?? '', it.unitCode, it.title, it.kind],
      ({ unitCode: _, deadline, ...it }) => ({
        ...it,
        rungs: deadline.rungs.map(({ on, clock, remind, escalate }) => ({ on, at: clock, remind: [...remind], escalate: [...escalate] })),
        people: [...it.people],
      }),
    );
  }

  async letters(viewer: Viewer, id: string, key: string, query: ListQuery) {
    const { messages } = await this.openingNamed(viewer, id, key);
    const letters = lettersOf(messages, await this.calendarOf(id), this.options.publicUrl ?? '');
    return pageFrom(
      letters,
      query,
      (it) => [it.name, it.address, it.goesAt.toISOString()],
      (it) => it,
    );
  }

  private async stage(stage: StageRow, at: ScheduledStage) {
    const { calendar } = stage.campaign;
    const skipped = this.isSkipped(stage);
    // Projects and people may have come since; the lists behind the preview then page through what this one has read.
    this.kept.delete(nameOf(stage));
    const opening = await this.opening(stage, at);
    const { parts, obligations, messages } = opening;
    const letters = lettersOf(messages, calendar, '').map(({ goesAt }) => goesAt.getTime());
    const known = stage.plan.after !== undefined || BY_RESULTS.includes(stage.name) ? 'so-far' : 'exact';
    return {
      ...{ stage: stage.id, key: stage.key, name: stage.name, status: stage.status, skipped, opens: at.opens, closes: at.closes },
      workingDays: workingDaysBetween(calendar, at.opens, at.closes),
      closesOnWorkingDay: isWorkingDay(calendar, at.closes),
      known: stage.status !== 'planned' || skipped ? null : (known as 'exact' | 'so-far'),
      ...{ parts, obligations: obligations.length, documents: documentsIn(obligations) },
      people: new Set(messages.map(({ person }) => person)).size,
      ...{ dueDays: dueDaysOf(obligations), departments: departmentsOf(obligations), letters: letters.length },
      lettersFrom: letters.length > 0 ? new Date(Math.min(...letters)) : null,
      lettersUntil: letters.length > 0 ? new Date(Math.max(...letters)) : null,
    };
  }

  private async openingNamed(viewer: Viewer, id: string, key: string): Promise<ForeseenOpening> {
    const { stages, laid } = await this.plan(viewer, id);
    const index = stages.findIndex((it) => it.key === key);
    if (index < 0) throw new Problem('NOT_FOUND');
    return this.opening(stages[index]!, laid[index]!);
  }

  private opening(stage: StageRow, { opens }: ScheduledStage): Promise<ForeseenOpening> {
    if (stage.status !== 'planned' || this.isSkipped(stage)) return Promise.resolve(NOTHING);
    const now = Math.max(this.present(), instantOf(stage.campaign.calendar, opens, '00:00'));
    const name = nameOf(stage);
    const known = this.kept.get(name);
    if (known && known.until > Date.now()) return known.opening;
    if (this.kept.size >= KEPT) this.kept.clear();
    const opening = this.openings.of(stage, now);
    this.kept.set(name, { until: Date.now() + KEPT_MS, opening });
    opening.catch(() => this.kept.delete(name));
    return opening;
  }

  private isSkipped(stage: StageRow): boolean {
    return stage.campaign.status === 'draft' && isPast(stage, dayOf(stage.campaign.calendar, this.present()));
  }

  private present(): number {
    return this.clock.toEngine(this.clock.now());
  }

  private async plan(viewer: Viewer, id: string) {
    await this.visible.get(viewer, id, 'campaigns.write');
    const campaign = await this.campaigns.campaign(this.source.manager, id);
    const stages = await this.campaigns.stages(this.source.manager, campaign);
    const policy = standingPolicy(campaign, stages);
    return { campaign, stages, policy, laid: schedulePlan(policy, campaign.calendar) };
  }

  private async calendarOf(id: string) {
    return (await this.campaigns.campaign(this.source.manager, id)).calendar;
  }
}
