import { compare, exact, exactText, greatest, least, ZERO } from '#domain/score/exact.js';
import type { Exact } from '#domain/score/exact.js';
import type { NamedInput } from '../measure.js';
import type { Reading } from '../reading.js';
import type { Fault, Rubric } from '../rubric.js';
import { unscorable } from '../unscorable.js';
import type { RuleFault, RuleType } from './rule-type.js';

const casesOf = (name: string, inputs: Rubric['inputs'], reading: Reading): Exact => {
  if (Object.hasOwn(inputs, name) && inputs[name]!.kind === 'truth') return exact(reading.truth(name) ? '1' : '0');
  const { text, value } = reading.number(name);
  if (value.d !== 1n || value.s < 0n) unscorable('OUT_OF_RANGE', `例数为 ${text}`, `${text} is no number of cases`);
  return value;
};

const lostBy = (fault: Fault, cases: Exact, full: Exact): Exact => {
  if (fault.zeroFrom !== undefined && compare(cases, String(fault.zeroFrom)) >= 0) return full;
  const lost = cases.mul(exact(fault.each ?? '0'));
  return fault.atMost === undefined ? lost : least(lost, fault.atMost);
};

const earlyZero = ({ cases, each, zeroFrom }: Fault, full: Exact): RuleFault[] => {
  if (each === undefined || zeroFrom === undefined || compare(exact(each).mul(zeroFrom), full) >= 0) return [];
  const lost = exactText(exact(each).mul(zeroFrom));
  const [n, points] = [String(zeroFrom), exactText(full)];
  return [
    {
      code: 'ZERO_TOO_EARLY',
      zh: `“${cases}”每例扣 ${each}，${n} 例仅扣 ${lost}，却规定得零分（满分 ${points}）`,
      en: `${cases}: ${each} a case makes ${lost} for ${n} cases, yet nothing is left of ${points}`,
    },
  ];
};

/**
 * Points off for each case of a fault. fixtures/beibei-2019 资金使用合规性: 出现1例不符合扣0.5分,两例及以上,得零分; 制度执行有效性:
 * 出现1例不合规扣0.5分，直至扣完; 管理制度健全性: 出现不合法、不合规，得零分，出现不完整扣1分.
 */
export const deductions: RuleType<'deductions'> = {
  label: { zh: '按例扣分', en: 'deduction per case' },
  inputs: ({ faults }) => faults.map(({ cases }): NamedInput => ({ name: cases, kind: 'number', direction: -1 })),
  score: ({ faults }, full, reading) => {
    const lost = faults.map((fault) => {
      const cases = casesOf(fault.cases, reading.declared, reading);
      const value = lostBy(fault, cases, full);
      reading.step('扣分', 'deduction', `${exactText(cases)} × ${fault.each ?? exactText(full)}`, value);
      return value;
    });
    const points = greatest(
      ZERO,
      lost.reduce((left, it) => left.sub(it), full),
    );
    reading.step('余分', 'what is left', `${exactText(full)} - ${lost.map((it) => exactText(it)).join(' - ')}`, points);
    return points;
  },
  most: (_, full) => full,
  lint: ({ faults }, full) => faults.flatMap((it) => earlyZero(it, full)),
};
