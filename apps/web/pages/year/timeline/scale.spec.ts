import { daysBetween, monthsOf, scaleOf, wholeMonths } from './scale.js';

describe('the scale of a year', () => {
  it('counts days across months, leap years and the turn of a year', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2022-12-31', '2023-01-01')).toBe(1);
    expect(daysBetween('2023-01-02', '2023-01-01')).toBe(-1);
  });

  it('begins each day at its left end; the last one ends the whole', () => {
    const { at, wide } = scaleOf('2023-01-01', '2023-01-10');
    expect([at('2023-01-01'), at('2023-01-10')]).toEqual([0, 90]);
    expect(wide('2023-01-01', '2023-01-10')).toBe(100);
    expect(at('2023-01-10') + wide('2023-01-10', '2023-01-10')).toBe(100);
    expect(at('2022-12-31')).toBe(-10);
  });

  it('shows at least a day, also of a span that is turned round or of one day', () => {
    expect(scaleOf('2023-01-01', '2023-01-10').wide('2023-01-05', '2023-01-01')).toBe(10);
    expect(scaleOf('2023-01-01', '2023-01-01').at('2023-01-01')).toBe(0);
  });

  it('goes from the first of the earliest month to the last of the latest, whatever their order', () => {
    expect(wholeMonths(['2023-12-05', '2022-10-31', '2023-02-14'])).toEqual({ from: '2022-10-01', until: '2023-12-31' });
    expect(wholeMonths(['2024-02-01'])).toEqual({ from: '2024-02-01', until: '2024-02-29' });
  });

  it('names every month of a span once', () => {
    expect(monthsOf('2022-11-15', '2023-02-01')).toEqual(['2022-11-01', '2022-12-01', '2023-01-01', '2023-02-01']);
    expect(monthsOf('2023-05-31', '2023-05-31')).toEqual(['2023-05-01']);
  });
});
