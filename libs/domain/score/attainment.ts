import type { ReverseRule } from '#domain/policy/policy.js';
import type { IndicatorOperator } from '#domain/target-filing/content.js';
import { compare, exact, greatest, least, ZERO } from './exact.js';
import type { Exact, ExactInput } from './exact.js';

const ONE = exact('1');

/** How far an indicator was reached. `coefficient` (0 to 1) times the weight is its points; `attained` may exceed 1. */
export interface Reached {
  readonly coefficient: Exact;
  /** Actual against target, uncapped; null where the two cannot be divided. */
  readonly attained: Exact | null;
  readonly met: boolean;
}

/**
 * An indicator where more (or exactly so much) counts: full at or above the target, else pro rata. 财预〔2020〕10号.
 * A target of 0 is met by anything not below it.
 */
const forward = (actual: Exact, target: Exact): Reached => {
  if (compare(target, ZERO) <= 0) {
    const met = compare(actual, target) >= 0;
    return { coefficient: met ? ONE : ZERO, attained: null, met };
  }
  const attained = actual.div(target);
  return { coefficient: greatest(ZERO, least(ONE, attained)), attained, met: compare(attained, ONE) >= 0 };
};

/** Less is better: `ratio` gives target ÷ actual, `linear` falls from full at the target to 0 at twice the target. Both are in use. */
const reverse = (actual: Exact, target: Exact, rule: ReverseRule): Reached => {
  if (compare(actual, target) <= 0) return { coefficient: ONE, attained: compare(actual, ZERO) > 0 ? target.div(actual) : null, met: true };
  const ratio = greatest(ZERO, target.div(actual));
  if (rule === 'ratio' || compare(target, ZERO) <= 0) return { coefficient: rule === 'ratio' ? ratio : ZERO, attained: ratio, met: false };
  return { coefficient: greatest(ZERO, ONE.sub(actual.sub(target).div(target))), attained: ratio, met: false };
};

/** `=`: pro rata below the target; above it the excess counts against it, so that 2 instead of 1 is not full. */
const equal = (actual: Exact, target: Exact): Reached => {
  const below = forward(actual, target);
  if (compare(actual, target) <= 0) return below;
  return { ...reverse(actual, target, 'ratio'), attained: below.attained };
};

/** Scores one indicator's actual value; a qualitative one is reported as the share reached in per cent. */
export const reachedOf = (
  { operator, targetValue }: { readonly operator: IndicatorOperator; readonly targetValue: ExactInput },
  actualValue: ExactInput,
  rule: ReverseRule,
): Reached => {
  const actual = exact(actualValue);
  if (operator === '定性') return forward(actual, exact('100'));
  const target = exact(targetValue);
  if (operator === '≤') return reverse(actual, target, rule);
  return operator === '=' ? equal(actual, target) : forward(actual, target);
};
