import { isIn, valueAt, withValue, withoutRows } from './paths.js';

const content = { goal: '修路', indicators: [{ name: '里程', target: { value: '10', unit: '公里' } }, { name: '桥' }] };

describe('places in a content', () => {
  it('are found by their path; where there is nothing, nothing is found', () => {
    expect(valueAt(content, 'indicators.0.target.unit')).toBe('公里');
    expect(valueAt(content, 'indicators.7.target.unit')).toBeUndefined();
    expect(valueAt(content, 'goal.length.x')).toBeUndefined();
    expect(valueAt(content, '')).toBe(content);
  });

  it('are written without touching what stands beside them', () => {
    const next = withValue(content, 'indicators.1.target.value', '2');
    expect(next).toEqual({ ...content, indicators: [content.indicators[0], { name: '桥', target: { value: '2' } }] });
    expect(valueAt(next, 'indicators.0')).toBe(content.indicators[0]);
    expect(content.indicators[1]).toEqual({ name: '桥' });
  });

  it('make what is missing on the way: a list for a number, a group for a name', () => {
    expect(withValue({}, 'reports.0.reason', '雨')).toEqual({ reports: [{ reason: '雨' }] });
  });

  it('vanish with undefined, and with them groups in which nothing is left; lists stay', () => {
    expect(withValue({ a: { b: { c: '1' } }, d: '2' }, 'a.b.c', undefined)).toEqual({ d: '2' });
    expect(withValue({ a: { b: '1', c: '2' } }, 'a.b', undefined)).toEqual({ a: { c: '2' } });
    expect(withValue({ rows: [{ a: '1' }] }, 'rows.0.a', undefined)).toEqual({ rows: [{}] });
    expect(withValue({ d: '2' }, 'a.b', undefined)).toEqual({ d: '2' });
  });

  it('are told apart by whole names', () => {
    expect(isIn('indicators.1.name', 'indicators.1')).toBe(true);
    expect(isIn('indicators.10.name', 'indicators.1')).toBe(false);
    expect(isIn('indicators.1', 'indicators.1')).toBe(true);
    expect(withoutRows('indicators.12.target.unit')).toBe('indicators.target.unit');
  });
});
