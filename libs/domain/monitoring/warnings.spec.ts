import type { WarningRule } from '#domain/policy/policy.js';
import { SAMPLE_POLICY } from '#domain/policy/sample-policy.js';
import type { TargetContent } from '#domain/target-filing/content.js';
import type { MonitoringContent } from './content.js';
import { monitoringInput } from './input.js';
import type { MonitoringInput } from './input.js';
import { monitor, monitoringRules } from './warnings.js';
import type { MonitoringResult, MonitoringRules } from './warnings.js';

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
const RULES = monitoringRules(SAMPLE_POLICY);
const ORIGINS = { report: { document: 'document/7', by: 'u1', at: '2023-08-02' }, budget: { document: '预算批复' } };
const input = (it: MonitoringContent, adjustedBudget: string | null = '120', asOf = '2023-07-31'): MonitoringInput =>
  monitoringInput(it, target, { budget: { adjustedBudget }, asOf, origins: ORIGINS });
const judge = (it: MonitoringContent, adjustedBudget?: string | null): MonitoringResult => monitor(input(it, adjustedBudget), RULES);
const only = (...warnings: WarningRule[]): MonitoringRules => ({ ...RULES, warnings });
const ids = (result: MonitoringResult): string[] => result.warnings.map((it) => it.id);

describe('dual monitoring', () => {
  it('is green when money and targets keep up with the months', () => {
    expect(judge(content('66', '55', '55'))).toMatchObject({ light: { value: 'green' }, warnings: [], undecided: [], notDue: [] });
  });

  it('warns at exactly what the policy says: 56/120 is 0.8 × 7/12, and not yet behind', () => {
    expect(judge(content('56', '40', '50')).light.value).toBe('green');
    expect(ids(judge(content('55.99', '40', '50')))).toEqual(['behind']);
  });

  it('is as red as its worst warning, which has to be answered', () => {
    const { warnings, light } = judge(content('20', '15', '15'));
    expect([light.value, warnings.map((it) => [it.id, it.answerWithin])]).toEqual([
      'red',
      [
        ['behind', null],
        ['far-behind', 10],
      ],
    ]);
    expect(light.sentence).toEqual({ zh: '红色：far-behind', en: 'red: far-behind' });
  });

  it('explains a warning by figures with their origin and by both sides of the comparison', () => {
    const { explanation } = judge(content('20', '15', '15')).warnings[1]!;
    expect(explanation).toMatchObject({ rule: { id: 'far-behind', version: 'sample-2023@1' }, value: 'red' });
    expect(explanation.inputs).toEqual([
      { name: 'executed', zh: '执行数', en: 'executed amount', value: '20', origin: ORIGINS.report },
      { name: 'adjustedBudget', zh: '调整预算数', en: 'adjusted budget', value: '120', origin: ORIGINS.budget },
      { name: 'timeProgress', zh: '时间进度', en: 'time progress', value: '7/12', origin: null },
    ]);
    expect(explanation.steps).toMatchObject([{ formula: '20 / 120 < (7/12) * 0.6', result: '1/6 < 7/20 = true; true' }]);
  });

  it('sees targets and money drift apart, and shows how attainment came about', () => {
    const { warnings } = judge(content('66', '90', '90'));
    expect(warnings.map((it) => it.id)).toEqual(['gap']);
    expect(warnings[0]!.explanation.steps[0]).toMatchObject({ formula: '(9/10 × 50 + 9/10 × 50) ÷ 100', result: '9/10' });
  });

  it('takes the worst likelihood', () => {
    const gone = { ...content('66', '55', '55').indicators[1]!, likelihood: 'impossible' as const };
    const both = { ...content('66', '55', '55'), indicators: [content('66', '55').indicators[0]!, gone] };
    expect(ids(judge(both))).toEqual(['unattainable']);
  });

  it('is not green without a budget, it has no light', () => {
    const { undecided, light } = judge(content('66', '55', '55'), '0');
    expect([light.value, light.reason, undecided.map((it) => [it.id, it.explanation.value, it.explanation.reason])]).toEqual([
      null,
      'UNDECIDED',
      [
        ['behind', null, 'DIVISION_BY_ZERO'],
        ['far-behind', null, 'DIVISION_BY_ZERO'],
        ['gap', null, 'DIVISION_BY_ZERO'],
      ],
    ]);
    const [missing] = judge(content('66', '55'), null).undecided;
    expect(missing!.explanation).toMatchObject({ reason: 'MISSING_INPUT', sentence: { zh: '缺少“调整预算数”，无法判定' } });
  });
});

describe('thresholds by month', () => {
  const schedule: WarningRule = {
    id: 'schedule',
    when: 'executed / adjustedBudget < threshold',
    thresholds: { 4: '25', 6: '40', 8: '60', 10: '80' },
    colour: 'yellow',
  };
  const on = (asOf: string, executed: string): MonitoringResult => monitor(input(content(executed), '100', asOf), only(schedule));

  it('hold from the end of their month to the end of the next one listed', () => {
    expect(on('2023-03-31', '0')).toMatchObject({ notDue: ['schedule'], warnings: [], light: { value: 'green' } });
    expect(on('2023-04-29', '0').notDue).toEqual(['schedule']);
    expect([ids(on('2023-04-30', '24.99')), ids(on('2023-04-30', '25'))]).toEqual([['schedule'], []]);
    expect([ids(on('2023-07-31', '39')), ids(on('2023-07-31', '40'))]).toEqual([['schedule'], []]);
    expect([ids(on('2023-08-30', '40')), ids(on('2023-08-31', '40'))]).toEqual([[], ['schedule']]);
    expect([ids(on('2023-12-31', '79')), ids(on('2023-12-31', '80'))]).toEqual([['schedule'], []]);
  });

  it('know the length of February', () => {
    const february = only({ ...schedule, thresholds: { 2: '10' } });
    const at = (asOf: string): readonly string[] => monitor(input(content('0'), '100', asOf), february).notDue;
    expect([at('2023-02-28'), at('2024-02-28'), at('2024-02-29')]).toEqual([[], ['schedule'], []]);
  });
});

describe('single indicators', () => {
  const light = (id: string, when: string, colour: WarningRule['colour'], more: Partial<WarningRule> = {}): WarningRule => ({
    id,
    of: 'indicator',
    when,
    colour,
    ...more,
  });
  const rules = only(
    light('far-behind', 'direction == positive and attained / timeProgress < 60%', 'red'),
    light('far-ahead', 'direction == positive and attained / timeProgress >= 120%', 'blue'),
    light('cannot-reach', 'direction != qualitative and forecastAttained < 1', 'yellow', { secondRound: true }),
    light('no-disposal', 'likelihood == impossible and disposal == none', 'red', { answerWithin: 10 }),
  );
  const indicator = { name: '里程', operator: '≥', targetValue: '100', weight: '50', forecastValue: '100', likelihood: 'certain' } as const;
  const project = (...changes: object[]): MonitoringInput => ({
    ...input(content('66')),
    indicators: changes.map((it) => ({ ...indicator, actualValue: '60', ...it })),
  });
  const judged = (...changes: object[]): MonitoringResult => monitor(project(...changes), rules);

  it('raise one warning a rule, which names those that raised it', () => {
    const { warnings, light: shown } = judged({ actualValue: '20' }, {}, { actualValue: '34.9' }, { actualValue: '35' });
    expect(warnings.map((it) => [it.id, it.indicators])).toEqual([['far-behind', ['1. 里程', '3. 里程']]]);
    expect(warnings[0]!.explanation.inputs.map((it) => it.name)).toEqual([
      '1. 里程/direction',
      '1. 里程/attained',
      'timeProgress',
      '3. 里程/direction',
      '3. 里程/attained',
    ]);
    expect(warnings[0]!.explanation.steps[0]).toMatchObject({ formula: '20 ÷ 100', result: '1/5' });
    expect(shown.value).toBe('red');
  });

  it('turn blue far ahead of the months, which is better than yellow and no green', () => {
    expect(judged({ actualValue: '70' }).light.value).toBe('blue');
    expect(judged({ actualValue: '69.9' }).light.value).toBe('green');
    expect(judged({ actualValue: '70' }, { forecastValue: '99' }).light.value).toBe('yellow');
  });

  it('that cannot be reached by their own forecast ask for a second round', () => {
    expect(judged({ forecastValue: '99' }).warnings.map((it) => [it.id, it.secondRound])).toEqual([['cannot-reach', true]]);
    expect(judged({ operator: '≤', actualValue: '40', forecastValue: '101' }).warnings.map((it) => it.id)).toEqual(['cannot-reach']);
    expect(judged({ operator: '≤', actualValue: '40', forecastValue: '100' }).warnings).toEqual([]);
  });

  it('that are given up need a disposal', () => {
    const gone = project({ likelihood: 'impossible' });
    expect(ids(monitor(gone, rules))).toEqual(['no-disposal']);
    expect(ids(monitor({ ...gone, disposal: 'adjust' }, rules))).toEqual([]);
  });

  it('in words are left alone where the rule says so, and are undecided where it does not', () => {
    const words = { operator: '定性', targetValue: '改善', actualValue: '有所改善' };
    expect(judged(words)).toMatchObject({ warnings: [], undecided: [], light: { value: 'green' } });
    const { undecided, light: shown } = monitor(project(words), only(light('bare', 'attained < 1', 'red')));
    expect([shown.value, undecided.map((it) => [it.id, it.indicators])]).toEqual([null, [['bare', ['1. 里程']]]]);
  });

  it('that nobody reported are undecided, beside those that warn', () => {
    const { warnings, undecided } = judged({ actualValue: null }, { actualValue: '1' });
    expect([warnings.map((it) => it.indicators), undecided.map((it) => [it.id, it.indicators])]).toEqual([
      [['2. 里程']],
      [
        ['far-behind', ['1. 里程']],
        ['far-ahead', ['1. 里程']],
      ],
    ]);
  });
});
