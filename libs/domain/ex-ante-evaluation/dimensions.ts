import { compare } from '#domain/score/exact.js';
import type { DimensionScore } from './content.js';
import { problem } from './problem.js';
import type { ExAnteProblem } from './problem.js';

/** Every dimension of the policy is scored once, up to its full points, and no other. `at` is the path of the scores. */
export const dimensionProblems = (
  scores: readonly DimensionScore[],
  dimensions: Readonly<Record<string, string>>,
  at: string,
): readonly ExAnteProblem[] => {
  const scored = scores.map((it) => it.dimension);
  const wrong = scores.flatMap(({ dimension, points }, i) => {
    const path = `${at}.${String(i)}`;
    const full = Object.hasOwn(dimensions, dimension) ? dimensions[dimension] : undefined;
    if (full === undefined) return problem(`${path}.dimension`, `没有维度“${dimension}”`, `there is no dimension "${dimension}"`);
    if (scored.indexOf(dimension) !== i) return problem(`${path}.dimension`, '同一维度评分两次', 'this dimension is scored twice');
    return compare(points, full) > 0 ? problem(`${path}.points`, `得分超过满分 ${full}`, `more than the full ${full} points`) : [];
  });
  const absent = Object.keys(dimensions).filter((it) => !scored.includes(it));
  return [...wrong, ...absent.map((it) => problem(at, `缺少维度“${it}”`, `the dimension "${it}" is not scored`))];
};
