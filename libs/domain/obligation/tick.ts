import { enterStep, leaveReview } from './chain.js';
import { newTurn } from './filing.js';
import { inSeat, isWithDebtor, owes, ownersOf, turnOf } from './state.js';
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
  const key = `d${String(state.deadline.serial)}:${String(rung.day)}`;
  const overdue: NoticeKind = rung.at > state.deadline.dueAt ? 'overdue' : 'reminder';
  return [
    { key, kind: overdue, to: people(state, rung.remind) },
    { key, kind: rung.circulation ? 'circulation' : 'escalation', to: people(state, rung.escalate) },
  ];
};

/** One rung, sent once: it is marked in the same transition that carries its notices. */
const climb = (state: ObligationState, rung: Rung, now: number): Decision => {
  const rungs = state.deadline.rungs.map((it) => (it.day === rung.day ? { ...it, state: 'sent' as const } : it));
  const detail = { deadline: state.deadline.serial, rung: rung.day, on: rung.on, at: rung.at };
  return happen(
    state,
    { deadline: { ...state.deadline, rungs } },
    { type: 'rung', at: now, actor: null, detail, notices: () => rungNotices(state, rung) },
  );
};

const afterLimit = (state: ObligationState, document: DocumentState, now: number): DocumentState => {
  const meaning = state.chain[document.step]!.onLimit ?? 'remind';
  if (meaning === 'approve') return enterStep(state, document, document.step + 1, now);
  if (meaning === 'return') return leaveReview(document, 'returned');
  return { ...document, limit: { ...document.limit!, passed: true } };
};

/** The time limit of a step has passed for these documents, all of the same step. */
const limitPassed = (state: ObligationState, step: number, now: number): Decision => {
  const spec = state.chain[step]!;
  const concerned = dueLimits(state, now).filter((document) => document.step === step);
  const changed = concerned.map((document) => afterLimit(state, document, now));
  const reviewers = [...new Set(concerned.flatMap((document) => turnOf(state, document)))];
  const notices = (sequence: number, after: ObligationState): Notice[] => {
    const key = `t${String(sequence)}`;
    const back = changed.filter(isWithDebtor).flatMap((document) => ownersOf(after, document));
    const waiting = changed.filter(({ step: now }) => now === step);
    return [
      {
        key,
        kind: 'review-due',
        to:
          waiting.length > 0
            ? reviewers
            : newTurn(
                state,
                after,
                changed.filter(({ status }) => status === 'in-review'),
              ),
      },
      { key, kind: 'escalation', to: (spec.escalate ?? []).flatMap((seat) => inSeat(state, seat)) },
      { key, kind: 'returned', to: [...new Set(back)] },
    ];
  };
  const detail = { step: spec.step, meaning: spec.onLimit ?? 'remind' };
  return happen(state, {}, { type: 'limit', at: now, actor: null, changed, detail, notices });
};

/** Silence at the deadline means something here: consent, or a return to the sender. */
const silenceFallen = (state: ObligationState, now: number): Decision => {
  const to = state.silence === 'consent' ? 'consented' : 'lapsed';
  const changed = Object.values(state.documents)
    .filter(isWithDebtor)
    .map((document) => leaveReview(document, to));
  const notices = (sequence: number, after: ObligationState): Notice[] => [
    { key: `t${String(sequence)}`, kind: 'decided', to: [...new Set(changed.flatMap((document) => ownersOf(after, document)))] },
  ];
  return happen(state, {}, { type: 'silence', at: now, actor: null, changed, detail: { meaning: state.silence }, notices });
};

const dueLimits = (state: ObligationState, now: number): DocumentState[] =>
  Object.values(state.documents).filter(({ limit }) => limit !== null && !limit.passed && limit.at <= now);

/** The next thing the clock has to say at `now`, or null. */
const nextHappening = (state: ObligationState, now: number): Decision | null => {
  if (state.status !== 'open') return null;
  const limited = dueLimits(state, now)[0];
  if (limited) return limitPassed(state, limited.step, now);
  if (!owes(state)) return null;
  const rung = state.deadline.rungs.find((it) => it.state === 'ahead' && it.at <= now);
  if (rung) return climb(state, rung, now);
  return state.silence !== 'none' && state.deadline.dueAt <= now ? silenceFallen(state, now) : null;
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

/** Null: nothing happens unless somebody acts. Rungs wait while nothing is owed. */
export const nextWake = (state: ObligationState): Wake | null => {
  if (state.status !== 'open') return null;
  const wakes: Wake[] = Object.values(state.documents).flatMap(({ limit }) =>
    limit && !limit.passed ? [{ at: limit.at, what: 'limit' as const }] : [],
  );
  if (owes(state)) {
    const rung = state.deadline.rungs.find((it) => it.state === 'ahead');
    if (rung) wakes.push({ at: rung.at, what: 'rung' });
    if (state.silence !== 'none') wakes.push({ at: state.deadline.dueAt, what: 'silence' });
  }
  return wakes.reduce<Wake | null>((first, wake) => (first === null || wake.at < first.at ? wake : first), null);
};
