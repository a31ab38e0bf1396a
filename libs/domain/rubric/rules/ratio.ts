import { reachedOf } from '#domain/score/attainment.js';
import { compare, exact, exactText, greatest, isDecimal, showPercent, ZERO } from '#domain/score/exact.js';
import type { Exact } from '#domain/score/exact.js';
import type { Reading } from '../reading.js';
import type { OverFulfilment, RuleOf } from '../rubric.js';
import type { RuleType } from './rule-type.js';

/** The quotient that gives the coefficient of a target that was missed, or the comparison that was met. */
const formulaOf = ({ operator, reverse }: RuleOf<'ratio'>, actual: string, target: string, met: boolean): string => {
  if (met) return `${actual} ${operator} ${target}`;
  if (operator === '≥') return `${actual} ÷ ${target}`;
  if (operator === '=') return compare(actual, target) > 0 ? `${target} ÷ ${actual}` : `${actual} ÷ ${target}`;
  return reverse === 'ratio' ? `${target} ÷ ${actual}` : `1 - (${actual} - ${target}) ÷ ${target}`;
};

const targetOf = (rule: RuleOf<'ratio'>, reading: Reading): { text: string; value: Exact } =>
  isDecimal(rule.target) ? { text: rule.target, value: exact(rule.target) } : reading.number(rule.target);

/** From the named share on a reason is due, points are taken off, or both. At 130% in one province and another (domain rules). */
const lessOver = (points: Exact, attained: Exact | null, over: OverFulfilment, actual: string, reading: Reading): Exact => {
  if (attained === null || compare(attained, over.from) < 0) return points;
  const share = showPercent(attained);
  if (over.reason === true && !reading.grounds(actual).reason) {
    reading.duties.push({
      zh: `完成率 ${share}，须说明大幅超额完成的原因`,
      en: `${share} of the target: the over-fulfilment needs a reason`,
    });
  }
  if (over.minus === undefined) return points;
  const left = greatest(ZERO, points.sub(exact(over.minus)));
  reading.step(`超额完成（${share}）扣分`, `over-fulfilled (${share})`, `${exactText(points)} - ${over.minus}`, left);
  return left;
};

/**
 * Actual against target, 财预〔2020〕10号: full at or above, else pro rata. Where less is better in one of the two ways in use: target ÷ actual,
 * or full up to the target falling to 0 at twice the target.
 */
export const ratio: RuleType<'ratio'> = {
  label: { zh: '完成比率', en: 'actual against target' },
  inputs: ({ actual, target, operator }) => {
    const direction = { '≥': 1, '=': 0, '≤': -1 }[operator] as -1 | 0 | 1;
    const goal = isDecimal(target) ? [] : [{ name: target, kind: 'number' as const, direction: (0 - direction) as -1 | 0 | 1 }];
    return [{ name: actual, kind: 'number', direction }, ...goal];
  },
  score: (rule, full, reading) => {
    const actual = reading.number(rule.actual);
    const target = targetOf(rule, reading);
    const { coefficient, attained, met } = reachedOf({ operator: rule.operator, targetValue: target.value }, actual.value, rule.reverse);
    const formula = formulaOf(rule, actual.text, target.text, met);
    reading.step('得分系数（0 至 1）', 'coefficient (0 to 1)', formula, coefficient);
    const points = full.mul(coefficient);
    reading.step('系数 × 分值', 'coefficient × full points', `${exactText(coefficient)} × ${exactText(full)}`, points);
    return rule.over ? lessOver(points, attained, rule.over, rule.actual, reading) : points;
  },
  most: (_, full) => full,
};
