import { inSigns, readableFormula, readableResult, readableValue } from './readable.js';

describe('figures of an explanation, as an office writes them', () => {
  it('writes a quotient as its decimal, and the exact value behind a rounded one', () => {
    expect(readableValue('2284/25', 'zh')).toBe('91.36');
    expect(readableValue('898/9', 'zh')).toBe('≈99.7778（898/9）');
    expect(readableValue('898/9', 'en')).toBe('≈99.7778 (898/9)');
    expect(readableValue('1/100000', 'en')).toBe('≈0.0000 (1/100000)');
  });

  it('leaves days, file numbers and words as they are', () => {
    expect(readableValue('2023/10/15', 'zh')).toBe('2023/10/15');
    expect(readableValue('jx/2023-4/7', 'zh')).toBe('jx/2023-4/7');
  });

  it('says whether a comparison holds', () => {
    expect(readableResult('3/10 < 7/20 = true; true', 'zh')).toBe('0.3 < 0.35，成立');
    expect(readableResult('false', 'en')).toBe('does not hold');
    expect(readableValue(true, 'zh')).toBe('成立');
    expect(readableValue(null, 'zh')).toBe('—');
  });

  it('writes formulas with the signs of an office', () => {
    expect(inSigns('abs(a - b) / c <= 2')).toBe('|a − b| ÷ c ≤ 2');
    expect(readableFormula('898/9 - 2284/25')).toBe('≈99.7778 − 91.36');
  });
});
