import { lintAssessment } from './lint-assessment.js';
import type { Policy } from './policy.js';
import { lintConditions, lintQuality } from './lint-rules.js';
import { lintAgencyRating } from './lint-key-evaluation.js';
import { lintPlan } from './lint-plan.js';
import { lintBands, lintCaps, lintSums } from './lint-scores.js';
import { lintChains, lintLadders } from './lint-chains.js';
import type { PolicyProblem } from './problem.js';

/**
 * Everything that would make a policy of correct shape unusable: bands that overlap or leave a gap, weights that do not sum, names that do
 * not exist, ladders out of order, conditions that do not parse, a plan whose days or order cannot be. Empty when it can be launched.
 */
export const lintPolicy = (policy: Policy): readonly PolicyProblem[] => [
  ...lintBands(policy),
  ...lintSums(policy),
  ...lintCaps(policy),
  ...lintAgencyRating(policy),
  ...lintAssessment(policy),
  ...lintLadders(policy),
  ...lintChains(policy),
  ...lintPlan(policy),
  ...lintConditions(policy),
  ...lintQuality(policy),
];
