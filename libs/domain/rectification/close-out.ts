import { isWorkingDay } from '#domain/calendar/calendar.js';
import type { Calendar } from '#domain/calendar/calendar.js';
import { DomainError } from '#domain/errors/domain-error.js';
import type { Sentence } from '#domain/explanation/explained.js';
import type { Day } from '#domain/policy/policy.js';
import type { RectificationContent } from './content.js';

/** 销号: an item is closed by a report that proves what was done and leaves nothing. Whatever else was accepted, it stays open. */
export const closesItem = (report: RectificationContent | null): boolean =>
  report !== null && report.evidence.length > 0 && report.remaining === undefined;

/** The day on which an item, or the rest of one, is due that was promised by a day. After that day it is due at once: nobody owes anything by a day that has passed. */
export const dueOnOrToday = (by: Day, today: Day): Day => (by < today ? today : by);

const NOT_LATER: Sentence = {
  zh: '完成时限应晚于本事项的整改期限，期限内请一次报告完成',
  en: 'the day for the rest must lie after the day on which the item is due; within it, report the whole',
};
const DAY_OFF: Sentence = { zh: '完成时限应为工作日', en: 'the day for the rest must be a working day' };
const OUTSIDE: Sentence = { zh: '完成时限不在本年度日历之内', en: 'the day for the rest lies outside the calendar of the campaign' };

/** Why what is left cannot be owed by this day, or null. `dueOn`: when the item is due now. */
export const remainderProblem = (calendar: Calendar, by: Day, dueOn: Day): Sentence | null => {
  if (by <= dueOn) return NOT_LATER;
  try {
    return isWorkingDay(calendar, by) ? null : DAY_OFF;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'OUTSIDE_CALENDAR') return OUTSIDE;
    throw error;
  }
};
