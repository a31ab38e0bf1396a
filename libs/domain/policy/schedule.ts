import { addWorkingDays } from '#domain/calendar/calendar.js';
import type { Calendar } from '#domain/calendar/calendar.js';
import type { StageName } from '#domain/stage/stage.js';
import { stageKey } from './policy.js';
import type { Day, PlannedStage, Policy } from './policy.js';

/** A stage laid on the calendar: the day it opens and the day on which it closes at the latest. */
export interface ScheduledStage {
  readonly key: string;
  readonly stage: StageName;
  /** Place in `policy.plan`. */
  readonly index: number;
  readonly opens: Day;
  readonly closes: Day;
  /** Key evaluation: the last day of the comment window. */
  readonly commentsEnd?: Day;
}

const later = (a: Day, b: Day): Day => (a > b ? a : b);

/**
 * Lays the plan on the calendar, every stage at its latest: a stage that follows another opens on the day on which that one closes. A key
 * evaluation closes when the draft's comment window and the final report's days have passed, or on its due day if that is later.
 * The policy must have passed `lintPolicy`.
 * @throws DomainError `OUTSIDE_CALENDAR` when the calendar is too short.
 */
export const schedulePlan = (policy: Policy, calendar: Calendar): readonly ScheduledStage[] => {
  const done = new Map<string, ScheduledStage>();
  const place = (planned: PlannedStage, index: number): ScheduledStage => {
    const key = stageKey(planned);
    const known = done.get(key);
    if (known) return known;
    const before = policy.plan.findIndex((it) => it.stage === planned.after && (it.round ?? 1) === 1);
    const opens = planned.opens ?? place(policy.plan[before]!, before).closes;
    const ends = planned.due ?? (planned.within === undefined ? undefined : addWorkingDays(calendar, opens, planned.within));
    const scheduled: ScheduledStage = { key, stage: planned.stage, index, opens, ...closing(planned, opens, ends, calendar) };
    done.set(key, scheduled);
    return scheduled;
  };
  return policy.plan.map(place);
};

const closing = (
  planned: PlannedStage,
  opens: Day,
  ends: Day | undefined,
  calendar: Calendar,
): Pick<ScheduledStage, 'closes' | 'commentsEnd'> => {
  if (planned.draftDue === undefined) return { closes: ends ?? opens };
  const commentsEnd = addWorkingDays(calendar, planned.draftDue, planned.commentWindow ?? 0);
  const final = addWorkingDays(calendar, commentsEnd, planned.finalWithin ?? 0);
  return { closes: ends ?? later(final, commentsEnd), commentsEnd };
};
