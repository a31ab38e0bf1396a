import chineseDays from 'chinese-days';
import { addDays, packCalendar } from '#domain/calendar/calendar.js';
import type { Calendar } from '#domain/calendar/calendar.js';
import type { Day } from '#domain/policy/policy.js';
import { CalendarVersionError, latestVersion, parseVersion } from './calendar-version.js';

const DAY_MS = 86_400_000;

const isWeekday = (day: Day): boolean => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
};

const daysOf = (year: number): Day[] => {
  const first = Date.UTC(year, 0, 1);
  const count = (Date.UTC(year + 1, 0, 1) - first) / DAY_MS;
  return Array.from({ length: count }, (_, i) => addDays(`${String(year)}-01-01`, i));
};

/** Working or not, one answer a day of the year, by the State Council's notice (`@1`) or by weekday alone (`@0`, provisional). */
const yearOf = (year: number, revision: number): boolean[] =>
  daysOf(year).map((day) => (revision === 0 ? isWeekday(day) : chineseDays.isWorkday(day)));

/**
 * The calendar that a campaign freezes: whole consecutive years from the one before `fromDay` to the one after `toDay`, so that a deadline can
 * move over the edge of a year. A year is taken as `versions` names it (`cn-2023@1`); a year that they leave out is taken as it is known now.
 * `cn-2027@0` is a year not yet announced: weekday rule, and the calendar is marked provisional from its first day on.
 *
 * `beginsAt` (ms) is the instant of 00:00 Asia/Shanghai on the first day; a rehearsal gives a later one.
 * @throws CalendarVersionError for a version that is misspelt, named twice for one year, or not known.
 */
export const calendarFor = (versions: readonly string[], fromDay: Day, toDay: Day, beginsAt?: number): Calendar => {
  const named = new Map<number, number>();
  for (const text of versions) {
    const { year, revision } = parseVersion(text);
    if (named.has(year)) throw new CalendarVersionError(text, 'YEAR_NAMED_TWICE');
    named.set(year, revision);
  }
  const [firstYear, lastYear] = [Number(fromDay.slice(0, 4)) - 1, Number(toDay.slice(0, 4)) + 1];
  if (!(firstYear <= lastYear) || lastYear - firstYear > 20) throw new CalendarVersionError(`${fromDay}..${toDay}`, 'NOT_A_SPAN');
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, i) => firstYear + i);
  const revisions = years.map((year) => named.get(year) ?? parseVersion(latestVersion(year)).revision);
  const provisional = years.find((_, i) => revisions[i] === 0);
  const firstDay = `${String(firstYear)}-01-01`;
  return packCalendar(
    {
      version: years.map((year, i) => `cn-${String(year)}@${String(revisions[i])}`).join('+'),
      firstDay,
      beginsAt: beginsAt ?? Date.parse(`${firstDay}T00:00:00+08:00`),
      ...(provisional === undefined ? {} : { provisionalFrom: `${String(provisional)}-01-01` }),
    },
    years.flatMap((year, i) => yearOf(year, revisions[i]!)),
  );
};
