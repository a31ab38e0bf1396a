import fc from 'fast-check';
import { compareScores } from '#domain/comparison/compare.js';
import type { ComparisonRule, ScoredItem } from '#domain/comparison/scores.js';
import { compare, exact, exactText } from '#domain/score/exact.js';

const score = fc.option(
  fc.integer({ min: 0, max: 10_000 }).map((it) => exactText(exact(String(it)).div(100))),
  { freq: 6 },
);
const items: fc.Arbitrary<ScoredItem[]> = fc.array(
  fc.record({
    name: fc.string({ maxLength: 4 }),
    agency: fc.constantFrom('甲', '乙', '丙'),
    unit: fc.constantFrom('一', '二'),
    selfScore: score,
    agencyScore: score,
  }),
  { maxLength: 30 },
);
const RULE: ComparisonRule = { version: '1', atLeast: 5, notable: '3', tolerance: '5', fence: '1.5' };

describe('a comparison', () => {
  it('does not depend on the order of the scores', () => {
    fc.assert(
      fc.property(
        items.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          const [a, b] = [compareScores(all, RULE), compareScores(shuffled, RULE)];
          expect({ ...b, items: [] }).toEqual({ ...a, items: [] });
        },
      ),
    );
  });

  it('concludes nothing about fewer than the bound, and something about all others', () => {
    fc.assert(
      fc.property(items, (all) => {
        const { overall, units, agencies } = compareScores(all, RULE);
        for (const { gap, leniency } of [overall, ...units, ...agencies])
          expect(leniency.value === null).toBe((gap?.n ?? 0) < RULE.atLeast);
        const total = agencies.reduce((n, { agency }) => n + (agency?.n ?? 0), 0);
        for (const { agency, againstOthers } of agencies) {
          const n = agency?.n ?? 0;
          expect(againstOthers.value === null).toBe(Math.min(n, total - n) < RULE.atLeast);
        }
      }),
    );
  });

  it('turns round with its sides: gaps change their sign', () => {
    fc.assert(
      fc.property(items, (all) => {
        const turned = all.map((it) => ({ ...it, selfScore: it.agencyScore, agencyScore: it.selfScore }));
        const [a, b] = [compareScores(all, RULE).overall, compareScores(turned, RULE).overall];
        expect([b.signs.above, b.signs.below]).toEqual([a.signs.below, a.signs.above]);
        if (a.gap && b.gap) expect(compare(a.gap.mean, exact(b.gap.mean).neg())).toBe(0);
      }),
    );
  });
});
