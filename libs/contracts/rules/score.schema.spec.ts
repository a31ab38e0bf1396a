import { readCases } from './case-file.js';
import { lintSchema } from './lint.schema.js';
import { scoreSchema } from './score.schema.js';

const CASE = `
rubric:
  id: small
  source: 示例
  full: 10
  inputs: { done: { zh: 完成数 }, planned: { zh: 计划数 } }
  indicators:
    - name: 完成率
      weight: 10
      rule: { type: linear, measure: { numerator: done, denominator: planned }, zeroUpTo: 60%, fullFrom: 100% }
facts: { done: 8, planned: { value: 10, by: 单位 } }
overrides: {}
published: { score: 8, points: { 完成率: 8 } }
`;
const spoilt = (from: string, to: string, schema: typeof scoreSchema | typeof lintSchema = scoreSchema): string => {
  expect(CASE).toContain(from);
  try {
    readCases(CASE.replace(from, to), schema);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('a case of jiheng score', () => {
  it('is normalised: rates are decimals, short facts have a value', () => {
    const { read } = readCases(CASE, scoreSchema)[0]!;
    expect(read.rubric.indicators[0]!.rule).toMatchObject({ zeroUpTo: '0.6', fullFrom: '1', between: 'rate' });
    expect(read.facts).toEqual({ done: { value: '8' }, planned: { value: '10', by: '单位' } });
    expect(read.published!.points).toEqual({ 完成率: { score: '8' } });
  });

  it('is refused as a whole, with the field in both languages', () => {
    expect(spoilt('zeroUpTo: 60%', 'zeroUpTo: some')).toBe('rubric.indicators.0.rule.zeroUpTo: a decimal number is needed（应为十进制数）');
    expect(spoilt('zeroUpTo: 60%', 'zeroUpTo: 200%')).toBe(
      'rubric.indicators.0.rule: where less is better, the line is `between: straight`（越少越好时须写 between: straight）',
    );
    expect(spoilt('numerator: done', 'numerator: done, nominator: done')).toBe(
      'rubric.indicators.0.rule.measure.nominator: there is no field "nominator" here（没有名为“nominator”的项）',
    );
    expect(spoilt('type: linear', 'type: linaer')).toMatch(/^rubric\.indicators\.0\.rule/);
    expect(spoilt('facts: { done: 8', 'facts: { dnoe: 8')).toBe('facts.dnoe: the rubric has no "dnoe"（评分标准中没有“dnoe”）');
    expect(spoilt('overrides: {}', 'overrides: { x: { points: 1, reason: y } }')).toContain('overrides.x');
    expect(spoilt('overrides: {}', 'overrides: { 完成率: { points: 1 } }')).toContain('overrides.完成率.reason: this field is missing');
    expect(spoilt('完成率: 8', '完成: 8')).toContain('published.points.完成');
  });

  it('is refused by the nearest of the shapes that lint reads', () => {
    expect(spoilt('weight: 10', 'weight: ten', lintSchema)).toBe(
      'rubric.indicators.0.weight: a decimal number that is not negative is needed（应为不小于 0 的十进制数）',
    );
  });
});
