import { DomainError } from '#domain/errors/domain-error.js';
import type { ClockTime, Day } from '#domain/policy/policy.js';

const DAY_MS = 86_400_000;
const BITS = 4;

/**
 * The frozen calendar as an obligation carries it: which of its consecutive days are working days, by the State Council's yearly notice
 * (swapped working days included), and the instant at which its first day begins. It is plain JSON, so a workflow computes every deadline
 * from its own input, and loading a calendar of a new year cannot change a running workflow's past.
 *
 * `beginsAt` is the instant (ms) of 00:00 Asia/Shanghai on `firstDay`. A rehearsal of a past year hands out the same calendar with a later
 * `beginsAt`; nothing else knows of it.
 */
export interface Calendar {
  readonly version: string;
  readonly firstDay: Day;
  readonly beginsAt: number;
  /** One bit a day from `firstDay` on, most significant first, as hexadecimal digits: 1 is a working day. */
  readonly workingDays: string;
  /** Days from this one on are not announced yet: weekday rule, provisional. */
  readonly provisionalFrom?: Day;
}

const serial = (day: Day): number => {
  const ms = Date.parse(`${day}T00:00:00Z`);
  // Date.parse takes 2023-02-30 for 2 March, so the day must also read back as it was written.
  if (Number.isNaN(ms) || asDay(ms / DAY_MS) !== day) throw new DomainError('NOT_A_DAY', { day });
  return ms / DAY_MS;
};

const asDay = (serialDay: number): Day => new Date(serialDay * DAY_MS).toISOString().slice(0, 10);

/** Does the text name a day that exists, as `YYYY-MM-DD`? */
export const isDay = (text: string): boolean => {
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && asDay(ms / DAY_MS) === text;
};

/** Is the text a clock time from `00:00` to `24:00`? */
export const isClockTime = (text: string): boolean => /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(text);

/** The day `count` calendar days after (negative: before) `day`. */
export const addDays = (day: Day, count: number): Day => asDay(serial(day) + count);

const length = (calendar: Calendar): number => calendar.workingDays.length * BITS;

const isWorkingIndex = (calendar: Calendar, index: number): boolean => {
  if (index < 0 || index >= length(calendar)) {
    throw new DomainError('OUTSIDE_CALENDAR', { day: asDay(serial(calendar.firstDay) + index), calendar: calendar.version });
  }
  const digit = parseInt(calendar.workingDays[Math.floor(index / BITS)]!, 16);
  return (digit & (8 >> (index % BITS))) !== 0;
};

const indexOf = (calendar: Calendar, day: Day): number => serial(day) - serial(calendar.firstDay);

/** Packs one answer a day into a calendar. Days past a multiple of four are padded as days off. */
export const packCalendar = (calendar: Omit<Calendar, 'workingDays'>, working: readonly boolean[]): Calendar => {
  let workingDays = '';
  for (let i = 0; i < working.length; i += BITS) {
    const digit = [0, 1, 2, 3].reduce((sum, bit) => sum + (working[i + bit] ? 8 >> bit : 0), 0);
    workingDays += digit.toString(16);
  }
  return { ...calendar, workingDays };
};

/** Is the day a working day by this calendar? Throws `OUTSIDE_CALENDAR` for a day that it does not hold. */
export const isWorkingDay = (calendar: Calendar, day: Day): boolean => isWorkingIndex(calendar, indexOf(calendar, day));

/**
 * The day `count` working days after (negative: before) `day`; `day` itself is not counted and need not be a working day. 0 is `day`.
 * "Within 10 working days of 2023-09-28" is `addWorkingDays(calendar, '2023-09-28', 10)`.
 */
export const addWorkingDays = (calendar: Calendar, day: Day, count: number): Day => {
  const step = Math.sign(count);
  let index = indexOf(calendar, day);
  for (let left = Math.abs(count); left > 0;) {
    index += step;
    if (isWorkingIndex(calendar, index)) left -= 1;
  }
  return asDay(serial(calendar.firstDay) + index);
};

/** Working days from the day after `from` to `to`, both ends by their day; negative when `to` lies before `from`. */
export const workingDaysBetween = (calendar: Calendar, from: Day, to: Day): number => {
  const [start, end] = [indexOf(calendar, from), indexOf(calendar, to)];
  if (end < start) return -workingDaysBetween(calendar, to, from);
  let count = 0;
  for (let index = start + 1; index <= end; index += 1) if (isWorkingIndex(calendar, index)) count += 1;
  return count;
};

/** The instant (ms) of a clock time on a day; `24:00` is the end of the day. */
export const instantOf = (calendar: Calendar, day: Day, at: ClockTime): number => {
  if (!isClockTime(at)) throw new DomainError('NOT_A_CLOCK_TIME', { at });
  const [hours, minutes] = [Number(at.slice(0, 2)), Number(at.slice(3))];
  return calendar.beginsAt + indexOf(calendar, day) * DAY_MS + (hours * 60 + minutes) * 60_000;
};

/** The day on which an instant (ms) falls. */
export const dayOf = (calendar: Calendar, instant: number): Day =>
  asDay(serial(calendar.firstDay) + Math.floor((instant - calendar.beginsAt) / DAY_MS));
