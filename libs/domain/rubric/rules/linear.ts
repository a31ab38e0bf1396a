import type { Decimal } from '#domain/policy/policy.js';
import { compare, exact, exactText, ZERO } from '#domain/score/exact.js';
import type { Exact } from '#domain/score/exact.js';
import { inputsOf, measured } from '../measure.js';
import type { Reading } from '../reading.js';
import type { Between } from '../rubric.js';
import type { RuleType } from './rule-type.js';

interface Line {
  readonly zeroUpTo: Decimal;
  readonly fullFrom: Decimal;
  readonly between: Between;
}

const partly = (at: Exact, full: Exact, { zeroUpTo, fullFrom, between }: Line, reading: Reading): Exact => {
  const [x, points] = [exactText(at), exactText(full)];
  const [formula, value] = {
    rate: (): [string, Exact] => [`${x} × ${points}`, at.mul(full)],
    deduct: (): [string, Exact] => [`${points} + (${x}) × ${points}`, full.add(at.mul(full))],
    straight: (): [string, Exact] => [
      `(${x} - ${zeroUpTo}) ÷ (${fullFrom} - ${zeroUpTo}) × ${points}`,
      at
        .sub(exact(zeroUpTo))
        .div(exact(fullFrom).sub(exact(zeroUpTo)))
        .mul(full),
    ],
  }[between]();
  reading.step('按比例得分', 'in proportion', formula, value);
  return value;
};

/**
 * Nothing up to `zeroUpTo`, full from `fullFrom` on, between them in proportion. Where `zeroUpTo` is the greater one, less is better.
 * fixtures/beibei-2019 bb19-r11 to r16: 资金到位率≤60%,得零分;60%<资金到位率<100%,得分=资金到位率*分值;≥100%,满分.
 */
export const onLine = (at: Exact, full: Exact, line: Line, reading: Reading): Exact => {
  const rising = compare(line.zeroUpTo, line.fullFrom) < 0;
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
  return partly(at, full, line, reading);
};

export const linear: RuleType<'linear'> = {
  label: { zh: '线性计分', en: 'linear between a floor and full' },
  inputs: ({ measure, zeroUpTo, fullFrom }) =>
    compare(zeroUpTo, fullFrom) < 0
      ? inputsOf(measure)
      : inputsOf(measure).map((it) => ({ ...it, direction: (0 - it.direction) as -1 | 0 | 1 })),
  score: (rule, full, reading) => onLine(measured(rule.measure, reading), full, rule, reading),
  most: (_, full) => full,
  implied: ({ zeroUpTo, fullFrom, between }, full, points) => {
    if (compare(points, ZERO) <= 0 || compare(points, full) >= 0) return null;
    const share = points.div(full);
    if (between === 'straight') return exact(zeroUpTo).add(share.mul(exact(fullFrom).sub(exact(zeroUpTo))));
    return between === 'rate' ? share : share.sub(1);
  },
  lint: ({ zeroUpTo, fullFrom }) =>
    compare(zeroUpTo, fullFrom) === 0 ? [{ code: 'RANGE_EMPTY', zh: '零分线与满分线相同', en: 'zero and full are at the same value' }] : [],
};
