import { addWorkingDays, instantOf } from '#domain/calendar/calendar.js';
import type { Calendar } from '#domain/calendar/calendar.js';
import type { ClockTime, Day, RungSpec } from '#domain/policy/policy.js';
import type { Deadline, Rung } from './state.js';

const MORNING: ClockTime = '09:00';

/** Names a rung within its deadline: a ladder may have several on one day. */
export const rungName = ({ day, clock }: Pick<Rung, 'day' | 'clock'>): string => `${String(day)}@${clock}`;

interface DeadlineSpec {
  readonly calendar: Calendar;
  readonly dayEndsAt: ClockTime;
  readonly ladder: readonly RungSpec[];
}

const placeRung = (calendar: Calendar, dueOn: Day, spec: RungSpec): Omit<Rung, 'state'> => {
  const on = addWorkingDays(calendar, dueOn, spec.day);
  const clock = spec.at ?? MORNING;
  return {
    day: spec.day,
    clock,
    on,
    at: instantOf(calendar, on, clock),
    remind: spec.remind ?? [],
    escalate: spec.escalate ?? [],
    circulation: spec.notice === 'circulation',
  };
};

/**
 * A deadline with its ladder: each rung stands its number of working days from the due day. Rungs that lie before `from` (ms) have no
 * meaning any more and lapse.
 */
export const makeDeadline = (spec: DeadlineSpec, serial: number, dueOn: Day, from: number): Deadline => ({
  serial,
  dueOn,
  dueAt: instantOf(spec.calendar, dueOn, spec.dayEndsAt),
  rungs: spec.ladder
    .map((rung) => placeRung(spec.calendar, dueOn, rung))
    .sort((a, b) => a.at - b.at)
    .map((rung) => ({ ...rung, state: rung.at < from ? 'lapsed' : 'ahead' })),
});

/** The same deadline by another calendar: rungs that were sent stay sent, those ahead move to their new instants. */
export const recalendar = (spec: DeadlineSpec, deadline: Deadline): Deadline => {
  const states = new Map(deadline.rungs.map((rung) => [rungName(rung), rung.state]));
  const moved = makeDeadline(spec, deadline.serial, deadline.dueOn, -Infinity);
  return { ...moved, rungs: moved.rungs.map((rung) => ({ ...rung, state: states.get(rungName(rung)) ?? 'ahead' })) };
};
