import fc from 'fast-check';
import type { Policy } from '#domain/policy/policy.js';
import { SAMPLE_POLICY } from '#domain/policy/sample-policy.js';
import { compare, exactText } from '#domain/score/exact.js';
import type { Indicator, TargetContent } from '#domain/target-filing/content.js';
import type { SelfEvaluationContent } from './content.js';
import { reachedOf } from '#domain/score/attainment.js';
import { selfScore } from './score.js';

const indicator = (level1: Indicator['level1'], operator: Indicator['operator'], targetValue: string, weight: string): Indicator => ({
  level1,
  level2: '二级',
  level3: '三级',
  operator,
  targetValue,
  measureUnit: '个',
  weight,
  core: false,
});
const TARGET: TargetContent = {
  annualGoal: '目标',
  indicators: [
    indicator('产出', '≥', '3', '25'),
    indicator('产出', '≤', '10', '25'),
    indicator('效益', '定性', '改善', '30'),
    indicator('满意度', '≥', '90', '10'),
  ],
  funds: { fiscal: '100', carriedOver: '0', own: '0', other: '0' },
};
const report = (values: readonly string[], executed = '100', reason?: string): SelfEvaluationContent => ({
  funds: { initialBudget: '100', adjustedBudget: '100', executed },
  goalResult: '完成',
  results: values.map((actualValue, i) => ({ indicator: i, actualValue, ...(reason === undefined ? {} : { reason }) })),
  ...(reason === undefined ? {} : { executionReason: reason }),
});
const scoreOf = (values: readonly string[], executed = '100', policy: Policy = SAMPLE_POLICY): string | undefined =>
  selfScore(report(values, executed), TARGET, policy).value?.score;
const linear: Policy = { ...SAMPLE_POLICY, selfEvaluation: { ...SAMPLE_POLICY.selfEvaluation, reverse: 'linear' } };

describe('a self-evaluation', () => {
  it('reaches 100 when everything is met', () => {
    expect(selfScore(report(['3', '10', '100', '90']), TARGET, SAMPLE_POLICY)).toMatchObject({
      value: { score: '100', shown: '100.00' },
      missing: [],
    });
  });

  it('scores pro rata, exactly: a third stays a third', () => {
    expect(scoreOf(['1', '10', '100', '90'])).toBe('250/3');
    expect(scoreOf(['9', '10', '100', '90'])).toBe('100');
  });

  it('scores execution by its rate, at most full', () => {
    expect([scoreOf(['3', '10', '100', '90'], '80.5'), scoreOf(['3', '10', '100', '90'], '150')]).toEqual(['1961/20', '100']);
  });

  it('scores less-is-better by the rule that the policy names', () => {
    expect([scoreOf(['3', '15', '100', '90']), scoreOf(['3', '15', '100', '90'], '100', linear)]).toEqual(['275/3', '175/2']);
    expect(exactText(reachedOf(TARGET.indicators[1]!, '25', 'linear').coefficient)).toBe('0');
    expect(exactText(reachedOf({ operator: '≤', targetValue: '0' }, '5', 'ratio').coefficient)).toBe('0');
    expect(exactText(reachedOf({ operator: '≤', targetValue: '0' }, '0', 'linear').coefficient)).toBe('1');
    expect(exactText(reachedOf({ operator: '=', targetValue: '1' }, '2', 'linear').coefficient)).toBe('1/2');
  });

  it('asks a reason for what was not met, far exceeded or not spent', () => {
    const { missing } = selfScore(report(['2', '10', '85', '120'], '99.99'), TARGET, SAMPLE_POLICY);
    expect(missing.map((it) => it.path)).toEqual(['executionReason', 'results.0.reason', 'results.2.reason', 'results.3.reason']);
    expect(selfScore(report(['2', '10', '85', '120'], '99.99', '原因'), TARGET, SAMPLE_POLICY).missing).toEqual([]);
  });

  it('has no score without every actual value, and says where there is no execution rate', () => {
    expect(selfScore(report(['3', '10']), TARGET, SAMPLE_POLICY).value).toBeNull();
    const nothing = selfScore(
      { ...report(['3', '10', '100', '90']), funds: { initialBudget: '1', adjustedBudget: '0', executed: '0' } },
      TARGET,
      SAMPLE_POLICY,
    );
    expect([nothing.value!.score, nothing.explanation[0]!.zh]).toEqual([
      '90',
      '预算执行率：0.00 分（满分 10，线性计分）；分母为零：0 ÷ 0，按规定计 0 分',
    ]);
  });

  it('has no score where an approved target is no number', () => {
    const vague = { ...TARGET, indicators: [{ ...TARGET.indicators[0]!, targetValue: '若干' }, ...TARGET.indicators.slice(1)] };
    expect(selfScore(report(['3', '10', '100', '90']), vague, SAMPLE_POLICY)).toMatchObject({
      value: null,
      missing: [{ path: 'results.0' }],
    });
  });

  it('knows no indicator that was not approved', () => {
    expect(selfScore(report(['3', '10', '100', '90', '1']), TARGET, SAMPLE_POLICY).missing.map((it) => it.path)).toEqual([
      'results.4.indicator',
    ]);
  });

  it('takes a budget figure that the form does not ask for from the bureau', () => {
    const received: Policy = {
      ...SAMPLE_POLICY,
      selfEvaluation: { ...SAMPLE_POLICY.selfEvaluation, executionRate: { numerator: 'executed', denominator: 'fundsReceived' } },
    };
    const content = report(['3', '10', '100', '90'], '50');
    expect(selfScore(content, TARGET, received, { fundsReceived: '100.00' }).value?.score).toBe('95');
    expect(selfScore(content, TARGET, received).explanation[0]!.en).toMatch(/; budget was not reported, which scores 0 by the rubric$/);
  });

  it('is capped by the execution rate, and loses points for over-fulfilment, where the policy says so', () => {
    const strict: Policy = {
      ...SAMPLE_POLICY,
      selfEvaluation: { ...SAMPLE_POLICY.selfEvaluation, overMinus: '2', caps: [{ when: 'executionRate < 80%', atMost: '89' }] },
    };
    const met = ['3', '10', '100', '90'];
    expect([scoreOf(met, '80', strict), scoreOf(met, '79.99', strict), scoreOf(['4', '10', '100', '90'], '100', strict)]).toEqual([
      '98',
      '89',
      '98',
    ]);
    expect(selfScore(report(met, '79.99'), TARGET, strict).total.steps.at(-1)).toEqual({
      zh: '封顶 89（executionRate < 80%）',
      en: 'at most 89 (executionRate < 80%)',
      formula: 'min(97999/1000, 89)',
      result: '89',
    });
  });

  it('explains each line with its inputs and steps', () => {
    const [execution, first] = selfScore(report(['1', '10', '100', '90'], '80.5'), TARGET, SAMPLE_POLICY).explanation;
    expect(execution!.explained.steps.map((it) => it.formula)).toEqual(['80.5 ÷ 100', '161/200 × 10']);
    expect(first!.explained).toMatchObject({
      rule: { id: 'self-score/0', version: '1', source: '三级 ≥ 3 个' },
      inputs: [{ name: 'actual0', zh: '三级完成值', value: '1', origin: { document: '项目支出绩效自评表' } }],
      steps: [
        { formula: '1 ÷ 3', result: '1/3' },
        { formula: '1/3 × 25', result: '25/3' },
      ],
    });
  });

  it('lies between 0 and 100 and never falls when more is achieved', () => {
    const value = fc.integer({ min: 0, max: 200 }).map(String);
    fc.assert(
      fc.property(
        fc.tuple(value, value, value, value),
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 1, max: 50 }),
        (values, at, more) => {
          const score = scoreOf(values)!;
          expect(compare(score, '0') >= 0 && compare(score, '100') <= 0).toBe(true);
          if (at === 1) return;
          const better = values.map((it, i) => (i === at ? String(Number(it) + more) : it));
          expect(compare(scoreOf(better)!, score)).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});
