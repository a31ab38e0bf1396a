import { api } from '../../../api/client.js';
import type { Schemas } from '../../../api/client.js';
import { useWords } from '../../../words/words.js';
import { CALENDAR } from './calendar.words.js';

export type Version = Schemas['CalendarVersion'];
export type YearOfDays = Schemas['CalendarYear'];
export type DayOfYear = YearOfDays['days'][number];

/** A version in words; the package's first one is number 1. */
export const useVersionName = () => {
  const say = useWords(CALENDAR);
  return (version: string): string => say('versionName', { year: version.slice(3, 7), number: Number(version.split('@')[1]) + 1 });
};

/** One version, day by day; it never changes. */
export const useDays = (version: string) =>
  api.useQuery('get', '/api/v1/calendars/{version}', { params: { path: { version } } }, { staleTime: Infinity });
