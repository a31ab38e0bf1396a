import { Injectable } from '@nestjs/common';
import { ApplicationFailure } from '@temporalio/activity';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type {
  AgencyReplacementActivities,
  AgencyReplacementAnswer,
  AgencyReplacementInput,
} from '#contracts/evaluation/agency-replacement.contract.js';
import { DomainError } from '#domain/errors/domain-error.js';
import type { Person } from '#domain/obligation/state.js';
import { DEBTOR_OF } from '#domain/stage/document-kind.js';
import type { Seat } from '#domain/stage/stage.js';
import { note } from '#persistence/audit/note.js';
import { EvaluationRepository } from '#persistence/campaign/evaluation.repository.js';
import { ReplacementRepository } from '#persistence/campaign/replacement.repository.js';
import type { EvaluationWork } from '#persistence/campaign/replacement.repository.js';
import { loadSeats } from '#persistence/campaign/seats.js';
import type { Seats } from '#persistence/campaign/seats.js';
import { OutboxRepository } from '#persistence/notification/outbox.repository.js';
import type { Place } from '#persistence/obligation/obligation-opener.js';
import { Clock } from '#platform/clock.js';
import { OpenObligations } from '../obligation/open-obligations.js';
import type { SeatChange } from '../obligation/open-obligations.js';

const same = (a: readonly Person[], b: readonly Person[]): boolean => a.length === b.length && a.every((it) => b.includes(it));

/** The seats that an agency fills: its own, and the debtor's where the agency owes. */
const seatsOfAgency = ({ kind, seats: before }: EvaluationWork, seats: Seats, place: Place): readonly SeatChange[] => {
  const debtor = DEBTOR_OF[kind];
  if (debtor === 'rater') return [];
  const filled: readonly Seat[] = debtor === 'agency' ? ['debtor', 'agency'] : ['agency'];
  const after = seats.of(debtor, place);
  return filled.filter((seat) => !same(before[seat] ?? [], after[seat])).map((seat) => ({ seat, people: after[seat] }));
};

/** 改派机构 after the stage has opened. */
@Injectable()
export class AgencyReplacementActivitiesProvider implements AgencyReplacementActivities {
  constructor(
    private readonly source: DataSource,
    private readonly evaluations: EvaluationRepository,
    private readonly replacements: ReplacementRepository,
    private readonly outbox: OutboxRepository,
    private readonly obligations: OpenObligations,
    private readonly clock: Clock,
  ) {}

  async replaceAgency(request: AgencyReplacementInput & { readonly now: number }): Promise<void> {
    try {
      await this.source.transaction((manager) => this.write(manager, request));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      throw ApplicationFailure.nonRetryable(error.message, error.code, error.details);
    }
  }

  async followReplacement({
    evaluation,
    reason,
    requestId,
  }: Pick<AgencyReplacementInput, 'evaluation' | 'reason' | 'requestId'>): Promise<AgencyReplacementAnswer> {
    const { manager } = this.source;
    const sheets = await this.replacements.withdrawnSheets(manager, evaluation);
    for (const { obligation, document } of sheets) {
      await this.obligations.ask(obligation, { name: 'cancel', requestId, actor: null, reason, documents: [{ id: document }] });
    }
    const { district, place } = await this.replacements.place(manager, evaluation);
    const seats = await loadSeats(manager, district);
    const works = await this.replacements.openWork(manager, evaluation);
    const changes = works.map((work) => ({ id: work.id, seats: seatsOfAgency(work, seats, place) }));
    for (const { id, seats: changed } of changes) await this.obligations.seat(id, changed, requestId);
    return { moved: changes.filter((it) => it.seats.length > 0).length, withdrawn: sheets.length };
  }

  private async write(manager: EntityManager, request: AgencyReplacementInput & { readonly now: number }): Promise<void> {
    const { evaluation: id, agency, assignment, reason, actor, requestId, now } = request;
    const evaluation = await this.evaluations.lock(manager, id);
    if (await this.replacements.isDone(manager, id, requestId)) return;
    if (['accepted', 'abandoned'].includes(evaluation.status)) throw new DomainError('ALREADY_CLOSED');
    const former = evaluation.place.agency!;
    const at = new Date(this.clock.toBusiness(now));
    const [first] = await this.replacements.openWork(manager, id);
    await this.replacements.write(manager, id, { former, agency, assignment, at });
    const detail = { from: former, to: agency, reason, request: requestId };
    const { district } = await this.replacements.place(manager, id);
    const entry = { stream: `evaluation/${id}`, districtId: district, at, actorId: actor, onBehalfOf: null };
    await note(manager, { ...entry, type: 'reassignEvaluation', detail });
    const people = await this.replacements.people(manager, [former, agency]);
    await this.outbox.put(
      manager,
      people.map((person) => ({
        ...{ key: `${requestId}:${id}:${person}`, person, obligation: first?.id ?? null, kind: 'agency-replaced', at },
        detail: { evaluation: id, name: evaluation.projectName, from: former, to: agency, reason, documents: [] },
      })),
    );
  }
}
