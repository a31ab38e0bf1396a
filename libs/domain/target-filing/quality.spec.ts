import { SAMPLE_POLICY } from '#domain/policy/sample-policy.js';
import type { Indicator, TargetContent } from './content.js';
import { checkTarget } from './quality.js';

const indicator = (change: Partial<Indicator> = {}): Indicator => ({
  level1: '产出',
  level2: '数量指标',
  level3: '保洁里程',
  operator: '≥',
  targetValue: '120',
  measureUnit: '公里',
  weight: '50',
  core: true,
  ...change,
});
const GOOD: TargetContent = {
  annualGoal: '2023年全年保洁 120 公里（〔2022〕15号文），满意度 90.0%。',
  indicators: [
    indicator(),
    indicator({ level1: '效益', operator: '定性', targetValue: '环境明显改善', measureUnit: '', weight: '30', core: false }),
    indicator({ level1: '满意度', targetValue: '90', measureUnit: '%', weight: '10', core: false }),
  ],
  funds: { fiscal: '100', carriedOver: '0', own: '0', other: '0' },
};
const found = (change: Partial<TargetContent>, as: 'ordinary' | 'key' = 'ordinary'): string[] =>
  checkTarget({ ...GOOD, ...change }, as, SAMPLE_POLICY).explanation.map((it) => `${it.severity} ${it.rule} ${it.path}`);

describe('the quality of a target', () => {
  it('is fine when everything is there', () => {
    expect(checkTarget(GOOD, 'ordinary', SAMPLE_POLICY)).toEqual({ value: { submittable: true }, explanation: [] });
  });

  it('asks more of a key project, and blocks', () => {
    expect(found({}, 'key')).toEqual(['block min-indicators indicators', 'block min-indicators indicators']);
    expect(checkTarget(GOOD, 'key', SAMPLE_POLICY).value.submittable).toBe(false);
    expect(checkTarget(GOOD, 'key', SAMPLE_POLICY).explanation[0]).toMatchObject({
      zh: '绩效指标 3 个，不少于 5 个',
      source: 'Jiangbei 2022',
    });
  });

  it('misses a dimension and its weight', () => {
    const fewer = [GOOD.indicators[0]!, indicator(), indicator({ level1: '效益', weight: '30' })];
    expect(found({ indicators: fewer })).toEqual([
      'warn required-dimensions indicators',
      'warn weights-sum indicators',
      'note text-number-without-indicator annualGoal',
    ]);
  });

  it('wants operator, value and unit to fit each other', () => {
    const bad = [indicator({ targetValue: '很多' }), indicator({ operator: '定性', targetValue: '5' }), indicator({ measureUnit: '' })];
    expect(found({ indicators: bad }).filter((it) => it.includes('complete'))).toEqual([
      'block complete-indicator indicators.0.targetValue',
      'block complete-indicator indicators.1.targetValue',
      'block complete-indicator indicators.2.measureUnit',
    ]);
  });

  it('notes a number of the goal that no indicator carries, and only such numbers', () => {
    expect(found({ annualGoal: '2023年新建厕所 36 座，9月完工' })).toEqual(['note text-number-without-indicator annualGoal']);
    expect(found({ annualGoal: '保洁 120.00 公里' })).toEqual([]);
  });

  it('takes weights in thirds that sum', () => {
    const thirds = ['30.1', '29.9', '30'].map((weight, i) => indicator({ weight, level1: (['产出', '效益', '满意度'] as const)[i]! }));
    expect(found({ indicators: thirds, annualGoal: 'x' })).toEqual([]);
  });
});
