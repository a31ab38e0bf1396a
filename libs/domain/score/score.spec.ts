import fc from 'fast-check';
import type { GradeBand } from '#domain/policy/policy.js';
import { compare, exact, exactText, isDecimal, show, showPercent, sum, weigh } from './exact.js';
import { gradeOf } from './grade.js';
import { executionRate, sumYuan, wanToYuan, yuan, yuanToWan } from './money.js';

const BANDS: readonly GradeBand[] = [
  { from: '90', to: '100', grade: '优' },
  { from: '80', to: '90', grade: '良' },
  { from: '60', to: '80', grade: '中' },
  { from: '0', to: '60', grade: '差' },
];

describe('exact scores', () => {
  it('make three thirds of 30 exactly 30', () => {
    const third = exact('30').div(3);
    expect(exactText(sum([third, third, third]))).toBe('30');
  });

  it('lose nothing, however a total is cut into parts', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(60, 80, 90),
        fc.array(fc.integer({ min: 1, max: 97 }), { minLength: 1, maxLength: 12 }),
        (total, shares) => {
          const whole = shares.reduce((a, b) => a + b, 0);
          const parts = shares.map((share) => exact(`${String(total * share)}/${String(whole)}`));
          expect(exactText(sum(parts))).toBe(String(total));
          expect(gradeOf(sum(parts), BANDS)).toBe({ 60: '中', 80: '良', 90: '优' }[total]);
        },
      ),
    );
  });

  it('weigh and compare without rounding', () => {
    expect(
      exactText(
        weigh([
          { value: '1/3', weight: '50' },
          { value: '2/3', weight: '50' },
        ]),
      ),
    ).toBe('50');
    expect(compare('0.1', '1/10')).toBe(0);
    expect(compare('0.333333333333333333', '1/3')).toBeLessThan(0);
  });

  it('are shown half up with all their decimals', () => {
    expect(['89.995', '89.994', '-1.005', '-0.001', '271/3', '0'].map((it) => show(it))).toEqual([
      '90.00',
      '89.99',
      '-1.01',
      '0.00',
      '90.33',
      '0.00',
    ]);
    expect([show('0.5', 0), show('12.25', 1), showPercent('0.80907')]).toEqual(['1', '12.3', '80.91%']);
  });

  it('are never read from anything but a plain number', () => {
    for (const text of ['', '1e3', '1,000', 'NaN', 'Infinity', '0x10', '1/0', '1..2', '.5', '0.(3)', '9'.repeat(41)])
      expect(() => exact(text)).toThrow('NOT_A_NUMBER');
    expect([isDecimal('1.50'), isDecimal('1/2')]).toEqual([true, false]);
  });
});

describe('grades', () => {
  it('are half-open and include 100', () => {
    const scores = ['100', '90', '89.999999999999999999', '80', '79.5', '60', '59.99', '0'];
    expect(scores.map((it) => gradeOf(it, BANDS))).toEqual(['优', '优', '良', '良', '中', '中', '差', '差']);
  });

  it('are refused outside the bands', () => {
    expect(() => gradeOf('100.01', BANDS)).toThrow('NO_GRADE');
    expect(() => gradeOf('-1', BANDS)).toThrow('NO_GRADE');
  });

  it('do not follow what is shown: 89.995 reads 90.00 and is 良', () => {
    expect([show('89.995'), gradeOf('89.995', BANDS)]).toEqual(['90.00', '良']);
  });
});

describe('money', () => {
  it('comes from 万元 without rounding and goes back', () => {
    expect([wanToYuan('3201.18'), wanToYuan('98.86676'), yuan('5'), yuanToWan('32011800.00'), yuanToWan('5000.00')]).toEqual([
      '32011800.00',
      '988667.60',
      '5.00',
      '3201.18',
      '0.5',
    ]);
    expect(sumYuan(['0.10', '0.20'])).toBe('0.30');
    expect(yuanToWan('1000000.00')).toBe('100');
  });

  it('has no parts of a fen', () => {
    expect(() => wanToYuan('0.0000001')).toThrow('NOT_AN_AMOUNT');
    expect(() => yuan('1.005')).toThrow('NOT_AN_AMOUNT');
    expect(() => yuan('1/2')).toThrow('NOT_AN_AMOUNT');
  });

  it('has an execution rate only where there is a budget', () => {
    expect(exactText(executionRate('6589571.66', '6500000.00').rate!)).toBe(exactText(exact('6589571.66').div(exact('6500000'))));
    expect([executionRate('1.00', '0.00'), executionRate('1.00', null), executionRate(undefined, '1.00')].map((it) => it.reason)).toEqual([
      'DENOMINATOR_ZERO',
      'DENOMINATOR_MISSING',
      'NUMERATOR_MISSING',
    ]);
  });
});
