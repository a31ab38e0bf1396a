import { groupBy } from '#domain/group-by.js';
import type { Grade, GradeBand } from '#domain/policy/policy.js';
import { compare } from '#domain/score/exact.js';
import { gradeOf } from '#domain/score/grade.js';
import { gapOf } from './gap.js';
import type { Gap } from './gap.js';
import { agencyLeaning, selfLeaning } from './leaning.js';
import { explainedFences, flagsOf } from './outliers.js';
import type { ComparedAgency, ComparedGroup, Comparison, ComparisonRule, ScoredItem } from './scores.js';
import { statisticsOf } from './statistics.js';

interface Measured {
  readonly item: ScoredItem;
  readonly gap: Gap;
}

const present = (values: readonly (string | null)[]): readonly string[] => values.filter((it) => it !== null);

const gapsOf = (some: readonly Measured[]): readonly string[] => present(some.map(({ gap }) => gap.gap.value));

const gradesOf = (scores: readonly string[], bands: readonly GradeBand[] | undefined): Readonly<Record<Grade, number>> | null => {
  if (!bands) return null;
  const counts = { 优: 0, 良: 0, 中: 0, 差: 0 };
  for (const score of scores) counts[gradeOf(score, bands)] += 1;
  return counts;
};

const groupOf = (group: string, some: readonly Measured[], rule: ComparisonRule): ComparedGroup => {
  const [gaps, scores] = [gapsOf(some), present(some.map(({ item }) => item.agencyScore))];
  const gap = statisticsOf(gaps);
  const signed = (sign: (order: number) => boolean): number => gaps.filter((it) => sign(compare(it, '0'))).length;
  return {
    group,
    self: statisticsOf(present(some.map(({ item }) => item.selfScore))),
    agency: statisticsOf(scores),
    gap,
    signs: { above: signed((it) => it > 0), equal: signed((it) => it === 0), below: signed((it) => it < 0) },
    grades: gradesOf(scores, rule.grades),
    leniency: selfLeaning(gap, rule),
  };
};

/** Named groups in the order of their names; what has no name is in none. */
const groupsBy = (some: readonly Measured[], by: 'unit' | 'agency' | 'category'): readonly (readonly [string, readonly Measured[]])[] =>
  [
    ...groupBy(
      some.filter(({ item }) => item[by] !== undefined),
      ({ item }) => item[by]!,
    ),
  ].sort(([a], [b]) => (a < b ? -1 : 1));

const agenciesOf = (some: readonly Measured[], rule: ComparisonRule): readonly ComparedAgency[] => {
  const groups = groupsBy(some, 'agency');
  const scoresOf = (measured: readonly Measured[]) => statisticsOf(present(measured.map(({ item }) => item.agencyScore)));
  return groups.map(([name, own]) => {
    const others = groups.filter(([other]) => other !== name).flatMap(([, members]) => members);
    return { ...groupOf(name, own, rule), againstOthers: agencyLeaning(scoresOf(own), scoresOf(others), rule) };
  });
};

/**
 * Self-scores against agency scores: the gap of each, by unit, by agency and by category, leniency, outliers. Means, medians and quartiles are
 * exact. About fewer than `atLeast` nothing is concluded, and that is said; figures are given all the same.
 * @throws DomainError `NO_GRADE` for an agency score outside of the rule's bands
 */
export const compareScores = (items: readonly ScoredItem[], rule: ComparisonRule): Comparison => {
  const measured = items.map((item): Measured => {
    const { selfScore, agencyScore: otherScore, origin } = item;
    return { item, gap: gapOf({ selfScore, otherScore, ...(origin ? { origin } : {}) }, rule.tolerance) };
  });
  const fences = explainedFences(gapsOf(measured), rule);
  const groups = (by: 'unit' | 'category'): readonly ComparedGroup[] =>
    groupsBy(measured, by).map(([name, some]) => groupOf(name, some, rule));
  return {
    items: measured.map(({ item, gap }) => ({ name: item.name, ...gap, flags: flagsOf(gap, fences) })),
    overall: groupOf('', measured, rule),
    units: groups('unit'),
    agencies: agenciesOf(measured, rule),
    categories: groups('category'),
    fences,
  };
};
