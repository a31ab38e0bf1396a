import { limitOf } from '#domain/obligation/chain.js';
import { recalendar, rungName } from '#domain/obligation/deadline.js';
import { isFinal, isWithDebtor } from '#domain/obligation/state.js';
import type { ObligationState } from '#domain/obligation/state.js';
import type { Calendar } from './calendar.js';

/** An instant (ms) of an open obligation that another calendar would move: a reminder that is ahead, or the time limit of a step. */
export interface MovedInstant {
  readonly what: 'reminder' | 'limit';
  /** The rung by its working days from the due day (`-3@09:00`), or the step. */
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

const reminders = (state: ObligationState, after: ObligationState): readonly MovedInstant[] => {
  const moved = new Map(recalendar(after, state.deadline).rungs.map((rung) => [rungName(rung), rung.at]));
  return state.deadline.rungs.flatMap((rung): MovedInstant[] => {
    const to = moved.get(rungName(rung));
    return rung.state !== 'ahead' || to === undefined || to === rung.at
      ? []
      : [{ what: 'reminder', name: rungName(rung), from: rung.at, to }];
  });
};

const limits = (state: ObligationState, after: ObligationState): readonly MovedInstant[] => {
  const inReview = Object.values(state.documents).filter((it) => !isFinal(it) && !isWithDebtor(it));
  const moved = inReview.flatMap(({ step, limit }): MovedInstant[] => {
    if (limit === null || limit.passed) return [];
    const { step: name } = after.chain[step]!;
    const to = limitOf(after, after.chain[step]!, limit.from)?.at;
    return to === undefined || to === limit.at ? [] : [{ what: 'limit', name, from: limit.at, to }];
  });
  return [...new Map(moved.map((it) => [`${it.name} ${String(it.from)}`, it])).values()];
};

/** What of an open obligation would move by another calendar. The due day itself stays: it was set as a day. */
export const movesBy = (state: ObligationState, calendar: Calendar): readonly MovedInstant[] => {
  const after = { ...state, calendar };
  return [...reminders(state, after), ...limits(state, after)];
};
