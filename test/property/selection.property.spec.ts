import fc from 'fast-check';
import { drawSample } from '#domain/selection/draw.js';
import { drawSpotCheck } from '#domain/selection/spot-check.js';
import { select } from '#domain/selection/select.js';
import type { SelectionCandidate, SelectionRule } from '#domain/selection/selection-rule.js';

const shuffled = <T>(items: readonly T[]): fc.Arbitrary<T[]> => fc.shuffledSubarray([...items], { minLength: items.length });
const withOrder = <T>(items: fc.Arbitrary<T[]>): fc.Arbitrary<readonly [T[], T[]]> =>
  items.chain((list) => shuffled(list).map((other) => [list, other] as const));

const digest = fc.stringMatching(/^[0-9a-f]{64}$/);
const list = fc.uniqueArray(
  fc.record({
    id: fc.string({ minLength: 1, maxLength: 6 }),
    department: fc.constantFrom('教育局', '交通局', '水务局', '财政局'),
    amount: fc.constantFrom('500000', '1000000', '99999999.99'),
  }),
  { selector: ({ id }) => id, minLength: 1, maxLength: 60 },
);
const drawRule = fc.record({
  rate: fc.integer({ min: 0, max: 100 }).map(String),
  strata: fc.subarray(['department', 'amount'] as const),
});

describe('a spot-check sample', () => {
  it('is the same for the same list and seed, however the list is ordered', () => {
    fc.assert(
      fc.property(withOrder(list), drawRule, digest, ([a, b], rule, value) => {
        const draw = (candidates: typeof a) =>
          drawSpotCheck({ candidates, frozenOn: '2024-04-10', rule, origin: { method: 'trail', digest: value } });
        expect(draw(b)).toEqual(draw(a));
      }),
    );
  });

  it('holds its quotas: ⌈n × rate⌉ in all, each stratum at its share cut or rounded up, nobody twice and nobody from outside', () => {
    fc.assert(
      fc.property(list, drawRule, digest, (candidates, rule, seed) => {
        const { drawn, strata } = drawSample(candidates, rule, seed);
        expect(drawn).toHaveLength(Math.ceil((candidates.length * Number(rule.rate)) / 100));
        expect(new Set(drawn.map(({ id }) => id)).size).toBe(drawn.length);
        expect(drawn.every(({ id }) => candidates.some((it) => it.id === id))).toBe(true);
        expect(strata.reduce((n, { of }) => n + of, 0)).toBe(candidates.length);
        for (const it of strata) {
          const share = it.of * Number(rule.rate);
          expect(it.drawn).toBeGreaterThanOrEqual(Math.floor(share / 100));
          expect(it.drawn).toBeLessThanOrEqual(Math.min(it.of, Math.floor(share / 100) + 1));
        }
      }),
    );
  });
});

const figure = (max: number): fc.Arbitrary<string | null> => fc.option(fc.integer({ min: 0, max }).map(String), { freq: 8 });
const candidates: fc.Arbitrary<SelectionCandidate[]> = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 1, max: 99 }).map(String),
    name: fc.constant('项目'),
    department: fc.constantFrom('教育局', '交通局', '水务局'),
    sector: fc.constantFrom('社保科', '经建科'),
    class: fc.constantFrom('ordinary', 'key', 'policy'),
    figures: fc.record({ amount: figure(20), importance: figure(3), pastScore: figure(100) }),
    lastEvaluated: fc.constantFrom(2018, 2020, 2023, 'never' as const, null),
  }),
  { selector: ({ id }) => id, maxLength: 25 },
);
const rules: fc.Arbitrary<SelectionRule> = fc.record({
  version: fc.constant('1'),
  take: fc.nat(12),
  exclude: fc.subarray([{ id: 'small', when: 'amount < 3' }]),
  must: fc.subarray([{ id: 'overdue', when: 'class == key and yearsSinceEvaluation >= 5' }]),
  criteria: fc.constant([
    { id: 'amount', of: 'amount', from: '0', to: '30', points: '60', whenMissing: '0' },
    { id: 'important', when: 'importance >= 2', points: '7', whenMissing: '0' },
    { id: 'past', of: 'pastScore', from: '90', to: '60', points: '30' },
  ]),
  quotas: fc.subarray([
    { id: 'policies', by: 'class', value: 'policy', least: 2 },
    { id: 'department', by: 'department', most: 2 },
    { id: 'sector', by: 'sector', value: '社保科', most: 3 },
  ] as const),
  ties: fc.subarray([{ by: 'importance', first: 'most' }] as const),
  coverage: fc.constant({ years: 5, of: 'class == key' }),
});

describe('a selection of key evaluations', () => {
  it('does not depend on the order of the list', () => {
    fc.assert(
      fc.property(withOrder(candidates), rules, ([a, b], rule) => {
        expect(select(b, rule, 2024)).toEqual(select(a, rule, 2024));
      }),
    );
  });

  it('answers for everybody once, within places and quotas but for duties', () => {
    fc.assert(
      fc.property(candidates, rules, (all, rule) => {
        const { chosen, leftOut, quotas } = select(all, rule, 2024);
        expect([...chosen, ...leftOut].map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort());
        const duties = chosen.filter(({ why }) => why === 'must').length;
        expect(chosen.length).toBeLessThanOrEqual(Math.max(rule.take, duties));
        if (duties === 0) expect(quotas.filter(({ most, chosen: n }) => most !== null && n > most)).toEqual([]);
      }),
    );
  });

  it('leaves nobody out for want of a place, or of a quota, who had more points than somebody whom only the rank chose', () => {
    fc.assert(
      fc.property(candidates, rules, (all, rule) => {
        const { chosen, leftOut } = select(all, rule, 2024);
        const last = Math.max(0, ...chosen.filter(({ why }) => why === 'rank').map(({ rank }) => rank!));
        expect(leftOut.filter(({ why, rank }) => why === 'no-place' && rank! < last)).toEqual([]);
      }),
    );
  });

  it('never turns down what it chose when that has more points', () => {
    fc.assert(
      fc.property(candidates, rules, fc.nat(24), (all, rule, at) => {
        const { chosen } = select(all, rule, 2024);
        const winner = chosen[at % Math.max(1, chosen.length)];
        fc.pre(winner !== undefined);
        const better = all.map((it) => (it.id === winner.id ? { ...it, figures: { ...it.figures, amount: '30' } } : it));
        expect(select(better, rule, 2024).chosen.map(({ id }) => id)).toContain(winner.id);
      }),
    );
  });

  it('always chooses what must be evaluated, whoever else is in the list', () => {
    fc.assert(
      fc.property(candidates, rules, (all, rule) => {
        const duties = (some: SelectionCandidate[]): string[] =>
          select(some, rule, 2024)
            .chosen.filter(({ why }) => why === 'must')
            .map(({ id }) => id);
        const half = all.filter((_, i) => i % 2 === 0);
        expect(duties(all)).toEqual(expect.arrayContaining(duties(half)));
      }),
    );
  });
});
