import { compare, ZERO } from '#domain/score/exact.js';
import { sumsTo100 } from './lint-scores.js';
import type { Policy } from './policy.js';
import type { PolicyProblem } from './problem.js';

/** 部门年度考核: every measure once, with a weight above zero, and the weights sum to 100. */
export const lintAssessment = ({ assessment }: Policy): PolicyProblem[] => {
  if (!assessment) return [];
  const { items } = assessment;
  const wrong = items.flatMap(({ measure, weight }, i): PolicyProblem[] => {
    const twice = items.findIndex((it) => it.measure === measure) !== i;
    if (!twice && compare(weight, ZERO) > 0) return [];
    const [zh, en] = twice ? [`“${measure}”出现两次`, `${measure} stands twice`] : ['权重应大于 0', 'a weight must be above 0'];
    return [{ code: 'WEIGHTS_SUM', path: `assessment.items.${String(i)}`, zh, en }];
  });
  const parts = Object.fromEntries(items.map(({ weight }, i) => [String(i), weight]));
  return [...wrong, ...sumsTo100('assessment.items', parts)];
};
