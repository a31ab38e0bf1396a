const DAY_MS = 86_400_000;

/** Days from one to another. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** Where days stand between two, as percentages of the whole. */
export const scaleOf = (from: string, until: string) => {
  const whole = Math.max(1, daysBetween(from, until) + 1);
  return {
    at: (day: string): number => (100 * daysBetween(from, day)) / whole,
    wide: (first: string, last: string): number => (100 * Math.max(1, daysBetween(first, last) + 1)) / whole,
  };
};

export type Scale = ReturnType<typeof scaleOf>;

const earliest = (days: readonly string[]): string => [...days].sort()[0] ?? '';
const latest = (days: readonly string[]): string => [...days].sort().at(-1) ?? '';

/** The first of the month of the earliest day, and the last day of the month of the latest. */
export const wholeMonths = (days: readonly string[]): { readonly from: string; readonly until: string } => {
  const [year, month] = latest(days).split('-').map(Number);
  return {
    from: `${earliest(days).slice(0, 7)}-01`,
    until: new Date(Date.UTC(year ?? 0, month ?? 0, 0)).toISOString().slice(0, 10),
  };
};

/** The first days of all months of a span. */
export const monthsOf = (from: string, until: string): readonly string[] => {
  const months: string[] = [];
  for (let at = new Date(`${from.slice(0, 7)}-01T00:00:00Z`); at.toISOString().slice(0, 10) <= until; at.setUTCMonth(at.getUTCMonth() + 1))
    months.push(at.toISOString().slice(0, 10));
  return months;
};
