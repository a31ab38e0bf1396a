import chineseDays from 'chinese-days';
import { addDays, packCalendar } from '#domain/calendar/calendar.js';
import type { Calendar } from '#domain/calendar/calendar.js';
import type { EditedYears } from './calendar-version.js';
import type { Day } from '#domain/policy/policy.js';
import { CalendarVersionError, latestVersion, NONE_EDITED, parseVersion } from './calendar-version.js';

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

export const versionOf = (year: number, revision: number): string => `cn-${String(year)}@${String(revision)}`;

/**
 * Working or not, one answer a day of the year: by weekday alone (`@0`, provisional), by the State Council's notice (`@1`), or as somebody
 * made it (`@2` …).
 * @throws CalendarVersionError for a version that there is not
 */
export const daysOfVersion = (
  version: string,
  edited: EditedYears = NONE_EDITED,
): readonly { readonly day: Day; readonly working: boolean }[] => {
  const { year, revision } = parseVersion(version, edited);
  const made = edited.get(version)?.days;
  const isWorking = (day: Day, i: number): boolean =>
    revision === 0 ? isWeekday(day) : made ? made[i] === '1' : chineseDays.isWorkday(day);
  return daysOf(year).map((day, i) => ({ day, working: isWorking(day, i) }));
};

/** The name of a public holiday or of a swapped day off, as announced; null of any other day. */
export const holidayName = (day: Day): string | null => {
  const { name } = chineseDays.getDayDetail(day);
  return name.includes(',') ? (name.split(',')[1] ?? null) : null;
};

/**
 * The calendar that a campaign freezes: whole consecutive years from the one before `fromDay` to the one after `toDay`, so that a deadline can
 * move over the edge of a year. A year is taken as `versions` names it (`cn-2023@1`); a year that they leave out is taken as it is known now.
 * `cn-2027@0` is a year not yet announced: weekday rule, and the calendar is marked provisional from its first day on. `cn-2026@2` is one of
 * the `edited` versions.
 *
 * `beginsAt` (ms) is the instant of 00:00 Asia/Shanghai on the first day; a rehearsal gives a later one.
 * @throws CalendarVersionError for a version that is misspelt, named twice for one year, or not known.
 */
export const calendarFor = (
  versions: readonly string[],
  fromDay: Day,
  toDay: Day,
  beginsAt?: number,
  edited: EditedYears = NONE_EDITED,
): Calendar => {
  const named = new Map<number, number>();
  for (const text of versions) {
    const { year, revision } = parseVersion(text, edited);
    if (named.has(year)) throw new CalendarVersionError(text, 'YEAR_NAMED_TWICE');
    named.set(year, revision);
  }
  const [firstYear, lastYear] = [Number(fromDay.slice(0, 4)) - 1, Number(toDay.slice(0, 4)) + 1];
  if (!(firstYear <= lastYear) || lastYear - firstYear > 20) throw new CalendarVersionError(`${fromDay}..${toDay}`, 'NOT_A_SPAN');
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, i) => firstYear + i);
  const chosen = years.map((year) => versionOf(year, named.get(year) ?? parseVersion(latestVersion(year)).revision));
  const provisional = years.find((_, i) => chosen[i]!.endsWith('@0') || edited.get(chosen[i]!)?.provisional === true);
  const firstDay = `${String(firstYear)}-01-01`;
  return packCalendar(
    {
      version: chosen.join('+'),
      firstDay,
      beginsAt: beginsAt ?? Date.parse(`${firstDay}T00:00:00+08:00`),
      ...(provisional === undefined ? {} : { provisionalFrom: `${String(provisional)}-01-01` }),
    },
    chosen.flatMap((version) => daysOfVersion(version, edited).map(({ working }) => working)),
  );
};
