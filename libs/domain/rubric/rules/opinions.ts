import { exactText, greatest, ZERO } from '#domain/score/exact.js';
import { inputsOf, measured } from '../measure.js';
import type { RuleOf } from '../rubric.js';
import { mostOnLine, onLine } from './linear.js';
import type { Line } from './linear.js';
import type { RuleType } from './rule-type.js';

/** Average of several raters, also trimmed: 多位人员打分…除以总人数 (fixtures/beibei-2019 bb19-r08). */
export const average: RuleType<'average'> = {
  label: { zh: '多人评分平均', en: 'average of several raters' },
  inputs: inputsOf,
  score: (rule, full, reading) => {
    const share = measured(rule, reading);
    const points = share.mul(full);
    reading.step('平均 × 分值', 'mean × full points', `${exactText(share)} × ${exactText(full)}`, points);
    return points;
  },
  most: (_, full) => full,
};

const lineOf = ({ zeroUpTo = '0', fullFrom = '1' }: RuleOf<'satisfaction'>): Line => ({ zeroUpTo, fullFrom, between: 'rate' });

/** 问卷满意度: the share of the satisfied, between the two limits in proportion (fixtures/beibei-2019 bb19-r19). */
export const satisfaction: RuleType<'satisfaction'> = {
  label: { zh: '问卷满意度', en: 'questionnaire satisfaction' },
  inputs: inputsOf,
  score: (rule, full, reading) => onLine(measured(rule, reading), full, lineOf(rule), reading),
  most: (rule, full) => mostOnLine(exactText(rule.options.reduce((best, { share }) => greatest(best, share), ZERO)), full, lineOf(rule)),
};
