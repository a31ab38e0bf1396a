import type { Grade, Policy } from '#domain/policy/policy.js';
import type { Explained } from '#domain/explanation/explained.js';
import type { Facts, Rubric } from '#domain/rubric/rubric.js';
import { compare } from '#domain/score/exact.js';
import { gradeOf } from '#domain/score/grade.js';
import { scoreRubric } from '#domain/score/score-rubric.js';
import type { Total } from '#domain/score/score-rubric.js';
import type { Points } from '#domain/score/score-tree.js';
import type { ExAnteContent } from './content.js';

/** 予以支持, 调整后支持, 不予支持: the last keeps the project out of the budget. */
export type ExAnteConclusion = 'support' | 'adjust' | 'reject';

export interface ExAnteResult {
  /** Null while a dimension is missing, unknown, scored twice or above its full points. */
  readonly value: { readonly score: string; readonly shown: string; readonly grade: Grade; readonly conclusion: ExAnteConclusion } | null;
  readonly explanation: readonly {
    readonly dimension: string;
    readonly points: string;
    readonly full: string;
    readonly explained: Explained<Points>;
  }[];
  readonly total: Explained<Total>;
  readonly problems: readonly { readonly path: string; readonly zh: string; readonly en: string }[];
}

/** The policy's dimensions, each scored by hand up to its full points with its basis. */
const rubricOf = ({ version, grades, exAnteEvaluation: { dimensions } }: Policy): Rubric => ({
  id: 'ex-ante',
  version: String(version),
  source: '事前绩效评估：各维度得分之和',
  full: '100',
  weights: 'points',
  grades,
  inputs: Object.fromEntries(Object.keys(dimensions).map((name) => [name, { zh: name, kind: 'number' }])),
  indicators: Object.entries(dimensions).map(([name, weight]) => ({ name, weight, rule: { type: 'manual', points: name } })),
});

const factsOf = ({ scores }: ExAnteContent): Facts =>
  Object.fromEntries(
    scores.map(({ dimension, points, basis }) => [
      dimension,
      { value: points, document: '事前绩效评估表', reason: basis, evidence: [basis] },
    ]),
  );

const problemsOf = ({ scores }: ExAnteContent, dimensions: Policy['exAnteEvaluation']['dimensions']): ExAnteResult['problems'] => {
  const scored = scores.map((it) => it.dimension);
  const wrong = scores.flatMap(({ dimension, points }, i) => {
    const path = `scores.${String(i)}`;
    const full = Object.hasOwn(dimensions, dimension) ? dimensions[dimension] : undefined;
    if (full === undefined)
      return [{ path: `${path}.dimension`, zh: `没有维度“${dimension}”`, en: `there is no dimension "${dimension}"` }];
    if (scored.indexOf(dimension) !== i)
      return [{ path: `${path}.dimension`, zh: '同一维度评分两次', en: 'this dimension is scored twice' }];
    return compare(points, full) > 0
      ? [{ path: `${path}.points`, zh: `得分超过满分 ${full}`, en: `more than the full ${full} points` }]
      : [];
  });
  const absent = Object.keys(dimensions).filter((it) => !scored.includes(it));
  return [...wrong, ...absent.map((it) => ({ path: 'scores', zh: `缺少维度“${it}”`, en: `the dimension "${it}" is not scored` }))];
};

/**
 * 事前绩效评估: the points of the policy's dimensions, their sum, its grade, and what follows. A project that the policy requires to be
 * evaluated enters target filing only with `support` or, adjusted, with `adjust`.
 */
export const exAnteScore = (content: ExAnteContent, policy: Policy): ExAnteResult => {
  const { dimensions, conclusions } = policy.exAnteEvaluation;
  const problems = problemsOf(content, dimensions);
  const { total, indicators } = scoreRubric(rubricOf(policy), factsOf(content));
  const explanation = indicators.flatMap(({ id, explained }) =>
    explained.value === null ? [] : [{ dimension: id, points: explained.value.points, full: explained.value.full, explained }],
  );
  if (problems.length > 0 || total.value === null) return { value: null, explanation, total, problems };
  const { score, shown } = total.value;
  const conclusion = compare(score, conclusions.support) >= 0 ? 'support' : compare(score, conclusions.adjust) >= 0 ? 'adjust' : 'reject';
  return { value: { score, shown, grade: gradeOf(score, policy.grades), conclusion }, explanation, total, problems };
};

/** Must this project be evaluated before its target may be filed? New, and at or above the policy's threshold (yuan). */
export const needsExAnte = (project: { readonly isNew: boolean; readonly amount: string }, policy: Policy): boolean =>
  project.isNew && compare(project.amount, policy.exAnteEvaluation.threshold) >= 0;
