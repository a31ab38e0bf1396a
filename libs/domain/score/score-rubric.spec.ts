import type { Facts, Rubric, RubricNode } from '#domain/rubric/rubric.js';
import { scoreRubric } from './score-rubric.js';

const leaf = (name: string, weight: string, input = name): RubricNode => ({
  name,
  weight,
  rule: { type: 'ratio', actual: input, target: '10', operator: '≥', reverse: 'ratio' },
});
const rubric = (indicators: readonly RubricNode[], more: Partial<Rubric> = {}): Rubric => ({
  id: 'test',
  version: '1',
  source: '测试',
  full: '100',
  weights: 'points',
  inputs: Object.fromEntries(['a', 'b', 'c'].map((it) => [it, { zh: it, kind: 'number' as const, min: '0' }])),
  indicators,
  ...more,
});
const facts = (values: Readonly<Record<string, string | null>>): Facts =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]));
const TREE = [leaf('a', '40'), { name: 'branch', weight: '60', children: [leaf('b', '45'), leaf('c', '15')] }];
const BANDS = [
  { from: '90', to: '100', grade: '优' as const },
  { from: '0', to: '90', grade: '良' as const },
];

describe('a rubric', () => {
  it('adds up branch by branch, exactly: three thirds are 90, and 90 is 优', () => {
    const thirds = [leaf('a', '30'), leaf('b', '30'), leaf('c', '30'), leaf('d', '10', 'a')].map((it) => ({
      ...it,
      rule: {
        type: 'linear',
        measure: { numerator: it.name, denominator: 'whole' },
        zeroUpTo: '0',
        fullFrom: '1',
        between: 'rate',
      } as const,
    }));
    const inputs = Object.fromEntries(['a', 'b', 'c', 'd', 'whole'].map((it) => [it, { zh: it, kind: 'number' as const }]));
    const valueOf = (a: string, b: string, c: string, d: string): unknown =>
      scoreRubric(rubric(thirds, { inputs, grades: BANDS }), facts({ a, b, c, d, whole: '3' })).total.value;
    expect(valueOf('2', '3', '3', '2')).toMatchObject({ score: '260/3', grade: '良' });
    expect(valueOf('3', '3', '2', '3')).toEqual({ score: '90', shown: '90.00', full: '100', grade: '优' });
  });

  it('weighs in points or in per cent of the parent, at any depth', () => {
    const deep = [
      { name: '1', weight: '50', children: [{ name: '2', weight: '50', children: [leaf('a', '100')] }, leaf('b', '50')] },
      leaf('c', '50'),
    ];
    const { parts, total } = scoreRubric(rubric(deep, { weights: 'percent' }), facts({ a: '10', b: '5', c: '10' }));
    expect(parts.map(({ name, depth, full, points }) => [name, depth, full, points])).toEqual([
      ['1', 0, '50', '75/2'],
      ['2', 1, '25', '25'],
      ['a', 2, '25', '25'],
      ['b', 1, '25', '25/2'],
      ['c', 0, '50', '50'],
    ]);
    expect(total.value?.score).toBe('175/2');
  });

  it('has bounds instead of a total while something is missing', () => {
    const { total, bounds, indicators } = scoreRubric(rubric(TREE), facts({ a: '10', b: null }));
    expect([total.value, total.reason, bounds]).toEqual([null, 'MISSING_INPUT', { least: '40', most: '100' }]);
    expect(indicators[1]!.explained).toMatchObject({ value: null, reason: 'MISSING_INPUT', sentence: { zh: 'b：无法计分，缺少“b”' } });
    expect(total.sentence).toEqual({ zh: '没有总分：2 项指标无法计分（b、c）', en: 'no total: 2 indicators cannot be scored (b, c)' });
  });

  it('counts what is missing as 0 only where it says so', () => {
    const lenient = [{ ...leaf('a', '40'), missing: 'zero' as const }, leaf('b', '60')];
    const { total, indicators } = scoreRubric(rubric(lenient), facts({ b: '10' }));
    expect(total.value?.score).toBe('60');
    expect(indicators[0]!.explained.sentence.zh).toBe('a：0.00 分（满分 40，完成比率）；缺少“a”，按规定计 0 分');
    expect(scoreRubric(rubric(lenient), facts({ b: null })).total.value).toBeNull();
  });

  it('is capped while a condition holds, and undecided where a cap would bind', () => {
    const caps = [
      { when: 'c < 8', atMost: '89' },
      { when: 'c < 7', atMost: '79' },
    ];
    const two = [leaf('a', '50'), leaf('b', '50')];
    const of = (values: Record<string, string | null>): ReturnType<typeof scoreRubric>['total'] =>
      scoreRubric(rubric(two, { caps }), facts(values)).total;
    expect(
      [of({ a: '10', b: '10', c: '8' }), of({ a: '10', b: '10', c: '7.5' }), of({ a: '10', b: '10', c: '6' })].map((it) => it.value?.score),
    ).toEqual(['100', '89', '79']);
    expect(of({ a: '10', b: '10', c: '6' }).steps.map((it) => it.formula)).toEqual(['50 + 50', 'min(100, 89)', 'min(89, 79)']);
    expect(of({ a: '10', b: '10' })).toMatchObject({ value: null, reason: 'CAP_UNDECIDED' });
    expect(of({ a: '5', b: '5' }).value?.score).toBe('50');
  });

  it('takes a score set by hand for a branch or leaf, not beyond its points', () => {
    const at = (id: string, points: string): ReturnType<typeof scoreRubric> =>
      scoreRubric(rubric(TREE), facts({ a: '10' }), { [id]: { points, reason: '核实' } });
    expect(at('branch', '30').total.value?.score).toBe('70');
    expect(at('branch', '30').indicators.map((it) => it.explained.value?.points ?? null)).toEqual(['40', null, null]);
    expect(at('branch', '61').total.value).toBeNull();
    expect(at('b', '30').total.sentence.en).toBe('no total: 1 indicators cannot be scored (c)');
    expect(at('branch', '61').parts[1]!.override).toEqual({ points: '61', reason: '核实', refused: 'OUT_OF_RANGE' });
  });

  it('says when no grade holds the score', () => {
    const gap = [
      { above: '90', upTo: '100', grade: '优' as const },
      { from: '0', below: '90', grade: '良' as const },
    ];
    const { total } = scoreRubric(rubric([leaf('a', '100')], { grades: gap }), facts({ a: '9' }));
    expect([total.value, total.reason]).toEqual([{ score: '90', shown: '90.00', full: '100', grade: null }, 'NO_GRADE']);
  });
});
