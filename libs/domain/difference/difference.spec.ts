import fc from 'fast-check';
import { difference, touches } from './difference.js';

const indicator = (level3: string, targetValue: string, level2 = '数量指标') => ({
  level1: '产出',
  level2,
  level3,
  targetValue,
  weight: '10',
});
const road = indicator('保洁道路里程', '120');
const rate = indicator('保洁达标率', '95', '质量指标');
const target = { annualGoal: '全年保洁', indicators: [road, rate], funds: { fiscal: '100.00', own: '0' } };
const told = (before: unknown, after: unknown) => difference(before, after).map(({ path, was, kind }) => [path, was, kind]);

describe('the difference of two versions', () => {
  it('names each changed field with what stood there and what stands there now', () => {
    const after = { ...target, annualGoal: '全年保洁与养护', funds: { fiscal: '80.00', own: '0' } };
    expect(difference(target, after)).toEqual([
      { path: 'annualGoal', was: 'annualGoal', kind: 'changed', rows: {}, before: '全年保洁', after: '全年保洁与养护' },
      { path: 'funds.fiscal', was: 'funds.fiscal', kind: 'changed', rows: {}, before: '100.00', after: '80.00' },
    ]);
  });

  it('knows an indicator by its name: one put in at the top changes no other, and order is no difference', () => {
    const added = indicator('清运垃圾', '5000');
    const after = { ...target, indicators: [added, { ...rate, targetValue: '98' }, road] };
    expect(told(target, after)).toEqual([
      ['indicators.0', null, 'added'],
      ['indicators.1.targetValue', 'indicators.1.targetValue', 'changed'],
    ]);
    expect(difference(target, after)[1]!.rows).toEqual({ 'indicators.1': '保洁达标率' });
    expect(told(after, target)).toEqual([
      ['indicators.1.targetValue', 'indicators.1.targetValue', 'changed'],
      ['indicators.0', 'indicators.0', 'removed'],
    ]);
    expect(told(target, { ...target, indicators: [rate, road] })).toEqual([]);
  });

  it('sees an indicator that moved to another level, and one that was only renamed', () => {
    expect(told({ rows: [road] }, { rows: [{ ...road, level2: '质量指标' }] })).toEqual([['rows.0.level2', 'rows.0.level2', 'changed']]);
    expect(told({ rows: [rate, road] }, { rows: [rate, { ...road, level3: '道路保洁长度' }] })).toEqual([
      ['rows.1.level3', 'rows.1.level3', 'changed'],
    ]);
  });

  it('matches rows of one name in their order', () => {
    const twice = { rows: [indicator('满意度', '90'), indicator('满意度', '95')] };
    expect(told(twice, { rows: [indicator('满意度', '90'), indicator('满意度', '96')] })).toEqual([
      ['rows.1.targetValue', 'rows.1.targetValue', 'changed'],
    ]);
  });

  it('takes trailing zeros for nothing, and a leading one for something', () => {
    expect(told({ a: '100.00', b: '1.50', c: '' }, { a: '100', b: '1.5' })).toEqual([]);
    expect(told({ phone: '0531' }, { phone: '531' })).toEqual([['phone', 'phone', 'changed']]);
  });

  it('counts texts of a list one by one', () => {
    expect(told({ evidence: ['a', 'b', 'b'] }, { evidence: ['b', 'c', 'a'] })).toEqual([
      ['evidence.1', null, 'added'],
      ['evidence.2', 'evidence.2', 'removed'],
    ]);
  });

  it('is empty between equal contents, names something between others, and never throws', () => {
    fc.assert(fc.property(fc.jsonValue(), (it) => difference(it, structuredClone(it)).length === 0));
    fc.assert(fc.property(fc.integer(), fc.integer(), (a, b) => (difference({ it: a }, { it: b }).length === 0) === (a === b)));
    fc.assert(fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => Array.isArray(difference(a, b))));
  });
});

describe('a comment on a field', () => {
  it('is touched by a change of the field, of something in it, and of what it is in, wherever that stands now', () => {
    const after = { ...target, indicators: [indicator('清运垃圾', '5000'), road, { ...rate, targetValue: '98' }] };
    const touched = (field: string) => difference(target, after).some((it) => touches(it, field));
    expect(['indicators.1.targetValue', 'indicators.1', 'indicators', ''].map(touched)).toEqual([true, true, true, true]);
    expect(['indicators.1.weight', 'annualGoal', 'funds'].map(touched)).toEqual([false, false, false]);
  });
});
