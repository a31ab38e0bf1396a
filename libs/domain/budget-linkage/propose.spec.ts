import { SAMPLE_POLICY } from '#domain/policy/sample-policy.js';
import { proposeLinkage } from './propose.js';

const proposed = (grade: string | null, overdue: boolean | null, base = '1000.00'): ReturnType<typeof proposeLinkage> =>
  proposeLinkage({ grade, 'rectification.overdue': overdue }, base, SAMPLE_POLICY);

describe('a linkage proposal', () => {
  it('follows the grade', () => {
    expect(
      (['优', '良', '中', '差'] as const).map((it) => [proposed(it, false).value?.treatment, proposed(it, false).value?.proposed]),
    ).toEqual([
      ['prioritise', '1000.00'],
      ['maintain', '1000.00'],
      ['compress', '900.00'],
      ['cancel', '0.00'],
    ]);
  });

  it('cuts further where rectification is overdue, of the same base', () => {
    expect(proposed('中', true).value).toEqual({ treatment: 'compress', base: '1000.00', proposed: '850.00', cut: '15' });
    expect(proposed('优', true).value).toMatchObject({ treatment: 'compress', proposed: '950.00' });
    expect(proposed('差', true).value).toMatchObject({ treatment: 'cancel', proposed: '0.00', cut: '100' });
  });

  it('rounds to the fen, half up', () => {
    expect(proposed('中', true, '0.10').value?.proposed).toBe('0.09');
  });

  it('is none while the grade is not known, and says so', () => {
    expect(proposed(null, false)).toMatchObject({ value: null, reason: 'NOT_DECIDABLE' });
    expect(proposeLinkage({ grade: '优' }, '1', { ...SAMPLE_POLICY, linkage: [SAMPLE_POLICY.linkage[3]!] })).toMatchObject({
      value: null,
      reason: 'NO_RULE_HOLDS',
    });
  });

  it('shows each rule as it was judged', () => {
    expect(proposed('中', null).explanation.map((it) => [it.applied, it.verdict.holds])).toEqual([
      [false, false],
      [false, false],
      [true, true],
      [false, false],
      [false, null],
    ]);
  });
});
