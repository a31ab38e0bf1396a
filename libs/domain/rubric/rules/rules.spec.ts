import { exact, exactText } from '#domain/score/exact.js';
import { Reading } from '../reading.js';
import type { Facts, FactValue, Rubric, Rule } from '../rubric.js';
import { mostOf, pointsOf } from '../rule-types.js';
import { Unscorable } from '../unscorable.js';

const kindOf = (value: FactValue | null): 'number' | 'truth' | 'ratings' | 'answers' => {
  if (typeof value === 'boolean') return 'truth';
  if (Array.isArray(value)) return 'ratings';
  return value !== null && typeof value === 'object' ? 'answers' : 'number';
};

/** Scores out of 10 from figures that are declared by what they are; the reason where there is no score. */
const scored = (
  rule: Rule,
  values: Readonly<Record<string, FactValue | null>>,
  inputs: Rubric['inputs'] = {},
  extra: Partial<Facts[string]> = {},
): string => {
  const declared = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { zh: name, kind: kindOf(value) }]));
  const facts = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value, ...extra }]));
  const reading = new Reading({ ...declared, ...inputs }, facts);
  try {
    const points = exactText(pointsOf(rule, exact('10'), reading));
    return reading.duties.length > 0 ? `${points} ${reading.duties[0]!.en}` : points;
  } catch (error) {
    if (error instanceof Unscorable) return error.reason;
    throw error;
  }
};
const rate = { numerator: 'a', denominator: 'b' };

describe('linear', () => {
  const rule = (between: 'rate' | 'straight' | 'deduct', zeroUpTo: string, fullFrom: string): Rule => ({
    type: 'linear',
    measure: rate,
    zeroUpTo,
    fullFrom,
    between,
  });

  it('gives nothing at the floor, full at the top, and the rate between', () => {
    const at = (a: string): string => scored(rule('rate', '0.6', '1'), { a, b: '3' });
    expect([at('1.8'), at('1.81'), at('2'), at('3'), at('4')]).toEqual(['0', '181/30', '20/3', '10', '10']);
  });

  it('draws a straight line, falling where less is better', () => {
    expect(scored(rule('straight', '0.6', '1'), { a: '8', b: '10' })).toBe('5');
    const less = (a: string): string => scored(rule('straight', '2', '1'), { a, b: '10' });
    expect([less('10'), less('15'), less('20'), less('9')]).toEqual(['10', '5', '0', '10']);
  });

  it('takes a negative rate off', () => {
    const measure = { numerator: 'plan', less: 'actual', denominator: 'plan' };
    const late = (actual: string): string =>
      scored({ type: 'linear', measure, zeroUpTo: '-0.3', fullFrom: '0', between: 'deduct' }, { plan: '100', actual });
    expect([late('90'), late('120'), late('130')]).toEqual(['10', '8', '0']);
  });

  it('has no score without a figure or a denominator', () => {
    expect(scored(rule('rate', '0', '1'), { a: '1', b: '0' })).toBe('DIVISION_BY_ZERO');
    expect(scored(rule('rate', '0', '1'), { a: null, b: '1' })).toBe('MISSING_INPUT');
    expect(scored(rule('rate', '0', '1'), { a: '1' })).toBe('UNKNOWN_INPUT');
    expect(scored(rule('rate', '0', '1'), { a: 'many', b: '1' })).toBe('WRONG_KIND');
    expect(scored(rule('rate', '0', '1'), { a: '1.5', b: '2' }, { a: { zh: 'a', kind: 'number', whole: true } })).toBe('OUT_OF_RANGE');
    expect(scored(rule('rate', '0', '1'), { a: '3', b: '2' }, { a: { zh: 'a', kind: 'number', max: '2' } })).toBe('OUT_OF_RANGE');
  });
});

describe('threshold', () => {
  const rule = (more: object): Rule => ({ type: 'threshold', measure: rate, threshold: '0.95', per: '0.01', minus: '0.5', ...more });

  it('takes points off a step, in proportion or as a whole, up to its cap', () => {
    const at = (a: string, more = {}): string => scored(rule(more), { a, b: '1000' });
    expect([at('950'), at('945'), at('945', { started: true }), at('0'), at('0', { atMost: '4' })]).toEqual([
      '10',
      '39/4',
      '19/2',
      '0',
      '6',
    ]);
  });

  it('turns round where less is better', () => {
    expect(scored(rule({ lessIsBetter: true }), { a: '97', b: '100' })).toBe('9');
  });
});

describe('deductions', () => {
  it('take points a case, up to a cap, to zero from a number of cases on', () => {
    const of = (cases: string, fault: object): string => scored({ type: 'deductions', faults: [{ cases: 'n', ...fault }] }, { n: cases });
    expect([
      of('1', { each: '0.5' }),
      of('2', { each: '0.5', zeroFrom: 2 }),
      of('9', { each: '3', atMost: '6' }),
      of('9', { each: '3' }),
    ]).toEqual(['19/2', '0', '4', '0']);
    expect(of('1.5', { each: '1' })).toBe('OUT_OF_RANGE');
  });

  it('take a truth as one case', () => {
    expect(scored({ type: 'deductions', faults: [{ cases: 'illegal', zeroFrom: 1 }] }, { illegal: true })).toBe('0');
    expect(scored({ type: 'deductions', faults: [{ cases: 'illegal', zeroFrom: 1 }] }, { illegal: false })).toBe('10');
  });
});

describe('conditions', () => {
  it('give all or nothing, or points an item', () => {
    expect([
      scored({ type: 'all-or-nothing', all: ['a', 'b'] }, { a: true, b: false }),
      scored({ type: 'all-or-nothing', all: ['a'] }, { a: true }),
    ]).toEqual(['0', '10']);
    const items = [
      { when: 'a', points: '4' },
      { when: 'b', points: '3.5' },
    ];
    expect(scored({ type: 'checklist', items }, { a: true, b: true })).toBe('15/2');
    expect(scored({ type: 'checklist', items }, { a: true, b: null })).toBe('WRONG_KIND');
    expect(scored({ type: 'checklist', items }, { a: true, b: null }, { b: { zh: 'b', kind: 'truth' } })).toBe('MISSING_INPUT');
  });
});

describe('bands and cases', () => {
  const bands: Rule = {
    type: 'bands',
    measure: { input: 'a' },
    bands: [
      { upTo: '0.6', points: '0' },
      { above: '0.6', below: '1', share: 'rate' },
    ],
  };

  it('keep their ends', () => {
    const at = (a: string): string => scored(bands, { a });
    expect([at('0.6'), at('0.61'), at('1')]).toEqual(['0', '61/10', 'NO_BAND']);
  });

  it('know no other case', () => {
    const rule: Rule = { type: 'cases', state: 's', cases: [{ case: '正面', points: '10' }] };
    const text = { s: { zh: 's', kind: 'text' as const, oneOf: ['正面', '没有'] } };
    expect([scored(rule, { s: '正面' }, text), scored(rule, { s: '没有' }, text), scored(rule, { s: '别的' }, text)]).toEqual([
      '10',
      'NO_BAND',
      'OUT_OF_RANGE',
    ]);
  });
});

describe('ratio', () => {
  const rule = (more: object): Rule => ({ type: 'ratio', actual: 'a', target: '10', operator: '≥', reverse: 'ratio', ...more });

  it('is pro rata up to full', () => {
    expect(['0', '3', '10', '99'].map((a) => scored(rule({}), { a }))).toEqual(['0', '3', '10', '10']);
    expect(scored(rule({ target: 'goal' }), { a: '3', goal: '9' })).toBe('10/3');
  });

  it('is reverse in both official ways', () => {
    const at = (a: string, reverse: string): string => scored(rule({ operator: '≤', reverse }), { a });
    expect([at('8', 'ratio'), at('15', 'ratio'), at('15', 'linear'), at('20', 'linear'), at('25', 'linear')]).toEqual([
      '10',
      '20/3',
      '5',
      '0',
      '0',
    ]);
  });

  it('asks a reason for large over-fulfilment, or takes points off', () => {
    const reason = { over: { from: '1.3', reason: true } };
    expect([scored(rule(reason), { a: '12.99' }), scored(rule(reason), { a: '13' })]).toEqual([
      '10',
      '10 130.00% of the target: the over-fulfilment needs a reason',
    ]);
    expect(scored(rule(reason), { a: '13' }, {}, { reason: '增加批次' })).toBe('10');
    expect(scored(rule({ over: { from: '1.3', minus: '2' } }), { a: '13' })).toBe('8');
  });
});

describe('opinions', () => {
  it('average raters, also trimmed', () => {
    const of = (ratings: string[], more = {}): string => scored({ type: 'average', ratings: 'r', outOf: '100', ...more }, { r: ratings });
    expect([of(['90', '80']), of(['0', '80', '90', '100'], { trim: 1 }), of(['90', '80'], { trim: 1 }), of(['101'])]).toEqual([
      '17/2',
      '17/2',
      'TOO_FEW_RATINGS',
      'OUT_OF_RANGE',
    ]);
  });

  it('count a questionnaire', () => {
    const options = [
      { option: '满意', share: '1' },
      { option: '一般', share: '0.6' },
      { option: '不满意', share: '0' },
    ];
    const of = (answers: Record<string, string>): string =>
      scored({ type: 'satisfaction', answers: 'q', options, zeroUpTo: '0.6' }, { q: answers });
    expect([of({ 满意: '8', 一般: '1', 不满意: '1' }), of({ 满意: '1', 不满意: '1' }), of({ 满意: '0' }), of({ 很好: '1' })]).toEqual([
      '43/5',
      '0',
      'NO_ANSWERS',
      'OUT_OF_RANGE',
    ]);
  });

  it('let a level and its share agree', () => {
    const levels = [
      { from: '0.8', upTo: '1', level: '达成' },
      { from: '0', below: '0.8', level: '未达成' },
    ];
    const rule: Rule = { type: 'qualitative', share: 's', level: 'l', levels };
    const text = { l: { zh: 'l', kind: 'text' as const } };
    expect([
      scored(rule, { s: '0.8', l: '达成' }, text),
      scored(rule, { s: '0.7', l: '达成' }, text),
      scored(rule, { s: '1.1', l: '达成' }, text),
    ]).toEqual(['8', 'OUT_OF_RANGE', 'NO_BAND']);
  });

  it('take a manual score only with its reason and evidence', () => {
    const rule: Rule = { type: 'manual', points: 'p' };
    const grounds = { reason: '较好', evidence: ['底稿'] };
    expect([
      scored(rule, { p: '7' }),
      scored(rule, { p: '7' }, {}, { reason: '较好' }),
      scored(rule, { p: '7' }, {}, grounds),
      scored(rule, { p: '11' }, {}, grounds),
    ]).toEqual(['REASON_MISSING', 'EVIDENCE_MISSING', '7', 'OUT_OF_RANGE']);
  });
});

describe('the most that a rule can give', () => {
  it('is what the linter compares with the weight', () => {
    const most = (rule: Rule): string => exactText(mostOf(rule, exact('10'), {}));
    expect(most({ type: 'cases', state: 's', cases: [{ case: 'a', points: '5' }] })).toBe('5');
    expect(most({ type: 'bands', measure: rate, bands: [{ upTo: '1.2', share: 'rate' }] })).toBe('12');
    expect(most({ type: 'qualitative', share: 's', levels: [{ from: '0', below: '0.6', level: 'x' }] })).toBe('6');
    expect(most({ type: 'satisfaction', answers: 'q', options: [{ option: 'a', share: '0.9' }] })).toBe('9');
    expect(most({ type: 'satisfaction', answers: 'q', options: [{ option: 'a', share: '0.9' }], fullFrom: '0.9' })).toBe('10');
    const ratings = { ratings: 'r', outOf: '100' };
    expect(most({ type: 'linear', measure: ratings, zeroUpTo: '0', fullFrom: '1.2', between: 'straight' })).toBe('25/3');
  });
});
