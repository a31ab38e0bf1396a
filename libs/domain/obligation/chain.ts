import { addWorkingDays, dayOf, instantOf } from '#domain/calendar/calendar.js';
import type { StepSpec } from '#domain/policy/policy.js';
import { inSeat } from './state.js';
import type { DocumentState, ObligationState, Person, StepLimit } from './state.js';

const NO_REVIEW = { step: -1, reviewers: [], added: [], approvals: [], limit: null } as const;

/** The limit of a step entered on the day `from`: it ends with the last of its working days. */
export const limitOf = (state: ObligationState, spec: StepSpec, from: string): StepLimit | null => {
  if (spec.within === undefined) return null;
  const day = addWorkingDays(state.calendar, from, spec.within);
  return { from, at: instantOf(state.calendar, day, state.dayEndsAt), passed: false };
};

/** Nobody reviews what they filed themselves, unless the step would then have no reviewer at all; then the command is refused instead. */
const reviewersOf = (state: ObligationState, spec: StepSpec, filedBy: Person | null): readonly Person[] => {
  const seated = inSeat(state, spec.who);
  const others = seated.filter((person) => person !== filedBy);
  return others.length > 0 ? others : seated;
};

/** Puts the document before the reviewers of step `index`, votes cleared; past the last step it is approved. */
export const enterStep = (state: ObligationState, document: DocumentState, index: number, now: number): DocumentState => {
  const spec = state.chain[index];
  if (!spec) return { ...document, ...NO_REVIEW, status: 'approved' };
  return {
    ...document,
    status: 'in-review',
    step: index,
    reviewers: reviewersOf(state, spec, document.filedBy),
    added: [],
    approvals: [],
    limit: limitOf(state, spec, dayOf(state.calendar, now)),
  };
};

/** Takes the document out of review, to the debtor or to its end. */
export const leaveReview = (document: DocumentState, status: DocumentState['status']): DocumentState => ({
  ...document,
  ...NO_REVIEW,
  status,
});

/** Back to the debtor, to be corrected. */
export const returnToDebtor = (state: ObligationState, document: DocumentState, now: number): DocumentState => ({
  ...leaveReview(document, 'returned'),
  returnedAfter: state.deadline.dueAt <= now ? state.deadline.serial : null,
});

const needed = (rule: StepSpec['rule'], reviewers: number): number => {
  if (rule === 'any') return 1;
  return rule === 'all' ? reviewers : Math.min(rule.quorum, reviewers);
};

/** Has the step what it needs: its rule met by its own reviewers, and everybody who was added to it. */
const isDecided = (spec: StepSpec, { reviewers, added, approvals }: DocumentState): boolean => {
  const own = reviewers.filter((person) => approvals.includes(person)).length;
  return own >= needed(spec.rule, reviewers.length) && added.every((person) => approvals.includes(person));
};

/** The document goes on to the next step when this one has all it needs: after an approval, or when those left have all approved. */
export const settle = (state: ObligationState, document: DocumentState, now: number): DocumentState => {
  if (document.status !== 'in-review' || document.approvals.length === 0) return document;
  return isDecided(state.chain[document.step]!, document) ? enterStep(state, document, document.step + 1, now) : document;
};

/** One approval; when it was the last one needed the document goes on to the next step. */
export const approve = (state: ObligationState, document: DocumentState, by: Person, now: number): DocumentState =>
  settle(state, { ...document, approvals: [...document.approvals, by] }, now);
