import type { Calendar } from '#domain/calendar/calendar.js';
import { DomainError } from '#domain/errors/domain-error.js';
import { calendarFor } from '#platform/calendar-source/calendar-source.js';
import { CalendarVersionError, parseVersion } from '#platform/calendar-source/calendar-version.js';
import type { EditedYears } from '#platform/calendar-source/calendar-version.js';

const DAY_AFTER_NEW_YEAR = '01-02';

const parsed = (version: string, edited: EditedYears): { readonly year: number; readonly revision: number } => {
  try {
    return parseVersion(version, edited);
  } catch (error) {
    if (error instanceof CalendarVersionError) throw new DomainError('UNKNOWN_CALENDAR', { version });
    throw error;
  }
};

/**
 * The same years in the versions that are named (`cn-2027@1`), the others as they are; it begins at the same instant, so every day stays where
 * it is.
 * @throws DomainError `UNKNOWN_CALENDAR` for a version that there is not or a year that the calendar does not hold, `SAME_CALENDAR` when
 * nothing would change.
 */
export const renewed = (calendar: Calendar, versions: readonly string[], edited: EditedYears): Calendar => {
  const held = new Map(calendar.version.split('+').map((version) => [parsed(version, edited).year, version]));
  for (const version of versions) {
    const { year } = parsed(version, edited);
    if (!held.has(year)) throw new DomainError('UNKNOWN_CALENDAR', { version });
    held.set(year, version);
  }
  const years = [...held.keys()];
  // A calendar holds one year more at each end than it is asked for.
  const day = (year: number): string => `${String(year)}-${DAY_AFTER_NEW_YEAR}`;
  const next = calendarFor([...held.values()], day(Math.min(...years) + 1), day(Math.max(...years) - 1), calendar.beginsAt, edited);
  if (next.version === calendar.version) throw new DomainError('SAME_CALENDAR', { version: calendar.version });
  return next;
};
