import type { Grade, Policy } from '#domain/policy/policy.js';
import type { Explained } from '#domain/explanation/explained.js';
import type { Facts, Rubric } from '#domain/rubric/rubric.js';
import { compare } from '#domain/score/exact.js';
import { gradeOf } from '#domain/score/grade.js';
import { scoreRubric } from '#domain/score/score-rubric.js';
import type { Total } from '#domain/score/score-rubric.js';
import type { Points } from '#domain/score/score-tree.js';
import type { ExAnteContent, PanelExpert } from './content.js';
import { dimensionProblems } from './dimensions.js';
import { independent, panelProblems } from './panel.js';
import type { ExAnteProblem } from './problem.js';

/** 予以支持, 调整后支持, 不予支持: the last keeps the project out of the budget. */
export type ExAnteConclusion = 'support' | 'adjust' | 'reject';

export interface ExAnteResult {
  /** Null while a dimension is missing, unknown, scored twice or above its full points, or the panel is not in order. */
  readonly value: { readonly score: string; readonly shown: string; readonly grade: Grade; readonly conclusion: ExAnteConclusion } | null;
  readonly explanation: readonly {
    readonly dimension: string;
    readonly points: string;
    readonly full: string;
    readonly explained: Explained<Points>;
  }[];
  readonly total: Explained<Total>;
  /** What it was computed from: a case of `jiheng score`, which computes it anew. */
  readonly case: { readonly rubric: Rubric; readonly facts: Facts };
  readonly problems: readonly ExAnteProblem[];
}

/** The policy's dimensions, each scored by hand up to its full points with its basis, or by the average of an independent panel. */
const rubricOf = ({ version, grades, exAnteEvaluation: { dimensions, panel } }: Policy, byPanel: boolean): Rubric => ({
  id: 'ex-ante',
  version: String(version),
  source: byPanel ? '事前绩效评估：专家评分平均值之和' : '事前绩效评估：各维度得分之和',
  full: '100',
  weights: 'points',
  grades,
  inputs: Object.fromEntries(Object.keys(dimensions).map((name) => [name, { zh: name, kind: byPanel ? 'ratings' : 'number' }])),
  indicators: Object.entries(dimensions).map(([name, weight]) => ({
    name,
    weight,
    rule: byPanel ? { type: 'average', ratings: name, outOf: weight, atLeast: panel?.experts ?? 1 } : { type: 'manual', points: name },
  })),
});

const DOCUMENT = '事前绩效评估表';

const byHand = ({ scores }: ExAnteContent): Facts =>
  Object.fromEntries(
    scores.map(({ dimension, points, basis }) => [dimension, { value: points, document: DOCUMENT, reason: basis, evidence: [basis] }]),
  );

const byExperts = (panel: readonly PanelExpert[], dimensions: Readonly<Record<string, string>>): Facts =>
  Object.fromEntries(
    Object.keys(dimensions).map((dimension) => {
      const given = panel.flatMap(({ expert, scores }) =>
        scores.filter((it) => it.dimension === dimension).map((it) => ({ expert, ...it })),
      );
      const evidence = given.map(({ expert, points, basis }) => `${expert}：${points}分，${basis}`);
      return [dimension, { value: given.map(({ points }) => points), document: DOCUMENT, evidence }];
    }),
  );

/** By a panel where there is one, or where the policy wants one. */
const problemsOf = (content: ExAnteContent, policy: Policy, bodies: readonly string[]): ExAnteResult['problems'] => {
  const { dimensions, panel } = policy.exAnteEvaluation;
  if (content.panel === undefined && panel === undefined) return dimensionProblems(content.scores, dimensions, 'scores');
  return panelProblems(content, panel, dimensions, bodies);
};

/**
 * 事前绩效评估: the points of the policy's dimensions, their sum, its grade, and what follows. A project that the policy requires to be
 * evaluated enters target filing only with `support` or, adjusted, with `adjust`. `bodies`: names of the evaluated unit and its department, to which no
 * expert may belong.
 */
export const exAnteScore = (content: ExAnteContent, policy: Policy, bodies: readonly string[] = []): ExAnteResult => {
  const { dimensions, conclusions } = policy.exAnteEvaluation;
  const problems = problemsOf(content, policy, bodies);
  const facts = content.panel === undefined ? byHand(content) : byExperts(independent(content.panel), dimensions);
  const rubric = rubricOf(policy, content.panel !== undefined);
  const { total, indicators } = scoreRubric(rubric, facts);
  const explanation = indicators.flatMap(({ id, explained }) =>
    explained.value === null ? [] : [{ dimension: id, points: explained.value.points, full: explained.value.full, explained }],
  );
  const from = { explanation, total, case: { rubric, facts }, problems };
  if (problems.length > 0 || total.value === null) return { value: null, ...from };
  const { score, shown } = total.value;
  const conclusion = compare(score, conclusions.support) >= 0 ? 'support' : compare(score, conclusions.adjust) >= 0 ? 'adjust' : 'reject';
  return { value: { score, shown, grade: gradeOf(score, policy.grades), conclusion }, ...from };
};

/** Must this project be evaluated before its target may be filed? New, and at or above the policy's threshold (yuan). */
export const needsExAnte = (project: { readonly isNew: boolean; readonly amount: string }, policy: Policy): boolean =>
  project.isNew && compare(project.amount, policy.exAnteEvaluation.threshold) >= 0;
