import { compare, exactText, ZERO } from '#domain/score/exact.js';
import { unscorable } from '../unscorable.js';
import type { RuleType } from './rule-type.js';

/** Points by judgement (根据项目实际情况): they need a reason and evidence, and lie between 0 and full. */
export const manual: RuleType<'manual'> = {
  label: { zh: '人工评分', en: 'manual score' },
  inputs: ({ points }) => [{ name: points, kind: 'number', direction: 1 }],
  score: (rule, full, reading) => {
    const { text, value } = reading.number(rule.points);
    const whole = exactText(full);
    if (compare(value, ZERO) < 0 || compare(value, full) > 0)
      unscorable('OUT_OF_RANGE', `人工评分 ${text} 不在 0 至 ${whole} 之间`, `${text} points are not between 0 and ${whole}`);
    const { reason, evidence } = reading.grounds(rule.points);
    if (!reason) unscorable('REASON_MISSING', '人工评分须说明理由', 'a manual score needs a reason');
    if (!evidence?.length) unscorable('EVIDENCE_MISSING', '人工评分须附依据', 'a manual score needs evidence');
    reading.step('人工评分', 'given by hand', reason!, value);
    return value;
  },
  most: (_, full) => full,
};
