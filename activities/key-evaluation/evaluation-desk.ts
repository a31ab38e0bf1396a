import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { dayOf } from '#domain/calendar/calendar.js';
import { DomainError } from '#domain/errors/domain-error.js';
import type { Person } from '#domain/obligation/state.js';
import type { Day, StepSpec } from '#domain/policy/policy.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import type { CampaignRow } from '#persistence/campaign/campaign.repository.js';
import type { EvaluationRow } from '#persistence/campaign/evaluation.repository.js';
import { loadSeats } from '#persistence/campaign/seats.js';
import type { Seating } from '#persistence/campaign/seats.js';
import { ObligationOpener } from '#persistence/obligation/obligation-opener.js';
import type { ObligationDraft, Place } from '#persistence/obligation/obligation-opener.js';
import { Clock } from '#platform/clock.js';
import { commonOf } from '../stage/draft.js';

/** A piece of work on an evaluation that somebody owes by a day, beside its four parts. */
interface Work {
  readonly kind: 'questionnaire' | 'evaluation-rating';
  readonly title: string;
  readonly dueOn: Day;
  /** What the document is about. */
  readonly subject: string;
  readonly document: string;
  /** Who owes it by name; absent: the agency. */
  readonly rater?: Person;
}

const NOWHERE: Place = { unit: null, department: null, sectorOffice: null, agency: null };
/** 调查问卷 are approved by the principal before anybody is asked. */
const BUREAU_CHAIN: readonly StepSpec[] = [{ step: 'bureau', who: 'performanceOffice', rule: 'any' }];

/** Above a rater stands the agency, then the bureau; nobody of those who are evaluated. */
const seatsOfRater = (rater: Person, seating: Seating): Seating => ({
  ...seating,
  debtor: [rater],
  department: seating.agency,
  sectorOffice: seating.performanceOffice,
});

/** Opens what an evaluation asks of its agency and raters, with the ladder of the stage; the evaluated unit does not see it. */
@Injectable()
export class EvaluationDesk {
  constructor(
    private readonly campaigns: CampaignRepository,
    private readonly opener: ObligationOpener,
    private readonly clock: Clock,
  ) {}

  /**
   * Answers the ids of the obligations, not started yet, and the campaign that they belong to.
   * @throws DomainError `NOT_LATER` where a due day is not after today
   */
  async open(
    manager: EntityManager,
    evaluation: EvaluationRow,
    works: readonly Work[],
  ): Promise<{ readonly obligations: readonly string[]; readonly campaign: CampaignRow }> {
    const now = this.clock.toEngine(this.clock.now());
    const stage = await this.campaigns.stage(manager, evaluation.stage);
    const { campaign } = stage;
    const seats = await loadSeats(manager, campaign.district);
    const today = dayOf(campaign.calendar, now);
    const drafts = works.map(({ kind, title, dueOn, subject, document, rater }): ObligationDraft => {
      if (dueOn <= today) throw new DomainError('NOT_LATER');
      const common = commonOf(stage, kind, now, { due: dueOn, chain: undefined, silence: 'none' });
      const documents = [{ id: document, title, project: evaluation.project, subject }];
      const seating = seats.of(rater === undefined ? 'agency' : 'rater', evaluation.place);
      if (rater !== undefined) return { ...common, title, documents, place: NOWHERE, seats: seatsOfRater(rater, seating) };
      return { ...common, title, documents, chain: BUREAU_CHAIN, place: { ...NOWHERE, agency: evaluation.place.agency }, seats: seating };
    });
    return { obligations: await this.opener.open(manager, drafts, now), campaign };
  }
}
