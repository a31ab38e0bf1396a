import type { Grade, Policy } from '#domain/policy/policy.js';
import { compare, exactText, show, sum } from '#domain/score/exact.js';
import { gradeOf } from '#domain/score/grade.js';
import type { ExAnteContent } from './content.js';

/** 予以支持, 调整后支持, 不予支持: the last keeps the project out of the budget. */
export type ExAnteConclusion = 'support' | 'adjust' | 'reject';

export interface ExAnteResult {
  /** Null while a dimension is missing, unknown, scored twice or above its full points. */
  readonly value: { readonly score: string; readonly shown: string; readonly grade: Grade; readonly conclusion: ExAnteConclusion } | null;
  readonly explanation: readonly { readonly dimension: string; readonly points: string; readonly full: string }[];
  readonly problems: readonly { readonly path: string; readonly zh: string; readonly en: string }[];
}

/**
 * 事前绩效评估: the points of the policy's dimensions, their sum, its grade, and what follows. A project that the policy requires to be
 * evaluated enters target filing only with `support` or, adjusted, with `adjust`.
 */
export const exAnteScore = (content: ExAnteContent, policy: Policy): ExAnteResult => {
  const { dimensions, conclusions } = policy.exAnteEvaluation;
  const fullOf = (name: string): string | undefined => (Object.hasOwn(dimensions, name) ? dimensions[name] : undefined);
  const scored = content.scores.map((it) => it.dimension);
  const problems = content.scores.flatMap((it, i) => {
    const path = `scores.${String(i)}`;
    const full = fullOf(it.dimension);
    if (full === undefined)
      return [{ path: `${path}.dimension`, zh: `没有维度“${it.dimension}”`, en: `there is no dimension "${it.dimension}"` }];
    if (scored.indexOf(it.dimension) !== i)
      return [{ path: `${path}.dimension`, zh: '同一维度评分两次', en: 'this dimension is scored twice' }];
    return compare(it.points, full) > 0
      ? [{ path: `${path}.points`, zh: `得分超过满分 ${full}`, en: `more than the full ${full} points` }]
      : [];
  });
  const absent = Object.keys(dimensions).filter((it) => !scored.includes(it));
  problems.push(...absent.map((it) => ({ path: 'scores', zh: `缺少维度“${it}”`, en: `the dimension "${it}" is not scored` })));
  const explanation = content.scores.map((it) => ({ dimension: it.dimension, points: it.points, full: fullOf(it.dimension) ?? '0' }));
  if (problems.length > 0) return { value: null, explanation, problems };
  const score = sum(content.scores.map((it) => it.points));
  const conclusion = compare(score, conclusions.support) >= 0 ? 'support' : compare(score, conclusions.adjust) >= 0 ? 'adjust' : 'reject';
  return {
    value: { score: exactText(score), shown: show(score), grade: gradeOf(score, policy.grades), conclusion },
    explanation,
    problems,
  };
};

/** Must this project be evaluated before its target may be filed? New, and at or above the policy's threshold (yuan). */
export const needsExAnte = (project: { readonly isNew: boolean; readonly amount: string }, policy: Policy): boolean =>
  project.isNew && compare(project.amount, policy.exAnteEvaluation.threshold) >= 0;
