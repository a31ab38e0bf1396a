import fc from 'fast-check';
import { seededRandom } from './seeded-random.js';
import { drawSpotChecks, judgeSelfScore } from './spot-check.js';

const SEED = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const OTHER = SEED.replace('9f', '8f');
const RULE = { rate: '10', strata: ['department', 'amount'] } as const;
const candidates = Array.from({ length: 120 }, (_, i) => ({
  id: `p${String(i).padStart(3, '0')}`,
  department: `d${String(i % 4)}`,
  amount: i % 3 === 0 ? '20000000' : '500000',
}));

describe('the spot-check sample', () => {
  it('can be drawn again by anybody, in whatever order the candidates come', () => {
    const sample = drawSpotChecks(candidates, RULE, SEED);
    expect(drawSpotChecks([...candidates].reverse(), RULE, SEED)).toEqual(sample);
    expect(drawSpotChecks(candidates, RULE, OTHER).value).not.toEqual(sample.value);
  });

  it('has the rate as a whole and is spread over the strata', () => {
    const { value, explanation } = drawSpotChecks(candidates, RULE, SEED);
    expect(value).toHaveLength(12);
    expect(explanation.strata).toHaveLength(8);
    expect(explanation.strata.every((it) => it.drawn >= 1 && it.drawn <= 2)).toBe(true);
    expect(new Set(value.map((it) => it.id)).size).toBe(12);
  });

  it('takes ⌈n × rate⌉ of any population, nobody twice', () => {
    fc.assert(
      fc.property(fc.nat(120), fc.integer({ min: 0, max: 100 }), (n, rate) => {
        const { value } = drawSpotChecks(candidates.slice(0, n), { ...RULE, rate: String(rate) }, SEED);
        expect(value).toHaveLength(Math.ceil((n * rate) / 100));
        expect(new Set(value.map((it) => it.id)).size).toBe(value.length);
      }),
    );
  });

  it('gives everybody about the same chance', () => {
    const random = seededRandom(SEED);
    const counts = Array<number>(10).fill(0);
    for (let i = 0; i < 20_000; i += 1) counts[random.below(10)]! += 1;
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThan(300);
    expect(() => seededRandom('x')).toThrow('NOT_A_SEED');
  });

  // A published draw must be repeatable years later: this list may only change together with a new version of the draw.
  it('is the same for ever', () => {
    expect(drawSpotChecks(candidates, RULE, SEED).value.map((it) => it.id)).toEqual([
      'p032',
      'p008',
      'p036',
      'p073',
      'p061',
      'p057',
      'p106',
      'p062',
      'p006',
      'p031',
      'p071',
      'p039',
    ]);
  });

  it('calls a self-score untrue beyond the tolerance only', () => {
    expect(judgeSelfScore('100', '95', { tolerance: '5' }).value).toEqual({ untrue: false, gap: '5' });
    expect(judgeSelfScore('100', '80.31', { tolerance: '5' }).value.untrue).toBe(true);
    expect(judgeSelfScore('80', '285/3', { tolerance: '5' }).value).toEqual({ untrue: true, gap: '-15' });
  });
});
