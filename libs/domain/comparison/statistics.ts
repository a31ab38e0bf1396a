import { compare, exact, exactText, sum } from '#domain/score/exact.js';
import type { Exact } from '#domain/score/exact.js';

/** Of a list of exact numbers, as exact text. */
export interface Statistics {
  readonly n: number;
  readonly sum: string;
  readonly mean: string;
  readonly median: string;
  readonly least: string;
  readonly most: string;
}

const ascending = (values: readonly string[]): readonly Exact[] => values.map((it) => exact(it)).sort((a, b) => compare(a, b));

/** The value below which a share of the ordered list lies, by linear interpolation between neighbours at (n − 1) × share, exactly. */
const quantile = (ordered: readonly Exact[], share: Exact): Exact => {
  const at = share.mul(ordered.length - 1);
  const below = Number(at.floor().valueOf());
  const [low, high] = [ordered[below]!, ordered[Math.min(below + 1, ordered.length - 1)]!];
  return low.add(high.sub(low).mul(at.sub(below)));
};

/** Null of nothing. */
export const statisticsOf = (values: readonly string[]): Statistics | null => {
  const ordered = ascending(values);
  if (ordered.length === 0) return null;
  const total = sum(ordered);
  return {
    n: ordered.length,
    sum: exactText(total),
    mean: exactText(total.div(ordered.length)),
    median: exactText(quantile(ordered, exact('1/2'))),
    least: exactText(ordered[0]!),
    most: exactText(ordered.at(-1)!),
  };
};

/** Tukey's fences: what lies further than `reach` times the middle half's width outside the quartiles is an outlier. At least one value. */
export const fencesOf = (values: readonly string[], reach: string): { readonly low: string; readonly high: string } => {
  const ordered = ascending(values);
  const [first, third] = [quantile(ordered, exact('1/4')), quantile(ordered, exact('3/4'))];
  const width = third.sub(first).mul(exact(reach));
  return { low: exactText(first.sub(width)), high: exactText(third.add(width)) };
};
