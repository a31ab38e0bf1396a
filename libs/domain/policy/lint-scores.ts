import { checkCondition } from '#domain/condition/check.js';
import type { Quantities } from '#domain/condition/expression.js';
import { lintGrades } from '#domain/rubric/lint/lint-grades.js';
import { compare, show, sum } from '#domain/score/exact.js';
import type { Policy } from './policy.js';
import type { PolicyProblem } from './problem.js';

/** Bands are half-open and must cover 0 to 100 without gap. */
export const lintBands = ({ grades }: Policy): PolicyProblem[] =>
  lintGrades(grades, '100').map(({ path, zh, en }) => ({ code: 'GRADE_BANDS', path, zh, en }));

/** The parts sum to exactly 100. */
export const sumsTo100 = (path: string, parts: Readonly<Record<string, string>>): PolicyProblem[] => {
  const total = sum(Object.values(parts));
  if (compare(total, '100') === 0) return [];
  const shown = show(total);
  return [{ code: 'WEIGHTS_SUM', path, zh: `各项合计为 ${shown}，应为 100`, en: `the parts sum to ${shown}, not to 100` }];
};

/** What is scored out of 100 must be able to reach 100 and not more. */
export const lintSums = (policy: Policy): PolicyProblem[] => {
  const { dimensions, conclusions } = policy.exAnteEvaluation;
  const problems = [
    ...sumsTo100('selfEvaluation.weights', policy.selfEvaluation.weights),
    ...sumsTo100('exAnteEvaluation.dimensions', dimensions),
  ];
  if (compare(conclusions.support, conclusions.adjust) < 0) {
    const [zh, en] = ['“支持”的分数线低于“调整后支持”', 'support starts below support after adjustment'];
    problems.push({ code: 'WEIGHTS_SUM', path: 'exAnteEvaluation.conclusions', zh, en });
  }
  return problems;
};

const SELF_QUANTITIES: Quantities = { executionRate: { type: 'number', zh: '执行率', en: 'execution rate' } };

/** Caps of the self-score name the execution rate only. */
export const lintCaps = ({ selfEvaluation }: Policy): PolicyProblem[] =>
  (selfEvaluation.caps ?? []).flatMap(({ when }, i) =>
    checkCondition(when, SELF_QUANTITIES).map((it) => ({ ...it, path: `selfEvaluation.caps.${String(i)}.when` })),
  );
