import type { ObligationState } from './state.js';

/** What an obligation is held to: set when it is opened and seldom changed (a new calendar, other people in a seat). */
export type Terms = Pick<ObligationState, 'calendar' | 'chain' | 'ladder' | 'seats'>;

/** All the rest of the state: what each transition moves. */
export type Course = Omit<ObligationState, keyof Terms>;

export const termsOf = ({ calendar, chain, ladder, seats }: ObligationState): Terms => ({ calendar, chain, ladder, seats });

const TERMS: readonly string[] = ['calendar', 'chain', 'ladder', 'seats'] satisfies (keyof Terms)[];

export const courseOf = (state: ObligationState): Course =>
  Object.fromEntries(Object.entries(state).filter(([name]) => !TERMS.includes(name))) as unknown as Course;

/** The terms, if a transition since `before` has touched them; rules replace what they change and leave the rest as it is. */
export const changedTerms = (before: ObligationState, after: ObligationState): Terms | null => {
  const [was, is] = [termsOf(before), termsOf(after)];
  return (Object.keys(is) as (keyof Terms)[]).some((name) => was[name] !== is[name]) ? is : null;
};
