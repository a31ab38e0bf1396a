import fc from 'fast-check';
import {
  addDays,
  addWorkingDays,
  dayOf,
  instantOf,
  isClockTime,
  isDay,
  isWorkingDay,
  packCalendar,
  workingDaysBetween,
} from './calendar.js';
import type { Calendar } from './calendar.js';

const FIRST = '2023-01-01';
const BEGINS_AT = Date.parse('2023-01-01T00:00:00+08:00');
const calendarOf = (working: readonly boolean[]): Calendar =>
  packCalendar({ version: 'test@1', firstDay: FIRST, beginsAt: BEGINS_AT }, working);

/** A year with working days in no order at all, so that no weekday pattern helps. Days off at the edges stay inside the model. */
const anyYear = fc.array(fc.boolean(), { minLength: 40, maxLength: 368 }).map((days) => [...days, ...Array<boolean>(8).fill(true)]);

describe('a packed calendar', () => {
  it('answers for each day what was packed', () => {
    fc.assert(
      fc.property(anyYear, (working) => {
        const calendar = calendarOf(working);
        working.forEach((expected, i) => {
          expect(isWorkingDay(calendar, addDays(FIRST, i))).toBe(expected);
        });
      }),
      { numRuns: 50 },
    );
  });

  it('refuses a day that it does not hold', () => {
    const calendar = calendarOf([true, true, true, true]);
    expect(() => isWorkingDay(calendar, '2022-12-31')).toThrow('OUTSIDE_CALENDAR');
    expect(() => isWorkingDay(calendar, '2023-01-05')).toThrow('OUTSIDE_CALENDAR');
    expect(() => addWorkingDays(calendar, '2023-01-04', 1)).toThrow('OUTSIDE_CALENDAR');
  });

  it('refuses a day that does not exist', () => {
    expect(() => isWorkingDay(calendarOf([true]), '2023-02-30')).toThrow('NOT_A_DAY');
    expect(['2023-02-28', '2024-02-29', '2023-02-29', '2023-2-1', '', '2023-13-01'].map((it) => isDay(it))).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('counting in working days', () => {
  it('agrees with walking day by day', () => {
    fc.assert(
      fc.property(anyYear, fc.nat(), fc.integer({ min: -20, max: 20 }), (working, at, count) => {
        const calendar = calendarOf(working);
        const start = at % working.length;
        let [index, left] = [start, Math.abs(count)];
        while (left > 0) {
          index += Math.sign(count);
          if (index < 0 || index >= working.length) return;
          if (working[index]) left -= 1;
        }
        expect(addWorkingDays(calendar, addDays(FIRST, start), count)).toBe(addDays(FIRST, index));
      }),
    );
  });

  it('finds between two days as many as were added', () => {
    fc.assert(
      fc.property(anyYear, fc.nat(), fc.nat(), (working, a, b) => {
        const calendar = calendarOf(working);
        const [from, to] = [a % working.length, b % working.length].sort((x, y) => x - y) as [number, number];
        const naive = working.slice(from + 1, to + 1).filter(Boolean).length;
        expect(workingDaysBetween(calendar, addDays(FIRST, from), addDays(FIRST, to))).toBe(naive);
        expect(workingDaysBetween(calendar, addDays(FIRST, to), addDays(FIRST, from)) + naive).toBe(0);
      }),
    );
  });

  it('leaves the day alone when nothing is added, even a day off', () => {
    expect(addWorkingDays(calendarOf([false, true, true, true]), FIRST, 0)).toBe(FIRST);
  });
});

describe('instants', () => {
  const calendar = calendarOf(Array<boolean>(365).fill(true));

  it('are meant in Shanghai, and 24:00 is the end of the day', () => {
    expect(new Date(instantOf(calendar, '2023-10-15', '24:00')).toISOString()).toBe('2023-10-15T16:00:00.000Z');
    expect(new Date(instantOf(calendar, '2023-10-15', '09:30')).toISOString()).toBe('2023-10-15T01:30:00.000Z');
  });

  it('fall on the day they were made from', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 364 }), fc.integer({ min: 0, max: 1439 }), (day, minute) => {
        const at = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
        expect(dayOf(calendar, instantOf(calendar, addDays(FIRST, day), at))).toBe(addDays(FIRST, day));
      }),
    );
  });

  it('refuse a clock time that no clock shows', () => {
    expect(['24:01', '25:00', '9:00', '12:60', ''].some((it) => isClockTime(it))).toBe(false);
    expect(() => instantOf(calendar, FIRST, '24:01')).toThrow('NOT_A_CLOCK_TIME');
  });
});
