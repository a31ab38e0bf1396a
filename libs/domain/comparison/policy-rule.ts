import type { Policy } from '#domain/policy/policy.js';
import type { ComparisonRule } from './scores.js';

/** How a campaign compares: its bands, the gap that its spot check tolerates, and its practice of comparing where it has one. */
export const comparisonRuleOf = ({ version, grades, selfEvaluation, keyEvaluation }: Policy): ComparisonRule => {
  const { atLeast = 5, notable = '3', fence = '1.5' } = keyEvaluation?.comparison ?? {};
  return { version: String(version), atLeast, notable, fence, tolerance: selfEvaluation.spotCheck.tolerance, grades };
};
