import { isWithDebtor, turnOf } from '#domain/obligation/state.js';
import type { ObligationState, Person } from '#domain/obligation/state.js';
import { nextWake, tick } from '#domain/obligation/tick.js';
import type { Wake } from '#domain/obligation/tick.js';
import type { Transition } from '#domain/obligation/transition.js';
import { groupBy } from '#domain/group-by.js';

/** What an obligation waits for: these people with these documents, to file them or to decide on them in a step. */
export interface Waiting {
  readonly doing: 'file' | 'review';
  readonly step: string | null;
  readonly documents: readonly string[];
  readonly people: readonly Person[];
  /** The engine's instant, ms: the deadline, or the step's time limit; null where the step has none. */
  readonly until: number | null;
}

/** What the clock will do at an instant (ms) if nobody acts before. */
export interface Ahead {
  readonly at: number;
  readonly what: Wake['what'];
  readonly transitions: readonly Transition[];
}

/** A course of events that repeats itself would never end; no policy makes one so long. */
const MOST = 60;

/** What is waited for now, one line for those who wait for the same people by the same instant. */
export const waitingOf = (state: ObligationState): readonly Waiting[] => {
  if (state.status !== 'open') return [];
  const lines = Object.values(state.documents).flatMap((document): Waiting[] => {
    const people = turnOf(state, document);
    const it = { documents: [document.id], people };
    if (isWithDebtor(document)) return [{ ...it, doing: 'file', step: null, until: state.deadline.dueAt }];
    if (document.status !== 'in-review') return [];
    return [{ ...it, doing: 'review', step: state.chain[document.step]?.step ?? null, until: document.limit?.at ?? null }];
  });
  const keyOf = ({ doing, step, people, until }: Waiting): string => JSON.stringify([doing, step, until, [...people].sort()]);
  return [...groupBy(lines, keyOf).values()].map((its) => ({ ...its[0]!, documents: its.flatMap(({ documents }) => documents) }));
};

/**
 * Everything that happens from `state` on if nobody acts, as the workflow itself would decide it: rung after rung, time limits, silence.
 * Answers also how the obligation stands after it.
 */
export const outlookOf = (state: ObligationState): { readonly ahead: readonly Ahead[]; readonly after: ObligationState } => {
  const ahead: Ahead[] = [];
  let after = state;
  for (let wake = nextWake(after); wake !== null && ahead.length < MOST; wake = nextWake(after)) {
    const { transitions, state: next } = tick(after, wake.at);
    if (transitions.length === 0) break;
    ahead.push({ ...wake, transitions });
    after = next;
  }
  return { ahead, after };
};
