import { exact, greatest, ZERO } from '#domain/score/exact.js';
import { unscorable } from '../unscorable.js';
import type { RuleFault, RuleType } from './rule-type.js';

/**
 * Points by the state that was found. fixtures/beibei-2019 生态效益: 存在负面直接影响得0分，存在负面间接影响得2分，存在正面影响得5分.
 * A state that can occur and has no case is a gap (bb19-x12: no case for no influence at all).
 */
export const cases: RuleType<'cases'> = {
  label: { zh: '按情形得分', en: 'points by case' },
  inputs: ({ state }) => [{ name: state, kind: 'text', direction: 0 }],
  score: (rule, _, reading) => {
    const state = reading.text(rule.state);
    const found = rule.cases.find((it) => it.case === state);
    if (!found) return unscorable('NO_BAND', `没有规定情形“${state}”的得分`, `the rule has no case "${state}"`);
    const points = exact(found.points);
    reading.step('情形得分', 'points of the case', state, points);
    return points;
  },
  most: (rule) => rule.cases.reduce((best, { points }) => greatest(best, points), ZERO),
  lint: (rule, _, inputs) => {
    const named = rule.cases.map((it) => it.case);
    const states = inputs[rule.state]?.oneOf;
    const fault = (code: RuleFault['code'], zh: string, en: string): RuleFault => ({ code, zh, en });
    return [
      ...(states ?? [])
        .filter((it) => !named.includes(it))
        .map((it) => fault('CASE_GAP', `没有规定情形“${it}”的得分`, `no points are given for the case "${it}"`)),
      ...named
        .filter((it) => states && !states.includes(it))
        .map((it) => fault('CASE_UNKNOWN', `情形“${it}”不会出现`, `the case "${it}" cannot occur`)),
      ...named
        .filter((it, i) => named.indexOf(it) !== i)
        .map((it) => fault('CASE_TWICE', `情形“${it}”规定了两次`, `the case "${it}" is given twice`)),
    ];
  },
};
