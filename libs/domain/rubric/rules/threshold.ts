import { compare, exact, exactText, greatest, least, ZERO } from '#domain/score/exact.js';
import type { Exact } from '#domain/score/exact.js';
import { inputsOf, measured, opposite } from '../measure.js';
import type { RuleType } from './rule-type.js';

const wholeUp = (value: Exact): Exact => value.ceil();

/**
 * Full at the threshold; beyond it each `per` costs `minus` points, in proportion or each started step as a whole, `atMost` in all. A usual form
 * (每低 1 个百分点扣…分); the figures are the rubric's, which names its own source.
 */
export const threshold: RuleType<'threshold'> = {
  label: { zh: '达标满分、逐档扣分', en: 'threshold with deductions' },
  inputs: ({ measure, lessIsBetter }) => (lessIsBetter ? opposite(inputsOf(measure)) : inputsOf(measure)),
  score: (rule, full, reading) => {
    const at = measured(rule.measure, reading);
    const bound = exact(rule.threshold);
    const short = greatest(ZERO, rule.lessIsBetter ? at.sub(bound) : bound.sub(at));
    if (compare(short, ZERO) === 0) {
      reading.step('达到标准', 'threshold met', `${exactText(at)} ${rule.lessIsBetter ? '≤' : '≥'} ${rule.threshold}`, full);
      return full;
    }
    const steps = rule.started ? wholeUp(short.div(exact(rule.per))) : short.div(exact(rule.per));
    reading.step('差距档数', 'steps short', `${exactText(short)} ÷ ${rule.per}`, steps);
    const lost = least(steps.mul(exact(rule.minus)), rule.atMost ?? full);
    const points = greatest(ZERO, full.sub(lost));
    reading.step('扣分', 'deduction', `${exactText(full)} - ${exactText(lost)}`, points);
    return points;
  },
  most: (_, full) => full,
};
