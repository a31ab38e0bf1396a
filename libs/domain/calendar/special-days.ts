import type { Day } from '#domain/policy/policy.js';
import { addDays, isWorkingDay } from './calendar.js';
import type { Calendar } from './calendar.js';

/** Days in a row that are off, of which one at least would be a working day by its weekday. */
export interface Holiday {
  readonly from: Day;
  readonly until: Day;
  readonly days: number;
}

export interface SpecialDays {
  readonly holidays: readonly Holiday[];
  /** Saturdays and Sundays on which people work (调休). */
  readonly workedWeekends: readonly Day[];
}

const isWeekend = (day: Day): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

const daysOf = (from: Day, until: Day): Day[] => {
  const days: Day[] = [];
  for (let day = from; day <= until; day = addDays(day, 1)) days.push(day);
  return days;
};

/** Runs of consecutive days off. */
const runsOff = (days: readonly Day[], calendar: Calendar): Day[][] => {
  const runs: Day[][] = [];
  let run: Day[] = [];
  for (const day of days) {
    if (isWorkingDay(calendar, day)) run = [];
    else if (run.push(day) === 1) runs.push(run);
  }
  return runs;
};

/**
 * What a timeline shows of a calendar from one day to another, both included: holidays with the weekends that they touch, and swapped working
 * days. @throws DomainError `OUTSIDE_CALENDAR`
 */
export const specialDays = (calendar: Calendar, from: Day, until: Day): SpecialDays => {
  const days = daysOf(from, until);
  const holidays = runsOff(days, calendar)
    .filter((run) => run.some((day) => !isWeekend(day)))
    .map((run) => ({ from: run[0]!, until: run.at(-1)!, days: run.length }));
  return { holidays, workedWeekends: days.filter((day) => isWeekend(day) && isWorkingDay(calendar, day)) };
};
