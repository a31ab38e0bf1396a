import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { campaignWorkflowId } from '#contracts/campaign/campaign.contract.js';
import type { AnnualCycleInput, StageTiming } from '#contracts/campaign/campaign.contract.js';
import { addDays, dayOf, instantOf } from '#domain/calendar/calendar.js';
import type { Calendar } from '#domain/calendar/calendar.js';
import { DomainError } from '#domain/errors/domain-error.js';
import { stageKey } from '#domain/policy/policy.js';
import type { Day, PlannedStage, Policy } from '#domain/policy/policy.js';
import { note } from '#persistence/audit/note.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import type { CampaignRow, StageRow } from '#persistence/campaign/campaign.repository.js';
import { calendarFor } from '#platform/calendar-source/calendar-source.js';
import { Clock } from '#platform/clock.js';
import { Engine } from '#temporal/engine.js';

interface PolicyRow {
  readonly id: string;
  readonly district: string;
  readonly hash: string;
  readonly content: Policy;
}

/** Deadlines may be moved beyond the plan: the frozen calendar reaches so many days further both ways. */
const MARGIN_DAYS = 400;

const planDays = ({ plan }: Policy): readonly Day[] =>
  plan.flatMap(({ opens, due, planDue, draftDue }) => [opens, due, planDue, draftDue].filter((day) => day !== undefined)).sort();

/** Drafts a campaign from a policy and launches it: from then on policy and calendar are frozen, and the year's workflow runs. */
@Injectable()
export class CampaignLauncher {
  constructor(
    private readonly source: DataSource,
    private readonly campaigns: CampaignRepository,
    private readonly engine: Engine,
    private readonly clock: Clock,
  ) {}

  /** A campaign of the policy's district and year that has not begun. @throws DomainError CAMPAIGN_EXISTS for a second one of the year. */
  async draft(policyId: string, actor: string | null): Promise<string> {
    return this.source.transaction(async (manager) => {
      const policy = await this.policy(manager, policyId);
      const id = uuid();
      const inserted: unknown[] = await manager.query(
        `insert into campaign (id, district_id, fiscal_year, policy_id, policy_hash, policy, calendar, status)
         values ($1, $2, $3, $4, $5, $6, $7, 'draft') on conflict on constraint campaign_year_uk do nothing returning id`,
        [id, policy.district, policy.content.fiscalYear, policy.id, policy.hash, policy.content, this.calendar(policy.content)],
      );
      if (inserted.length === 0) throw new DomainError('CAMPAIGN_EXISTS', { fiscalYear: policy.content.fiscalYear });
      await this.insertStages(manager, id, policy.content.plan);
      await this.note(manager, policy.district, id, actor, 'campaign-drafted', { policy: policy.hash });
      return id;
    });
  }

  /** Launches a draft; launched again it changes nothing. */
  async launch(id: string, actor: string | null): Promise<void> {
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

  private async policy(manager: EntityManager, id: string): Promise<PolicyRow> {
    const rows: PolicyRow[] = await manager.query('select id, district_id as district, hash, content from policy where id = $1', [id]);
    if (!rows[0]) throw new Error(`There is no policy ${id}.`);
    return rows[0];
  }

  private calendar(policy: Policy): Calendar {
    const days = planDays(policy);
    const [first, last] = [addDays(days[0]!, -MARGIN_DAYS), addDays(days.at(-1)!, MARGIN_DAYS)];
    const calendar = calendarFor(policy.calendar, first, last);
    return { ...calendar, beginsAt: this.clock.toEngine(calendar.beginsAt) };
  }

  private async insertStages(manager: EntityManager, campaign: string, plan: readonly PlannedStage[]): Promise<void> {
    const rows = plan.map((it, position) => ({
      id: uuid(),
      key: stageKey(it),
      name: it.stage,
      plan: it,
      position,
      opens_on: it.opens ?? null,
      due_on: it.due ?? null,
    }));
    await manager.query(
      `insert into stage (id, campaign_id, key, name, plan, position, status, opens_on, due_on)
       select id, $2, key, name, plan, position, 'planned', opens_on, due_on from jsonb_populate_recordset(null::stage, $1::text::jsonb)`,
      [JSON.stringify(rows), campaign],
    );
  }

  private async note(
    manager: EntityManager,
    district: string,
    id: string,
    actor: string | null,
    type: string,
    detail: object,
  ): Promise<void> {
    const at = new Date(this.clock.now());
    await note(manager, { stream: `campaign/${id}`, districtId: district, at, actorId: actor, onBehalfOf: null, type, detail });
  }
}

const isPast = ({ plan }: StageRow, today: Day): boolean => {
  const due = plan.due ?? plan.draftDue;
  return due !== undefined && due < today;
};
