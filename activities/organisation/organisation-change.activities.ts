import { Injectable } from '@nestjs/common';
import { ApplicationFailure, heartbeat } from '@temporalio/activity';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type {
  OrganisationActivities,
  OrganisationChangeAnswer,
  OrganisationChangeInput,
} from '#contracts/organisation/organisation.contract.js';
import { isStageWorkflow } from '#contracts/campaign/campaign.contract.js';
import { DomainError } from '#domain/errors/domain-error.js';
import type { Command } from '#domain/obligation/command.js';
import { note } from '#persistence/audit/note.js';
import { OrganisationChangeRepository } from '#persistence/organisation/organisation-change.repository.js';
import type { ChangeRow } from '#persistence/organisation/organisation-change.repository.js';
import { Clock } from '#platform/clock.js';
import { Engine } from '#temporal/engine.js';
import { ObligationStarter, inParallel } from '../obligation/obligation-starter.js';
import { PlannedChanges } from './planned-change.js';
import { Relocation } from './relocation.js';

const chineseDay = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);

/** Changes of the organisation during the year: written whole in one transaction, then followed by the workflows of what is open. */
@Injectable()
export class OrganisationActivitiesProvider implements OrganisationActivities {
  constructor(
    private readonly source: DataSource,
    private readonly changes: OrganisationChangeRepository,
    private readonly plans: PlannedChanges,
    private readonly relocation: Relocation,
    private readonly starter: ObligationStarter,
    private readonly engine: Engine,
    private readonly clock: Clock,
  ) {}

  async applyOrganisationChange(request: OrganisationChangeInput & { readonly now: number }): Promise<{ readonly change: string }> {
    try {
      return await this.source.transaction(async (manager) => {
        await this.changes.lock(manager, request.district);
        const before = await this.changes.byRequest(manager, request.requestId);
        return { change: before ?? (await this.write(manager, request)) };
      });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      throw ApplicationFailure.nonRetryable(error.message, error.code, error.details);
    }
  }

  async followOrganisationChange({ change: id }: { readonly change: string }): Promise<OrganisationChangeAnswer> {
    const row = await this.changes.get(this.source.manager, id);
    const { reseat, moved, reopened, cancel } = row.following;
    await this.starter.start([...moved, ...reopened, ...cancel.map(({ obligation }) => obligation)], heartbeat);
    await this.tellStages(reopened);
    const { requestId, reason } = row;
    // One transition of an obligation after the other.
    await inParallel(moved, async (obligation) => {
      const seats = reseat.filter((it) => it.obligation === obligation);
      for (const { seat, people } of seats) {
        await this.ask(obligation, { name: 'reseat', requestId: `${requestId}:${seat}`, actor: null, seat, people });
      }
      await this.standIn(obligation, [...new Set(seats.flatMap(({ people }) => people))], requestId);
    });
    await inParallel(cancel, ({ obligation, documents }) =>
      this.ask(obligation, { name: 'cancel', requestId, actor: null, reason, documents: documents.map((it) => ({ id: it })) }),
    );
    await this.changes.followed(this.source.manager, id);
    const cancelled = row.kind === 'cancel-project' ? cancel.flatMap(({ documents }) => documents).length : 0;
    return { change: id, moved: moved.length, reopened: reopened.length, cancelled };
  }

  private async write(manager: EntityManager, request: OrganisationChangeInput & { readonly now: number }): Promise<string> {
    const { district, change, reason, actor, requestId, now } = request;
    const at = new Date(this.clock.toBusiness(now));
    const planned = await this.plans.plan(manager, district, change, chineseDay(at.getTime()));
    const id = uuid();
    const following = await this.relocation.write(manager, { id, kind: change.kind, district, reason, now, at }, planned);
    const { project, unit, successor } = planned;
    const row: ChangeRow = { id, district, kind: change.kind, project, unit, successor, reason, actor, requestId, following };
    await this.changes.insert(manager, row, at);
    const { moved, reopened, cancel } = following;
    await note(manager, {
      ...{ stream: project === null ? `unit/${unit}` : `project/${project}`, districtId: district, at, actorId: actor, onBehalfOf: null },
      type: change.kind,
      detail: { change: id, reason, unit, successor, moved, reopened, cancelled: cancel, request: requestId },
    });
    return id;
  }

  /** Whoever takes a seat may be absent: those who stand in for them may act here, too. */
  private async standIn(obligation: string, people: readonly string[], requestId: string): Promise<void> {
    const absences: { id: string; from: string; to: string; fromOn: string; untilOn: string }[] = await this.source.query(
      `select id, from_person_id as "from", to_person_id as "to", from_on::text as "fromOn", until_on::text as "untilOn"
       from delegation where from_person_id = any ($1) and until_on >= $2::date order by from_on, id`,
      [people, chineseDay(this.clock.now())],
    );
    for (const { id, ...absence } of absences) {
      await this.ask(obligation, { name: 'delegate', requestId: `${requestId}:${id}`, actor: null, ...absence });
    }
  }

  private async ask(obligation: string, command: Command): Promise<void> {
    try {
      await this.engine.act(obligation, command);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'ALREADY_CLOSED') throw error;
    }
    heartbeat(obligation);
  }

  /** A stage that waits for its parts has more of them. */
  private async tellStages(reopened: readonly string[]): Promise<void> {
    const rows: { parent: string | null; parts: number }[] = await this.source.query(
      'select parent, count(*)::int as parts from obligation where id = any ($1) group by parent',
      [reopened],
    );
    for (const { parent, parts } of rows) {
      if (parent !== null && isStageWorkflow(parent)) await this.engine.tell(parent, 'partsAdded', { parts });
    }
  }
}
