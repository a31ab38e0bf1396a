import type { Decimal } from '#domain/policy/policy.js';
import { compare, exact, exactText, greatest, ZERO } from '#domain/score/exact.js';
import type { Exact } from '#domain/score/exact.js';
import { inputsOf, measured, opposite, rangeOf } from '../measure.js';
import type { Reading } from '../reading.js';
import type { Between } from '../rubric.js';
import type { RuleType } from './rule-type.js';

/** Zero up to one value, full from another on, and how the points run between them. */
export interface Line {
  readonly zeroUpTo: Decimal;
  readonly fullFrom: Decimal;
  readonly between: Between;
}

/** Points between the floor and the top, and how they are computed. */
const between = (
  at: Exact,
  full: Exact,
  { zeroUpTo, fullFrom, between: how }: Line,
): { readonly formula: string; readonly points: Exact } => {
  const [x, whole] = [exactText(at), exactText(full)];
  if (how === 'rate') return { formula: `${x} × ${whole}`, points: at.mul(full) };
  if (how === 'deduct') return { formula: `${whole} + (${x}) × ${whole}`, points: full.add(at.mul(full)) };
  const share = at.sub(exact(zeroUpTo)).div(exact(fullFrom).sub(exact(zeroUpTo)));
  return { formula: `(${x} - ${zeroUpTo}) ÷ (${fullFrom} - ${zeroUpTo}) × ${whole}`, points: share.mul(full) };
};

const isRising = ({ zeroUpTo, fullFrom }: Line): boolean => compare(zeroUpTo, fullFrom) < 0;

/** The most points while the measure stays below `best`: full where that reaches the top. */
export const mostOnLine = (best: Decimal | undefined, full: Exact, line: Line): Exact =>
  best === undefined || !isRising(line) || compare(best, line.fullFrom) >= 0
    ? full
    : greatest(ZERO, between(exact(best), full, line).points);

/**
 * Nothing up to `zeroUpTo`, full from `fullFrom` on, between them in proportion. Where `zeroUpTo` is the greater one, less is better.
 * fixtures/beibei-2019 bb19-r11 to r16: 资金到位率≤60%,得零分;60%<资金到位率<100%,得分=资金到位率*分值;≥100%,满分.
 */
export const onLine = (at: Exact, full: Exact, line: Line, reading: Reading): Exact => {
  const rising = isRising(line);
  const order = (bound: Decimal): number => (rising ? compare(at, bound) : compare(bound, at));
  const [no, yes] = rising ? ['≤', '≥'] : ['≥', '≤'];
  if (order(line.fullFrom) >= 0) {
    reading.step('满分', 'full points', `${exactText(at)} ${yes!} ${line.fullFrom}`, full);
    return full;
  }
  if (order(line.zeroUpTo) <= 0) {
    reading.step('零分', 'no points', `${exactText(at)} ${no!} ${line.zeroUpTo}`, ZERO);
    return ZERO;
  }
  const { formula, points } = between(at, full, line);
  reading.step('按比例得分', 'in proportion', formula, points);
  return points;
};

export const linear: RuleType<'linear'> = {
  label: { zh: '线性计分', en: 'linear between a floor and full' },
  inputs: (rule) => (isRising(rule) ? inputsOf(rule.measure) : opposite(inputsOf(rule.measure))),
  score: (rule, full, reading) => onLine(measured(rule.measure, reading), full, rule, reading),
  most: (rule, full, inputs) => mostOnLine(rangeOf(rule.measure, inputs).upTo, full, rule),
  implied: ({ zeroUpTo, fullFrom, between: how }, full, points) => {
    if (compare(points, ZERO) <= 0 || compare(points, full) >= 0) return null;
    const share = points.div(full);
    if (how === 'straight') return exact(zeroUpTo).add(share.mul(exact(fullFrom).sub(exact(zeroUpTo))));
    return how === 'rate' ? share : share.sub(1);
  },
  lint: ({ zeroUpTo, fullFrom }) =>
    compare(zeroUpTo, fullFrom) === 0 ? [{ code: 'RANGE_EMPTY', zh: '零分线与满分线相同', en: 'zero and full are at the same value' }] : [],
};
