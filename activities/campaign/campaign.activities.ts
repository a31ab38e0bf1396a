import { Inject, Injectable } from '@nestjs/common';
import { ApplicationFailure, heartbeat } from '@temporalio/activity';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { stageWorkflowId } from '#contracts/campaign/campaign.contract.js';
import type { CampaignActivities, OpenedParts, StageInput } from '#contracts/campaign/campaign.contract.js';
import { instantOf } from '#domain/calendar/calendar.js';
import { DomainError } from '#domain/errors/domain-error.js';
import type { Command } from '#domain/obligation/command.js';
import type { Day, PlannedStage } from '#domain/policy/policy.js';
import { rescheduled } from '#domain/policy/reschedule.js';
import type { NewDays } from '#domain/policy/reschedule.js';
import { note } from '#persistence/audit/note.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import type { StageRow } from '#persistence/campaign/campaign.repository.js';
import { Clock } from '#platform/clock.js';
import { Engine } from '#temporal/engine.js';
import { ObligationStarter, inParallel } from '../obligation/obligation-starter.js';
import { STAGE_ROOMS } from '../stage/room.js';
import type { StageRoom } from '../stage/room.js';
import { Admission } from './admission.js';
import { ProjectAdmission } from './project-admission.js';
import { Refiling } from '../target-filing/refiling.js';
import type { RefilingRequest } from '../target-filing/refiling.js';

type OpenDocuments = { readonly obligation: string; readonly documents: string[] };
type AdmissionRequest = Parameters<CampaignActivities['admitProjects']>[0];
type CommandEntry = Parameters<CampaignActivities['recordCampaignCommand']>[0];

@Injectable()
export class CampaignActivitiesProvider implements CampaignActivities {
  constructor(
    private readonly source: DataSource,
    private readonly campaigns: CampaignRepository,
    private readonly starter: ObligationStarter,
    private readonly refiling: Refiling,
    private readonly admission: Admission,
    private readonly projects: ProjectAdmission,
    private readonly engine: Engine,
    private readonly clock: Clock,
    @Inject(STAGE_ROOMS) private readonly rooms: readonly StageRoom[],
  ) {}

  async startStage({ campaign, stage, key, name }: StageInput): Promise<void> {
    await this.engine.start('stage', stageWorkflowId(campaign, key), { campaign, stage, key, name } satisfies StageInput);
  }

  async recordCampaignCommand({ campaign: id, sequence, now, command, actor, detail }: CommandEntry): Promise<void> {
    await this.source.transaction(async (manager) => {
      const { district } = await this.campaigns.campaign(manager, id);
      const rows: unknown[] = await manager.query(
        `select from audit_entry where stream = $1 and type = $2 and (detail ->> 'request')::int = $3`,
        [`campaign/${id}`, command, sequence],
      );
      if (rows.length > 0) return;
      if (command === 'pause' || command === 'resume') {
        await manager.query('update campaign set status = $2 where id = $1', [id, command === 'pause' ? 'paused' : 'running']);
      }
      const at = new Date(this.clock.toBusiness(now));
      const entry = { stream: `campaign/${id}`, districtId: district, at, actorId: actor, onBehalfOf: null };
      await note(manager, { ...entry, type: command, detail: { ...detail, request: sequence } });
    });
  }

  async rescheduleStage(request: { stage: string; opensOn?: Day; dueOn?: Day; now: number }): Promise<{ opensAt: number | null }> {
    return this.source.transaction(async (manager) => {
      const stage = await this.campaigns.stage(manager, request.stage, true);
      const plan = this.moved(stage, request);
      await manager.query('update stage set plan = $2, opens_on = $3, due_on = $4 where id = $1', [
        stage.id,
        plan,
        plan.opens ?? null,
        plan.due ?? null,
      ]);
      return { opensAt: plan.opens === undefined ? null : instantOf(stage.campaign.calendar, plan.opens, '00:00') };
    });
  }

  async moveStageDeadlines(request: { stage: string; dueOn: Day; reason: string; requestId: string }): Promise<number> {
    const { dueOn, reason, requestId } = request;
    return this.toEach(request, () => ({ name: 'moveDeadline', requestId, actor: null, dueOn, reason }));
  }

  async cancelStageObligations(request: { stage: string; reason: string; requestId: string }): Promise<number> {
    const { reason, requestId } = request;
    return this.toEach(request, ({ documents }) => ({
      name: 'cancel',
      requestId,
      actor: null,
      reason,
      documents: documents.map((id) => ({ id })),
    }));
  }

  async openForUnits({ stage: id, units, now }: { stage: string; units: readonly string[]; now: number }): Promise<OpenedParts> {
    const { parts, workflow } = await this.source.transaction(async (manager) => {
      const stage = await this.campaigns.stage(manager, id, true);
      this.mustBeOpen(stage);
      const there: { unit_id: string }[] = await manager.query(
        // A warning of a fed figure may have asked the unit for an answer before the stage opened.
        `select unit_id from obligation where stage_id = $1 and unit_id = any ($2) and kind not in ('warning-answer', 'disposal-report')`,
        [id, units],
      );
      const missing = units.filter((unit) => !there.some(({ unit_id }) => unit_id === unit));
      return {
        parts: await this.room(stage).open({ manager, stage, now }, missing),
        workflow: stageWorkflowId(stage.campaign.id, stage.key),
      };
    });
    await this.startAll(id);
    if (parts > 0) await this.engine.tell(workflow, 'partsAdded', { parts });
    return { parts };
  }

  async admitProjects({ campaign: id, projects: ids, now }: AdmissionRequest): Promise<{ awaited: readonly string[]; opened: number }> {
    const { opened, told } = await this.source.transaction((manager) =>
      this.projects.admit(manager, { campaign: id, projects: ids, now }).catch((error: unknown) => {
        throw error instanceof DomainError ? this.refused(error) : error;
      }),
    );
    await this.startUnstarted(id);
    for (const { workflow, parts } of told) await this.engine.tell(workflow, 'partsAdded', { parts });
    return { awaited: await this.admission.awaited(id, ids), opened };
  }

  async openRefiling(request: RefilingRequest): Promise<{ obligation: string }> {
    try {
      return await this.refiling.open(request);
    } catch (error) {
      throw error instanceof DomainError ? this.refused(error) : error;
    }
  }

  async closeCampaign({ campaign: id, now }: { campaign: string; now: number }): Promise<void> {
    await this.source.transaction(async (manager) => {
      const { district, status } = await this.campaigns.campaign(manager, id);
      if (status === 'closed') return;
      const at = new Date(this.clock.toBusiness(now));
      await manager.query(`update campaign set status = 'closed', closed_at = $2 where id = $1`, [id, at]);
      await note(manager, {
        stream: `campaign/${id}`,
        districtId: district,
        at,
        actorId: null,
        onBehalfOf: null,
        type: 'campaign-closed',
        detail: {},
      });
    });
  }

  private moved({ plan, campaign }: StageRow, request: NewDays & { readonly now: number }): PlannedStage {
    try {
      return rescheduled(plan, request, campaign, request.now);
    } catch (error) {
      throw error instanceof DomainError ? this.refused(error) : error;
    }
  }

  private refused({ message, code, details }: DomainError): ApplicationFailure {
    return ApplicationFailure.nonRetryable(message, code, details);
  }

  /**
   * Asks every open obligation of a stage; one that has closed meanwhile is left alone. Answers how many followed, at this attempt or an
   * earlier one: cancelling the last obligation closes the stage, and an attempt after that has nothing left to ask.
   */
  private async toEach(request: { stage: string; requestId: string }, commandFor: (it: OpenDocuments) => Command): Promise<number> {
    const stage = await this.campaigns.stage(this.source.manager, request.stage);
    const before = await this.followed(request);
    if (before > 0 && stage.status === 'closed') return before;
    this.mustBeOpen(stage);
    await this.startAll(stage.id);
    const open = await this.openObligations(this.source.manager, stage.id);
    await inParallel(open, async (it) => {
      try {
        await this.engine.act(it.obligation, commandFor(it));
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
      }
      heartbeat(it.obligation);
    });
    return this.followed(request);
  }

  private async followed({ stage, requestId }: { stage: string; requestId: string }): Promise<number> {
    const [row]: { count: string }[] = await this.source.query(
      `select count(distinct o.id) from obligation o join audit_entry a on a.stream = 'obligation/' || o.id
       where o.stage_id = $1 and a.detail ->> 'request' = $2`,
      [stage, requestId],
    );
    return Number(row!.count);
  }

  /** The year says that a stage is open as soon as its workflow runs; the tables follow within moments, and this attempt is repeated. */
  private mustBeOpen({ status, key }: StageRow): void {
    if (status === 'planned') throw new Error(`Stage ${key} is about to open.`);
    if (status === 'closed') throw this.refused(new DomainError('ALREADY_CLOSED', { key }));
  }

  private room({ name }: StageRow): StageRoom {
    return this.rooms.find((it) => it.name === name)!;
  }

  private async startUnstarted(campaign: string): Promise<void> {
    const rows: { id: string }[] = await this.source.query('select id from obligation where campaign_id = $1 and started_at is null', [
      campaign,
    ]);
    await this.starter.start(
      rows.map(({ id }) => id),
      heartbeat,
    );
  }

  /** Rows of which no workflow runs yet can be asked for nothing. */
  private async startAll(stage: string): Promise<void> {
    const rows: { id: string }[] = await this.source.query('select id from obligation where stage_id = $1 and started_at is null', [stage]);
    await this.starter.start(
      rows.map(({ id }) => id),
      heartbeat,
    );
  }

  private async openObligations(manager: EntityManager, stage: string): Promise<readonly OpenDocuments[]> {
    return manager.query(
      `select o.id as obligation, array_agg(d.id::text) as documents from obligation o join document d on d.obligation_id = o.id
       where o.stage_id = $1 and o.status = 'open' and d.status in ('open', 'returned', 'in-review') group by o.id`,
      [stage],
    );
  }
}
