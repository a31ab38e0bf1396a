import type { ObligationState, Person } from '#domain/obligation/state.js';
import { isWithDebtor } from '#domain/obligation/state.js';
import type { NoticeKind } from '#domain/obligation/transition.js';
import { outlookOf, waitingOf } from './outlook.js';
import type { Ahead } from './outlook.js';

/**
 * What may go wrong by a day if nobody acts. `overdue`: it is late already. `late`: it falls due and nothing is filed. `silence`: it falls due
 * and silence means something there. `escalation`: those above hear of it. `limit`: a reviewer's time has run out or does.
 */
export const RISKS = ['overdue', 'late', 'silence', 'escalation', 'limit'] as const;
export type Risk = (typeof RISKS)[number];

/** Somebody with documents to decide on, and when the first of their time limits ends or ended (engine's instant, ms); null: none does by then. */
export interface Load {
  readonly person: Person;
  readonly documents: number;
  readonly limitAt: number | null;
}

/** One thing that the clock says by then; `to`: whom it tells. */
export interface Coming {
  readonly at: number;
  readonly what: Ahead['what'];
  readonly risk: Risk | null;
  readonly to: readonly Person[];
}

export interface Foreseen {
  /** Documents that are with the debtor, and with reviewers. */
  readonly owed: number;
  readonly inReview: number;
  readonly risks: readonly Risk[];
  readonly coming: readonly Coming[];
  readonly loads: readonly Load[];
}

const TO_THOSE_ABOVE: readonly NoticeKind[] = ['escalation', 'circulation'];

const comingOf = ({ at, what, transitions }: Ahead): Coming => {
  const notices = transitions.flatMap((it) => it.notices).filter(({ to }) => to.length > 0);
  const rises = notices.some(({ kind }) => TO_THOSE_ABOVE.includes(kind));
  return { at, what, risk: what === 'rung' ? (rises ? 'escalation' : null) : what, to: [...new Set(notices.flatMap(({ to }) => to))] };
};

const loadsOf = (state: ObligationState, until: number): Load[] => {
  const loads = new Map<Person, Load>();
  for (const { doing, documents, people, until: limit } of waitingOf(state)) {
    if (doing !== 'review') continue;
    for (const person of people) {
      const before = loads.get(person) ?? { person, documents: 0, limitAt: null };
      const limits = [before.limitAt, limit !== null && limit <= until ? limit : null].filter((it) => it !== null);
      loads.set(person, {
        person,
        documents: before.documents + documents.length,
        limitAt: limits.length > 0 ? Math.min(...limits) : null,
      });
    }
  }
  return [...loads.values()];
};

/** How an open obligation fares from `now` to `until` (engine's instants, ms; `until` included) if nobody acts, as its workflow would decide. */
export const foresee = (state: ObligationState, now: number, until: number): Foreseen => {
  const documents = Object.values(state.documents);
  const owed = documents.filter(isWithDebtor).length;
  const coming = outlookOf(state)
    .ahead.filter(({ at }) => at <= until)
    .map(comingOf);
  const { dueAt } = state.deadline;
  const falls = owed > 0 && dueAt > now && dueAt <= until;
  const says = (risk: Risk): boolean => coming.some((it) => it.risk === risk);
  const loads = loadsOf(state, until);
  const holds: Readonly<Record<Risk, boolean>> = {
    overdue: owed > 0 && dueAt <= now,
    late: falls && !says('silence'),
    silence: says('silence'),
    escalation: says('escalation'),
    limit: says('limit') || loads.some(({ limitAt }) => limitAt !== null),
  };
  const inReview = documents.filter(({ status }) => status === 'in-review').length;
  return { owed, inReview, risks: RISKS.filter((it) => holds[it]), coming, loads };
};
