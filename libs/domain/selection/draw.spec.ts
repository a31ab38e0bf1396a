import { drawSample } from './draw.js';
import { seededRandom } from './seeded-random.js';

const SEED = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const OTHER = SEED.replace('9f', '8f');
const RULE = { rate: '10', strata: ['department', 'amount'] } as const;
const candidates = Array.from({ length: 120 }, (_, i) => ({
  id: `p${String(i).padStart(3, '0')}`,
  department: `d${String(i % 4)}`,
  amount: i % 3 === 0 ? '20000000' : '500000',
}));

describe('the draw', () => {
  it('can be made again by anybody, in whatever order the candidates come', () => {
    const sample = drawSample(candidates, RULE, SEED);
    expect(drawSample([...candidates].reverse(), RULE, SEED)).toEqual(sample);
    expect(drawSample(candidates, RULE, OTHER).drawn).not.toEqual(sample.drawn);
  });

  it('has the rate as a whole and is spread over the strata by largest remainder', () => {
    const { drawn, strata } = drawSample(candidates, RULE, SEED);
    expect([drawn.length, strata.length]).toEqual([12, 8]);
    expect(strata.map(({ of, share, drawn: n }) => `${String(n)} of ${String(of)}, ${share}`)).toEqual(
      [0, 1, 2, 3].flatMap(() => ['2 of 20, 2', '1 of 10, 1']),
    );
    const uneven = drawSample(candidates.slice(0, 55), RULE, SEED).strata;
    expect(uneven.reduce((n, it) => n + it.drawn, 0)).toBe(6);
    expect(strata.every((it) => it.drawn >= 1 && it.drawn <= 2)).toBe(true);
  });

  it('knows the size classes of the policy, each from its bound on', () => {
    const some = ['999999.99', '1000000', '1999999.99', '2000000', '50000000'].map((amount, i) => ({
      id: String(i),
      department: 'd',
      amount,
    }));
    const sizes = (bounds?: readonly string[]): string[] =>
      drawSample(some, { rate: '100', strata: ['amount'], ...(bounds ? { amountBounds: bounds } : {}) }, SEED).strata.map(
        ({ stratum, of }) => `${stratum} ${String(of)}`,
      );
    expect(sizes(['1000000', '2000000'])).toEqual(['100–200万 2', '<100万 1', '≥200万 2']);
    expect(sizes(['1000000'])).toEqual(['<100万 1', '≥100万 4']);
    expect(sizes()).toEqual(['100–1000万 3', '<100万 1', '≥1000万 1']);
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
    expect(
      drawSample(candidates, RULE, SEED)
        .drawn.map((it) => it.id)
        .join(' '),
    ).toBe('p032 p008 p036 p073 p061 p057 p106 p062 p006 p031 p071 p039');
  });
});
