import type { Decimal } from '#domain/policy/policy.js';
import { compare } from './exact.js';
import type { ExactInput } from './exact.js';

/** Numbers between two ends, each written by the word that says whether it belongs: `from` ≥, `above` >, `below` <, `upTo` ≤. */
export interface Interval {
  readonly from?: Decimal;
  readonly above?: Decimal;
  readonly below?: Decimal;
  readonly upTo?: Decimal;
}

export const contains = ({ from, above, below, upTo }: Interval, value: ExactInput): boolean =>
  (from === undefined || compare(value, from) >= 0) &&
  (above === undefined || compare(value, above) > 0) &&
  (below === undefined || compare(value, below) < 0) &&
  (upTo === undefined || compare(value, upTo) <= 0);

/** `[80, 90)`, `(90, ∞)` */
export const showInterval = ({ from, above, below, upTo }: Interval): string => {
  const start = from === undefined ? (above === undefined ? '(-∞' : `(${above}`) : `[${from}`;
  const end = upTo === undefined ? (below === undefined ? '∞)' : `${below})`) : `${upTo}]`;
  return `${start}, ${end}`;
};

/** Bands written [from, to): half-open, and the one that ends highest includes its end. */
export const halfOpen = <B extends Interval & { readonly to?: Decimal }>(bands: readonly B[]): (B & Interval)[] => {
  const ends = bands.flatMap(({ to }) => to ?? []);
  const top = ends.reduce<Decimal | undefined>((best, it) => (best === undefined || compare(it, best) > 0 ? it : best), undefined);
  return bands.map((it) => (it.to === undefined ? it : { ...it, ...(it.to === top ? { upTo: it.to } : { below: it.to }) }));
};

/** One end of an interval on the line of numbers: `after` is the side just above the value. */
interface Cut {
  readonly at: Decimal | null;
  readonly after: boolean;
}
const startOf = ({ from, above }: Interval): Cut => ({ at: from ?? above ?? null, after: from === undefined && above !== undefined });
const endOf = ({ below, upTo }: Interval): Cut => ({ at: upTo ?? below ?? null, after: upTo !== undefined });

const order = (a: Cut, b: Cut, infinite: -1 | 1): number => {
  if (a.at === null || b.at === null) return a.at === b.at ? 0 : a.at === null ? infinite : -infinite;
  return compare(a.at, b.at) || Number(a.after) - Number(b.after);
};

const between = (start: Cut, end: Cut): Interval => ({
  ...(start.at === null ? {} : start.after ? { above: start.at } : { from: start.at }),
  ...(end.at === null ? {} : end.after ? { upTo: end.at } : { below: end.at }),
});

export interface Coverage {
  readonly gaps: readonly Interval[];
  /** Pairs of places in the list. */
  readonly overlaps: readonly (readonly [number, number])[];
  readonly empty: readonly number[];
}

/** What `bands` leave open within `whole`, where they overlap, and which of them hold nothing. */
export const coverage = (bands: readonly Interval[], whole: Interval): Coverage => {
  const ends = bands.map((it, i) => ({ i, start: startOf(it), end: endOf(it) }));
  const isEmpty = ({ start, end }: { start: Cut; end: Cut }): boolean => start.at !== null && end.at !== null && order(start, end, -1) >= 0;
  const sorted = ends.filter((it) => !isEmpty(it)).sort((a, b) => order(a.start, b.start, -1));
  const gaps: Interval[] = [];
  const overlaps: [number, number][] = [];
  let reached = startOf(whole);
  let last = -1;
  for (const { i, start, end } of sorted) {
    if (start.at !== null && (reached.at === null ? last < 0 : order(reached, start, -1) < 0)) gaps.push(between(reached, start));
    else if (last >= 0 && (reached.at === null || start.at === null || order(start, reached, -1) < 0)) overlaps.push([last, i]);
    if (last < 0 || (reached.at !== null && order(reached, end, 1) < 0)) [reached, last] = [end, i];
  }
  if (last < 0) return { gaps: [whole], overlaps, empty: ends.filter(isEmpty).map((it) => it.i) };
  const close = endOf(whole);
  if (reached.at !== null && order(reached, close, 1) < 0) gaps.push(between(reached, close));
  return { gaps, overlaps, empty: ends.filter(isEmpty).map((it) => it.i) };
};
