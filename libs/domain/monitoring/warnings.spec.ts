import { SAMPLE_POLICY } from '#domain/policy/sample-policy.js';
import type { TargetContent } from '#domain/target-filing/content.js';
import type { MonitoringContent } from './content.js';
import { monitor } from './warnings.js';

const target: TargetContent = {
  annualGoal: '目标',
  indicators: (['50', '50'] as const).map((weight) => ({
    level1: '产出',
    level2: '数量',
    level3: '里程',
    operator: '≥',
    targetValue: '100',
    measureUnit: '公里',
    weight,
    core: true,
  })),
  funds: { fiscal: '0', carriedOver: '0', own: '0', other: '0' },
};
const content = (executedAmount: string, ...actual: string[]): MonitoringContent => ({
  executedAmount,
  forecastAmount: '100',
  indicators: actual.map((actualValue, indicator) => ({ indicator, actualValue, forecastValue: '100', likelihood: 'certain' })),
});
const judge = (it: MonitoringContent, adjustedBudget: string | null = '120'): ReturnType<typeof monitor> =>
  monitor({ content: it, target, budget: { adjustedBudget }, asOf: '2023-07-31' }, SAMPLE_POLICY);

describe('dual monitoring', () => {
  it('is green when money and targets keep up with the months', () => {
    expect(judge(content('66', '55', '55')).value).toEqual({ warnings: [], light: 'green', undecided: [] });
  });

  it('warns at exactly what the policy says: 56/120 is 0.8 × 7/12, and not yet behind', () => {
    expect(judge(content('56', '40', '50')).value.light).toBe('green');
    expect(judge(content('55.99', '40', '50')).value.warnings.map((it) => it.id)).toEqual(['behind']);
  });

  it('is as red as its worst warning, which has to be answered', () => {
    const { warnings, light } = judge(content('20', '15', '15')).value;
    expect([light, warnings.map((it) => [it.id, it.answerWithin])]).toEqual([
      'red',
      [
        ['behind', null],
        ['far-behind', 10],
      ],
    ]);
    expect(warnings[1]!.verdict.inputs).toContainEqual({ name: 'executed', zh: '执行数', en: 'executed amount', value: '20' });
  });

  it('sees targets and money drift apart', () => {
    expect(judge(content('66', '90', '90')).value.warnings.map((it) => it.id)).toEqual(['gap']);
  });

  it('takes the worst likelihood', () => {
    const gone = { ...content('66', '55', '55').indicators[1]!, likelihood: 'impossible' as const };
    const both = { ...content('66', '55', '55'), indicators: [content('66', '55').indicators[0]!, gone] };
    expect(judge(both).value.warnings.map((it) => it.id)).toEqual(['unattainable']);
  });

  it('is not silently green without a budget', () => {
    const { undecided, light } = judge(content('66', '55', '55'), '0').value;
    expect([light, undecided.map((it) => [it.id, it.verdict.reason?.why])]).toEqual([
      'green',
      [
        ['behind', 'DIVISION_BY_ZERO'],
        ['far-behind', 'DIVISION_BY_ZERO'],
        ['gap', 'DIVISION_BY_ZERO'],
      ],
    ]);
    expect(judge(content('66', '55'), null).value.undecided[0]!.verdict.reason).toEqual({ why: 'MISSING_INPUT', name: 'adjustedBudget' });
  });
});
