import { limitOf } from '#domain/obligation/chain.js';
import { recalendar, rungName } from '#domain/obligation/deadline.js';
import { isFinal, isWithDebtor, ownersOf, turnOf } from '#domain/obligation/state.js';
import type { DocumentState, ObligationState, Person } from '#domain/obligation/state.js';
import { isWorkingDay } from './calendar.js';
import type { Calendar } from './calendar.js';

/** Does anything of the deadline change: its instant, a rung that is still ahead, or whether its day is a working day? */
const deadlineMoves = (before: ObligationState, after: ObligationState): boolean => {
  const { dueOn, dueAt, rungs } = before.deadline;
  const moved = recalendar(after, before.deadline);
  const instants = new Map(moved.rungs.map((rung) => [rungName(rung), rung.at]));
  if (moved.dueAt !== dueAt || isWorkingDay(before.calendar, dueOn) !== isWorkingDay(after.calendar, dueOn)) return true;
  return rungs.some((rung) => rung.state === 'ahead' && instants.get(rungName(rung)) !== rung.at);
};

const limitMoves = (after: ObligationState, { step, limit }: DocumentState): boolean =>
  limit !== null && !limit.passed && limitOf(after, after.chain[step]!, limit.from)?.at !== limit.at;

/**
 * For whom instants move when an open obligation goes by another calendar: whoever owes its documents, where its deadline or reminders move;
 * whoever's turn it is with one in review, where the step's time limit moves.
 */
export const movedBy = (state: ObligationState, calendar: Calendar): readonly Person[] => {
  const after = { ...state, calendar };
  const open = Object.values(state.documents).filter((it) => !isFinal(it));
  const debtors = deadlineMoves(state, after) ? open.flatMap((it) => ownersOf(state, it)) : [];
  const reviewers = open.filter((it) => !isWithDebtor(it) && limitMoves(after, it)).flatMap((it) => turnOf(state, it));
  return [...new Set([...debtors, ...reviewers])];
};
