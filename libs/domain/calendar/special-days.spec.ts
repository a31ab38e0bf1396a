import { packCalendar } from './calendar.js';
import { specialDays } from './special-days.js';

/** 2023-09-25 (a Monday) and the four weeks after it, as the State Council announced them: off 09-29 to 10-06, working 10-07 and 10-08. */
const working = (day: number): boolean => {
  if (day >= 4 && day <= 11) return false;
  if (day === 12 || day === 13) return true;
  return day % 7 < 5;
};
const calendar = packCalendar(
  { version: 'test', firstDay: '2023-09-25', beginsAt: 0 },
  Array.from({ length: 28 }, (_, i) => working(i)),
);

it('shows holidays with the weekends that they touch, and swapped working days', () => {
  expect(specialDays(calendar, '2023-09-25', '2023-10-20')).toEqual({
    holidays: [{ from: '2023-09-29', until: '2023-10-06', days: 8 }],
    workedWeekends: ['2023-10-07', '2023-10-08'],
  });
});

it('takes plain weekends for no holiday, and counts only the days that were asked for', () => {
  expect(specialDays(calendar, '2023-10-09', '2023-10-20')).toEqual({ holidays: [], workedWeekends: [] });
  expect(specialDays(calendar, '2023-10-03', '2023-10-04').holidays).toEqual([{ from: '2023-10-03', until: '2023-10-04', days: 2 }]);
  expect(() => specialDays(calendar, '2023-10-20', '2024-01-01')).toThrow('OUTSIDE_CALENDAR');
});
