import { addWorkingDays, dayOf, instantOf } from '#domain/calendar/calendar.js';
import type { Calendar } from '#domain/calendar/calendar.js';
import type { Day } from '#domain/policy/policy.js';

/** How a debtor behaves in one stage of a rehearsal. */
export const BEHAVIOURS = ['early', 'on-time', 'late', 'returned', 'on-time', 'extended', 'silent'] as const;
export type Behaviour = (typeof BEHAVIOURS)[number];

/** Every debtor does everything once: its place in the district and the stage's in the plan decide. */
export const behaviourOf = (debtor: number, stage: number): Behaviour => BEHAVIOURS[(debtor + stage * 3) % BEHAVIOURS.length]!;

/** Working days from the due day at which somebody files, and the hour. */
const FILES: Readonly<Record<Behaviour, { readonly day: number; readonly at: string }>> = {
  early: { day: -10, at: '10:00' },
  'on-time': { day: -2, at: '10:00' },
  returned: { day: -5, at: '10:00' },
  late: { day: 2, at: '11:00' },
  extended: { day: -1, at: '16:00' },
  silent: { day: 6, at: '10:00' },
};

const nextWorkingDayAt = (calendar: Calendar, now: number, at: string): number =>
  instantOf(calendar, addWorkingDays(calendar, dayOf(calendar, now), 1), at);

/** When a debtor of this behaviour files, on the calendar's clock; never before the next working day. */
export const filesAt = (behaviour: Behaviour, calendar: Calendar, dueOn: Day, now: number): number => {
  const { day, at } = FILES[behaviour];
  const wanted = instantOf(calendar, addWorkingDays(calendar, dueOn, day), at);
  return Math.max(wanted, nextWorkingDayAt(calendar, now, at));
};

/** Reviewers go through all that waits for them in the afternoon of the next working day. */
export const reviewsAt = (calendar: Calendar, now: number): number => nextWorkingDayAt(calendar, now, '14:00');

/** The bureau decides on extensions the next working day. */
export const decidesAt = (calendar: Calendar, now: number): number => nextWorkingDayAt(calendar, now, '15:00');

/** An extension is asked for two working days before the due day, for a week more. */
export const asksExtensionAt = (calendar: Calendar, dueOn: Day, now: number): number =>
  Math.max(instantOf(calendar, addWorkingDays(calendar, dueOn, -2), '16:00'), nextWorkingDayAt(calendar, now, '16:00'));

/** A week from the due day, or from today where that has passed. */
export const extendedDay = (calendar: Calendar, dueOn: Day, now: number): Day => {
  const today = dayOf(calendar, now);
  return addWorkingDays(calendar, dueOn > today ? dueOn : today, 5);
};
