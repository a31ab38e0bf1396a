import { createContext, useContext } from 'react';
import { useQuery } from '@tanstack/react-query';
import { addDays, workingDaysBetween } from '#domain/calendar/calendar.js';
import type { Calendar } from '#domain/calendar/calendar.js';
import { api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';

export type Campaign = Schemas['Campaign'];
export type CampaignCalendar = Schemas['CampaignCalendar'];

/** The year that the pages show, and all years that one may choose. */
export interface Year {
  readonly campaign: Campaign | null;
  readonly campaigns: readonly Campaign[];
  /** Before that nobody knows whether there is a year. */
  readonly isRead: boolean;
  readonly choose: (campaign: string) => void;
}

export const YearContext = createContext<Year>({ campaign: null, campaigns: [], isRead: false, choose: () => undefined });

export const useYear = (): Year => useContext(YearContext);

/** The year's id, for pages below the frame's check that there is one. @throws Error without a year */
export const useCampaign = (): Campaign => {
  const { campaign } = useYear();
  if (!campaign) throw new Error('There is no year yet.');
  return campaign;
};

const CALENDAR_KEPT_MS = 5 * 60_000;

/** The calendar of a year (default: the one shown) and its present. */
export const useCalendar = (campaign?: string) => {
  const shown = useYear().campaign?.id;
  const id = campaign ?? shown;
  const options = api.queryOptions('get', '/api/v1/campaigns/{campaign}/calendar', { params: { path: { campaign: id ?? '' } } });
  return useQuery({ ...options, enabled: id !== undefined, staleTime: CALENDAR_KEPT_MS });
};

const SHANGHAI_MS = 8 * 3_600_000;

/** The day in Shanghai on which an instant falls. An instant that ends a day (24:00) belongs to that day. */
export const dayOfInstant = (instant: string | number | Date): string =>
  new Date(new Date(instant).getTime() + SHANGHAI_MS).toISOString().slice(0, 10);
export const lastDayOf = (limit: string | number | Date): string => dayOfInstant(new Date(limit).getTime() - 1);

const asCalendar = (it: CampaignCalendar): Calendar => ({ ...it, beginsAt: Date.parse(`${it.firstDay}T00:00:00+08:00`) }) as Calendar;

/** Working days from today to a day, today not counted; negative when it has passed. Null outside the calendar. */
export const workingDaysLeft = (calendar: CampaignCalendar, day: string): number | null => {
  try {
    return workingDaysBetween(asCalendar(calendar), dayOfInstant(calendar.now), day);
  } catch {
    return null;
  }
};

export const isDayOff = (calendar: CampaignCalendar, day: string): boolean => {
  try {
    return workingDaysBetween(asCalendar(calendar), addDays(day, -1), day) === 0;
  } catch {
    return false;
  }
};
