import { compare } from '#domain/score/exact.js';
import type { EvaluationIndicator, RatingContent, RatingItem } from './content.js';
import type { EvaluationProblem } from './problem.js';

const wrongWith = ({ indicator, points }: RatingItem, i: number, all: readonly RatingItem[], weights: ReadonlyMap<string, string>) => {
  const path = `items.${String(i)}`;
  const weight = weights.get(indicator);
  const say = (field: string, code: EvaluationProblem['code'], zh: string, en: string): EvaluationProblem[] => [
    { path: `${path}.${field}`, code, zh, en },
  ];
  if (weight === undefined)
    return say('indicator', 'indicator-not-in-plan', `“${indicator}”不由评分人评分`, `"${indicator}" is not scored by raters`);
  if (all.findIndex((it) => it.indicator === indicator) !== i)
    return say('indicator', 'indicator-twice', `“${indicator}”评分两次`, `"${indicator}" is scored twice`);
  if (compare(points, weight) > 0) return say('points', 'points-above-full', `满分为 ${weight} 分`, `it has ${weight} points at most`);
  return [];
};

/** A rater scores each of the indicators that people score once, with no more than its points. */
export const sheetProblems = (
  indicators: readonly Pick<EvaluationIndicator, 'level3' | 'weight'>[],
  { items }: RatingContent,
): readonly EvaluationProblem[] => {
  const weights = new Map(indicators.map(({ level3, weight }) => [level3, weight]));
  const absent = indicators
    .filter(({ level3 }) => !items.some(({ indicator }) => indicator === level3))
    .map(({ level3 }): EvaluationProblem => {
      return { path: 'items', code: 'indicator-not-scored', zh: `“${level3}”没有评分`, en: `"${level3}" is not scored` };
    });
  return [...items.flatMap((it, i) => wrongWith(it, i, items, weights)), ...absent];
};
