import type { Policy } from './policy.js';

/** A small policy that passes the linter, for tests of single rules. */
export const SAMPLE_POLICY: Policy = {
  district: 'sample',
  fiscalYear: 2023,
  version: 1,
  calendar: ['cn-2022@1', 'cn-2023@1'],
  dayEndsAt: '24:00',
  grades: [
    { from: '90', to: '100', grade: '优' },
    { from: '80', to: '90', grade: '良' },
    { from: '60', to: '80', grade: '中' },
    { from: '0', to: '60', grade: '差' },
  ],
  ladders: {
    standard: [
      { day: -3, remind: ['debtor'] },
      { day: 1, remind: ['debtor', 'department'] },
    ],
  },
  chains: { filing: [{ step: 'department', who: 'department', rule: 'any', within: 3 }] },
  plan: [{ stage: 'target-filing', opens: '2022-10-10', due: '2022-11-15', chain: 'filing', ladder: 'standard' }],
  exAnteEvaluation: {
    threshold: '5000000',
    dimensions: { necessity: '20', economy: '20', target: '20', feasibility: '20', compliance: '20' },
    conclusions: { support: '80', adjust: '60' },
  },
  targetQuality: [
    { rule: 'min-indicators', class: 'ordinary', indicators: 3, core: 1, severity: 'block', source: 'Jiangbei 2022' },
    { rule: 'min-indicators', class: 'key', indicators: 5, core: 3, severity: 'block', source: 'Jiangbei 2022' },
    { rule: 'complete-indicator', severity: 'block', source: '财预〔2015〕88号' },
    { rule: 'required-dimensions', dimensions: ['产出', '效益', '满意度'], severity: 'warn', source: 'assumed' },
    { rule: 'weights-sum', severity: 'warn', source: '财预〔2020〕10号' },
    { rule: 'text-number-without-indicator', severity: 'note', source: 'Jiangbei 2022' },
  ],
  monitoring: {
    chain: 'filing',
    ladder: 'standard',
    warnings: [
      { id: 'behind', when: 'executed / adjustedBudget < timeProgress * 0.8', colour: 'yellow' },
      { id: 'far-behind', when: 'executed / adjustedBudget < timeProgress * 0.6', colour: 'red', answerWithin: 10 },
      { id: 'gap', when: 'abs(attainment - executed / adjustedBudget) > 10%', colour: 'yellow' },
      { id: 'unattainable', when: 'likelihood == impossible', colour: 'red', answerWithin: 10 },
    ],
  },
  selfEvaluation: {
    weights: { execution: '10', output: '50', benefit: '30', satisfaction: '10' },
    executionRate: { numerator: 'executed', denominator: 'adjustedBudget' },
    reverse: 'ratio',
    explainFrom: '130',
    spotCheck: { rate: '10', within: 10, strata: ['department', 'amount'], tolerance: '5' },
  },
  linkage: [
    { when: 'grade == 优', treatment: 'prioritise' },
    { when: 'grade == 良', treatment: 'maintain' },
    { when: 'grade == 中', treatment: 'compress', by: '10' },
    { when: 'grade == 差', treatment: 'cancel' },
    { when: 'rectification.overdue', treatment: 'compress', by: '5', adds: true },
  ],
};
