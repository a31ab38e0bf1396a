import { LegalHoliday, SolarDay } from 'tyme4ts';
import { addDays, isWorkingDay, workingDaysBetween } from '#domain/calendar/calendar.js';
import { calendarFor } from '#platform/calendar-source/calendar-source.js';
import { latestVersion } from '#platform/calendar-source/calendar-version.js';

const workingDaysOf = (year: number): number => {
  const calendar = calendarFor([`cn-${String(year)}@1`], `${String(year)}-01-01`, `${String(year)}-12-31`);
  return workingDaysBetween(calendar, `${String(year - 1)}-12-31`, `${String(year)}-12-31`);
};

/** The same question to another library, which has its own table of the notices. */
const secondOpinion = (day: string): boolean => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const holiday = LegalHoliday.fromYmd(year, month, date);
  if (holiday) return holiday.isWork();
  const weekday = SolarDay.fromYmd(year, month, date).getWeek().getIndex();
  return weekday !== 0 && weekday !== 6;
};

describe('the State Council calendars (国务院办公厅关于部分节假日安排的通知)', () => {
  it('hold as many working days as the notices give', () => {
    expect([2021, 2022, 2023, 2024, 2025, 2026].map(workingDaysOf)).toEqual([250, 249, 249, 251, 248, 248]);
  });

  it('swap days around the holidays of 2023', () => {
    const calendar = calendarFor(['cn-2023@1'], '2023-01-01', '2023-12-31');
    for (const day of ['2023-10-07', '2023-10-08', '2023-01-28', '2023-01-29', '2023-04-23', '2023-05-06', '2023-06-25'])
      expect([day, isWorkingDay(calendar, day)]).toEqual([day, true]);
    for (let day = '2023-09-29'; day <= '2023-10-06'; day = addDays(day, 1))
      expect([day, isWorkingDay(calendar, day)]).toEqual([day, false]);
    expect(isWorkingDay(calendar, '2023-10-15')).toBe(false);
  });

  it.each([2021, 2022, 2023, 2024, 2025, 2026])('agree with tyme4ts on every day of %i', (year) => {
    const calendar = calendarFor([`cn-${String(year)}@1`], `${String(year)}-01-01`, `${String(year)}-12-31`);
    for (let day = `${String(year)}-01-01`; day <= `${String(year)}-12-31`; day = addDays(day, 1))
      expect([day, isWorkingDay(calendar, day)]).toEqual([day, secondOpinion(day)]);
  });
});

describe('a calendar for a campaign', () => {
  it('spans the years before and after, so that deadlines can move', () => {
    const calendar = calendarFor(['cn-2022@1', 'cn-2023@1'], '2022-09-01', '2023-12-29');
    expect(calendar).toMatchObject({ version: 'cn-2021@1+cn-2022@1+cn-2023@1+cn-2024@1', firstDay: '2021-01-01' });
    expect(calendar.beginsAt).toBe(Date.parse('2020-12-31T16:00:00Z'));
    expect(calendar.provisionalFrom).toBeUndefined();
  });

  it('marks a year that is not announced as provisional and takes weekdays', () => {
    const calendar = calendarFor(['cn-2026@1', 'cn-2027@0'], '2026-01-01', '2027-12-31');
    expect(calendar.provisionalFrom).toBe('2027-01-01');
    expect([isWorkingDay(calendar, '2027-10-01'), isWorkingDay(calendar, '2027-10-02')]).toEqual([true, false]);
  });

  it('can be asked for an announced year as it stood before its notice', () => {
    const calendar = calendarFor(['cn-2022@1', 'cn-2023@0'], '2022-01-01', '2023-12-31');
    expect([calendar.provisionalFrom, isWorkingDay(calendar, '2023-10-07')]).toEqual(['2023-01-01', false]);
  });

  it('begins when a rehearsal says, and changes nothing else', () => {
    const [real, rehearsed] = [undefined, 1_900_000_000_000].map((it) => calendarFor(['cn-2023@1'], '2023-01-01', '2023-12-31', it));
    expect(rehearsed).toEqual({ ...real, beginsAt: 1_900_000_000_000 });
  });

  it('refuses a version that nobody published', () => {
    expect(() => calendarFor(['cn-2023@2'], '2023-01-01', '2023-12-31')).toThrow('not known');
    expect(() => calendarFor(['2023'], '2023-01-01', '2023-12-31')).toThrow('misspelt');
    expect(() => calendarFor(['cn-2023@1', 'cn-2023@0'], '2023-01-01', '2023-12-31')).toThrow('named twice');
    expect(latestVersion(2023)).toBe('cn-2023@1');
  });
});
