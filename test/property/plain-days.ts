/** Days the plain way, for a model that shares no code with what it checks: Monday to Friday, less a list of holidays; UTC+8. */
const DAY = 86_400_000;

export const instant = (day: string, hour: number): number => Date.parse(`${day}T00:00:00Z`) - 8 * 3_600_000 + hour * 3_600_000;

export const dayAt = (ms: number): string => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10);

export const plusDays = (day: string, count: number): string => new Date(Date.parse(day) + count * DAY).toISOString().slice(0, 10);

export const isWorking = (day: string, holidays: readonly string[]): boolean =>
  !holidays.includes(day) && new Date(day).getUTCDay() !== 0 && new Date(day).getUTCDay() !== 6;

export const plusWorkingDays = (day: string, count: number, holidays: readonly string[]): string => {
  let left = count;
  let at = day;
  while (left !== 0) {
    at = plusDays(at, Math.sign(left));
    if (isWorking(at, holidays)) left -= Math.sign(left);
  }
  return at;
};
