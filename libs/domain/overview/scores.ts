import { statisticsOf } from '#domain/comparison/statistics.js';
import { show } from '#domain/score/exact.js';

interface Group {
  readonly grade: string | null;
  readonly conclusion: string | null;
  readonly scores: readonly string[];
}

/** Mean and median are exact, of the scores as they are shown (two decimals); `untrue` counts self-scores that a spot check found untrue. */
export interface ScoreDistribution {
  readonly scored: number;
  readonly mean: string;
  readonly meanShown: string;
  readonly median: string;
  readonly medianShown: string;
  readonly least: string;
  readonly most: string;
  readonly grades: Readonly<Record<string, number>>;
  readonly untrue: number;
}

const countBy = (groups: readonly Group[], name: (it: Group) => string | null): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const group of groups) {
    const key = name(group);
    if (key !== null) counts[key] = (counts[key] ?? 0) + group.scores.length;
  }
  return counts;
};

/** Null of no scores. */
export const distributionOf = (groups: readonly Group[]): ScoreDistribution | null => {
  const statistics = statisticsOf(groups.flatMap(({ scores }) => scores));
  if (!statistics) return null;
  const { n, mean, median, least, most } = statistics;
  const grades = countBy(groups, ({ grade }) => grade);
  const untrue = countBy(groups, ({ conclusion }) => conclusion)['untrue'] ?? 0;
  return { scored: n, mean, meanShown: show(mean), median, medianShown: show(median), least, most, grades, untrue };
};
