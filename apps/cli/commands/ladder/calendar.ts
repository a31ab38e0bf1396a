import { addDays, packCalendar } from '#domain/calendar/calendar.js';
import type { Calendar } from '#domain/calendar/calendar.js';
import { calendarFor } from '#platform/calendar-source/calendar-source.js';
import type { LadderCase } from './case.schema.js';

const DAY_MS = 86_400_000;

const isWeekday = (day: string): boolean => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

const shanghaiDay = (ms: number): string => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10);

/** First and last day that a case names, so that every calendar of the case covers the same years. */
export function spanOf({ dueOn, opensAt, until, events }: LadderCase): readonly [from: string, to: string] {
  const instants = [opensAt, until, ...events.map(({ at }) => at)].filter((it) => it !== undefined).map(shanghaiDay);
  const named = events.flatMap(({ requestExtension, grantExtension, extension, moveDeadline }) => [
    requestExtension,
    grantExtension,
    extension,
    moveDeadline,
  ]);
  const days = [dueOn, ...instants, ...named.filter((it) => typeof it === 'string')].sort();
  return [days[0]!, days.at(-1)!];
}

/** The calendar of a case or of its `recalendar`, over whole years. */
export function calendarOf(spec: LadderCase['calendar'], [from, to]: readonly [string, string]): Calendar {
  if (Array.isArray(spec)) return calendarFor(spec, from, to);
  const firstDay = `${String(Number(from.slice(0, 4)) - 1)}-01-01`;
  const lastDay = `${String(Number(to.slice(0, 4)) + 1)}-12-31`;
  const count = Math.round((Date.parse(lastDay) - Date.parse(firstDay)) / DAY_MS) + 1;
  const [holidays, swapped] = [new Set(spec.holidays), new Set(spec.swapped)];
  const working = Array.from({ length: count }, (_, i) => addDays(firstDay, i)).map(
    (day) => swapped.has(day) || (isWeekday(day) && !holidays.has(day)),
  );
  return packCalendar({ version: spec.version, firstDay, beginsAt: Date.parse(`${firstDay}T00:00:00+08:00`) }, working);
}
