import { enterStep, leaveReview, returnToDebtor } from './chain.js';
import { rungName } from './deadline.js';
import { newTurn } from './filing.js';
import { inSeat, isFinal, isWithDebtor, owes, ownersOf, silentOn, turnOf } from './state.js';
import type { DocumentState, ObligationState, Person, Rung } from './state.js';
import { happen } from './transition.js';
import type { Decision, Notice, NoticeKind } from './transition.js';

const people = (state: ObligationState, seats: Rung['remind']): Person[] => [
  ...new Set(seats.flatMap((seat) => (seat === 'debtor' ? debtorsWhoOwe(state) : inSeat(state, seat)))),
];

const debtorsWhoOwe = (state: ObligationState): readonly Person[] =>
  Object.values(state.documents)
    .filter(isWithDebtor)
    .flatMap((document) => ownersOf(state, document));

const rungNotices = (state: ObligationState, rung: Rung): Notice[] => {
  const key = `d${String(state.deadline.serial)}:${rungName(rung)}`;
  const overdue: NoticeKind = rung.at > state.deadline.dueAt ? 'overdue' : 'reminder';
  const above = people(state, rung.escalate);
  // Who sits in several seats hears of a rung once, in its sharper form.
  const reminded = people(state, rung.remind).filter((person) => !above.includes(person));
  return [
    { key, kind: overdue, to: reminded },
    { key, kind: rung.circulation ? 'circulation' : 'escalation', to: above },
  ];
};

/** One rung, sent once: it is marked in the same transition that carries its notices. */
const climb = (state: ObligationState, rung: Rung, now: number): Decision => {
  const rungs = state.deadline.rungs.map((it) => (it === rung ? { ...it, state: 'sent' as const } : it));
  const detail = { deadline: state.deadline.serial, rung: rung.day, clock: rung.clock, on: rung.on };
  return happen(
    state,
    { deadline: { ...state.deadline, rungs } },
    { type: 'rung', at: now, actor: null, detail, notices: () => rungNotices(state, rung) },
  );
};

const afterLimit = (state: ObligationState, document: DocumentState, now: number): DocumentState => {
  const meaning = state.chain[document.step]!.onLimit ?? 'remind';
  if (meaning === 'approve') return enterStep(state, document, document.step + 1, now);
  if (meaning === 'return') return returnToDebtor(state, document, now);
  return { ...document, limit: { ...document.limit!, passed: true } };
};

const limitNotices = (before: ObligationState, step: number, changed: readonly DocumentState[]) => {
  const spec = before.chain[step]!;
  const waiting = changed.filter((document) => document.step === step);
  const moved = changed.filter((document) => document.status === 'in-review' && document.step !== step);
  return (sequence: number, after: ObligationState): Notice[] => {
    const key = `t${String(sequence)}`;
    const owners = (some: (document: DocumentState) => boolean): Person[] => [
      ...new Set(changed.filter(some).flatMap((document) => ownersOf(after, document))),
    ];
    const still = waiting.flatMap((document) => turnOf(before, document));
    return [
      { key, kind: 'review-due', to: [...new Set([...still, ...newTurn(before, after, moved)])] },
      { key, kind: 'escalation', to: people(before, spec.escalate ?? []) },
      { key, kind: 'returned', to: owners(isWithDebtor) },
      { key, kind: 'decided', to: owners(isFinal) },
    ];
  };
};

/** The time limit of a step has passed for these documents, all of the same step. */
const limitPassed = (state: ObligationState, step: number, now: number): Decision => {
  const spec = state.chain[step]!;
  const concerned = dueLimits(state, now).filter((document) => document.step === step);
  const changed = concerned.map((document) => afterLimit(state, document, now));
  const detail = { step: spec.step, meaning: spec.onLimit ?? 'remind' };
  return happen(state, {}, { type: 'limit', at: now, actor: null, changed, detail, notices: limitNotices(state, step, changed) });
};

/** Silence at the deadline means something here: consent, or a return to the sender. */
const silenceFallen = (state: ObligationState, now: number): Decision => {
  const to = state.silence === 'consent' ? 'consented' : 'lapsed';
  const changed = silentOn(state).map((document) => leaveReview(document, to));
  const notices = (sequence: number, after: ObligationState): Notice[] => [
    { key: `t${String(sequence)}`, kind: 'decided', to: [...new Set(changed.flatMap((document) => ownersOf(after, document)))] },
  ];
  return happen(state, {}, { type: 'silence', at: now, actor: null, changed, detail: { meaning: state.silence }, notices });
};

const dueLimits = (state: ObligationState, now: number): DocumentState[] =>
  Object.values(state.documents).filter(({ limit }) => limit !== null && !limit.passed && limit.at <= now);

/** The next thing the clock has to say at `now`, or null. In the order of their instants, so that a clock that stood still says the same. */
const nextHappening = (state: ObligationState, now: number): Decision | null => {
  const wake = nextWake(state);
  if (wake === null || wake.at > now) return null;
  if (wake.what === 'silence') return silenceFallen(state, now);
  if (wake.what === 'rung') return climb(state, nextRung(state)!, now);
  const first = dueLimits(state, now).reduce((a, b) => (b.limit!.at < a.limit!.at ? b : a));
  return limitPassed(state, first.step, now);
};

/** Everything that is due by `now` (ms), in order. Asked again at the same instant it answers nothing: whatever spoke has been marked. */
export const tick = (state: ObligationState, now: number): Decision => {
  const first = nextHappening(state, now);
  if (!first) return { state, transitions: [] };
  const rest = tick(first.state, now);
  return { state: rest.state, transitions: [...first.transitions, ...rest.transitions] };
};

/** When the clock speaks next if nobody acts, and what it will say. */
export interface Wake {
  readonly at: number;
  readonly what: 'rung' | 'limit' | 'silence';
}

const nextRung = (state: ObligationState): Rung | undefined =>
  owes(state) ? state.deadline.rungs.find((it) => it.state === 'ahead') : undefined;

/** Null: nothing happens unless somebody acts. Rungs wait while nothing is owed. */
export const nextWake = (state: ObligationState): Wake | null => {
  if (state.status !== 'open') return null;
  const wakes: Wake[] = Object.values(state.documents).flatMap(({ limit }) =>
    limit && !limit.passed ? [{ at: limit.at, what: 'limit' as const }] : [],
  );
  const rung = nextRung(state);
  if (rung) wakes.push({ at: rung.at, what: 'rung' });
  if (silentOn(state).length > 0) wakes.push({ at: state.deadline.dueAt, what: 'silence' });
  return wakes.reduce<Wake | null>((first, wake) => (first === null || wake.at < first.at ? wake : first), null);
};
