import { packCalendar } from '#domain/calendar/calendar.js';
import { closesItem, dueOnOrToday, remainderProblem } from './close-out.js';

const REPORT = { measure: '收回结余资金', personInCharge: '项目负责人', evidence: ['缴款书 2023-118'] };

it('strikes an item off on proof alone, and never while something is left', () => {
  expect(closesItem(REPORT)).toBe(true);
  expect(closesItem({ ...REPORT, evidence: [] })).toBe(false);
  expect(closesItem({ ...REPORT, remaining: { text: '制度尚待印发', by: '2023-11-30' } })).toBe(false);
  expect(closesItem(null)).toBe(false);
});

it('has the rest due on the day that was stated, and at once where that day has passed', () => {
  expect(dueOnOrToday('2023-11-30', '2023-11-01')).toBe('2023-11-30');
  expect(dueOnOrToday('2023-11-30', '2023-11-30')).toBe('2023-11-30');
  expect(dueOnOrToday('2023-11-30', '2023-12-04')).toBe('2023-12-04');
});

describe('the day for the rest', () => {
  const days = [true, true, false, true, true];
  const calendar = packCalendar({ version: 'test', firstDay: '2023-09-14', beginsAt: Date.parse('2023-09-14T00:00:00+08:00') }, days);

  it('lies after the day on which the item is due, on a working day of the calendar', () => {
    expect(remainderProblem(calendar, '2023-09-17', '2023-09-15')).toBeNull();
    expect(remainderProblem(calendar, '2023-09-15', '2023-09-15')?.en).toMatch(/after the day on which the item is due/);
    expect(remainderProblem(calendar, '2023-09-16', '2023-09-15')?.en).toMatch(/working day/);
    expect(remainderProblem(calendar, '2023-12-01', '2023-09-15')?.en).toMatch(/outside the calendar/);
  });
});
