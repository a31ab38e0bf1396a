import fc from 'fast-check';
import { readCases } from '#contracts/rules/case-file.js';
import { scoreSchema } from '#contracts/rules/score.schema.js';
import type { Facts, FactValue, Measure, Rubric, RubricInput, RubricNode, Rule } from '#domain/rubric/rubric.js';
import { inputsOfRule } from '#domain/rubric/rule-types.js';
import { compare, exactText, sum } from '#domain/score/exact.js';
import { scoreRubric } from '#domain/score/score-rubric.js';

const decimal = (most: number): fc.Arbitrary<string> => fc.integer({ min: 0, max: most * 100 }).map((it) => (it / 100).toFixed(2));
const share = decimal(1);

/** A rule over inputs of its own (`i3a`, `i3b` …). */
const rule = (i: number): fc.Arbitrary<Rule> => {
  const [a, b] = [`i${String(i)}a`, `i${String(i)}b`];
  const measure: fc.Arbitrary<Measure> = fc.constantFrom<Measure>(
    { numerator: a, denominator: b },
    { numerator: b, less: a, denominator: b },
  );
  return fc.oneof(
    fc
      .record({
        type: fc.constant('linear' as const),
        measure,
        zeroUpTo: share,
        fullFrom: share,
        between: fc.constantFrom('rate', 'straight'),
      })
      .filter((it) => compare(it.zeroUpTo, it.fullFrom) < 0),
    fc.record({
      type: fc.constant('threshold' as const),
      measure,
      threshold: share,
      per: fc.constant('0.01'),
      minus: decimal(2),
      started: fc.boolean(),
    }),
    fc.record({
      type: fc.constant('ratio' as const),
      actual: fc.constant(a),
      target: decimal(20),
      operator: fc.constantFrom('≥', '=', '≤'),
      reverse: fc.constantFrom('ratio', 'linear'),
    }),
    fc.record({
      type: fc.constant('deductions' as const),
      faults: fc.constant([
        { cases: a, each: '1.5', atMost: '4' },
        { cases: b, each: '0.5', zeroFrom: 9 },
      ]),
    }),
    fc.constant<Rule>({ type: 'average', ratings: a, outOf: '100', trim: 1 }),
    fc.constant<Rule>({
      type: 'checklist',
      items: [
        { when: a, points: '99' },
        { when: b, points: '1' },
      ],
    }),
    fc.constant<Rule>({
      type: 'satisfaction',
      answers: a,
      options: [
        { option: '满意', share: '1' },
        { option: '不满意', share: '0' },
      ],
    }),
  ) as fc.Arbitrary<Rule>;
};

const valueOf = (kind: RubricInput['kind'], whole: boolean): fc.Arbitrary<FactValue | null> => {
  if (kind === 'truth') return fc.boolean();
  if (kind === 'ratings') return fc.array(decimal(100), { minLength: 3, maxLength: 7 });
  if (kind === 'answers') return fc.record({ 满意: fc.nat(50).map(String), 不满意: fc.integer({ min: 1, max: 50 }).map(String) });
  return whole ? fc.nat(12).map(String) : decimal(30);
};

/** A tree of up to three branches whose leaves have rules and reported figures. */
const sheet = (gaps: boolean): fc.Arbitrary<{ rubric: Rubric; facts: Facts }> =>
  fc
    .array(fc.nat(20), { minLength: 1, maxLength: 8 })
    .chain((weights) => fc.tuple(fc.constant(weights), fc.tuple(...weights.map((_, i) => rule(i)))))
    .chain(([weights, rules]) => {
      const uses = rules.flatMap((it) => inputsOfRule(it).map(({ name, kind }) => ({ name, kind, whole: it.type === 'deductions' })));
      const names = [...new Map(uses.map((it) => [it.name, it])).values()];
      const values = fc.tuple(
        ...names.map(({ kind, whole }) => (gaps ? fc.option(valueOf(kind, whole), { freq: 4 }) : valueOf(kind, whole))),
      );
      return values.map((given) => {
        const leaves = weights.map((weight, i): RubricNode => ({ name: `n${String(i)}`, weight: String(weight), rule: rules[i]! }));
        const branch = (list: RubricNode[], name: string): RubricNode[] =>
          list.length > 0 ? [{ name, weight: exactText(sum(list.map((it) => it.weight!))), children: list }] : [];
        const indicators = [...branch(leaves.slice(0, 3), 'A'), ...branch(leaves.slice(3, 5), 'B'), ...leaves.slice(5)];
        const inputs = Object.fromEntries(names.map(({ name, kind }) => [name, { zh: name, kind }]));
        const facts = Object.fromEntries(names.map(({ name }, i) => [name, { value: given[i] ?? null }]));
        return {
          rubric: {
            id: 'r',
            version: '1',
            source: 's',
            full: exactText(sum(weights.map(String))),
            weights: 'points' as const,
            inputs,
            indicators,
          },
          facts,
        };
      });
    });

const reversed = (nodes: readonly RubricNode[]): RubricNode[] =>
  [...nodes].reverse().map((it) => (it.children ? { ...it, children: reversed(it.children) } : it));

describe('scores (property)', () => {
  it('lie within their bounds, each and in all, and are null only with a reason', () => {
    fc.assert(
      fc.property(sheet(true), ({ rubric, facts }) => {
        const { indicators, total, bounds } = scoreRubric(rubric, facts);
        for (const { explained, full } of indicators) {
          if (explained.value === null) expect(explained.reason).toMatch(/^[A-Z_]+$/);
          else expect(compare(explained.value.points, '0') >= 0 && compare(explained.value.points, full!) <= 0).toBe(true);
          expect(explained.sentence.zh).not.toMatch(/NaN|undefined/);
        }
        expect(compare(bounds.least, '0') >= 0 && compare(bounds.most, rubric.full) <= 0).toBe(true);
        if (total.value === null) expect(compare(bounds.least, bounds.most)).toBeLessThanOrEqual(0);
        else expect([bounds.least, bounds.most]).toEqual([total.value.score, total.value.score]);
      }),
      { numRuns: 500 },
    );
  });

  it('do not depend on the order of the indicators', () => {
    fc.assert(
      fc.property(sheet(true), ({ rubric, facts }) => {
        const [one, other] = [scoreRubric(rubric, facts), scoreRubric({ ...rubric, indicators: reversed(rubric.indicators) }, facts)];
        expect([other.total.value, other.bounds]).toEqual([one.total.value, one.bounds]);
        const byId = (it: typeof one): unknown[] => [...it.indicators].sort((a, b) => (a.id < b.id ? -1 : 1));
        expect(byId(other)).toEqual(byId(one));
      }),
      { numRuns: 300 },
    );
  });

  it('are the same when they are computed again from an export', () => {
    fc.assert(
      fc.property(sheet(true), (it) => {
        const again = readCases(JSON.stringify({ ...it, overrides: {} }), scoreSchema)[0]!.read;
        expect(JSON.stringify(scoreRubric(again.rubric, again.facts))).toBe(JSON.stringify(scoreRubric(it.rubric, it.facts)));
      }),
      { numRuns: 150 },
    );
  });

  it('never fall when a figure rises that the rule says is better, and never rise when it is worse', () => {
    fc.assert(
      fc.property(sheet(false), fc.nat(), fc.integer({ min: 1, max: 9 }), ({ rubric, facts }, pick, more) => {
        const leaves = rubric.indicators.flatMap((it) => it.children ?? [it]);
        const { rule: chosen, name } = leaves[pick % leaves.length]!;
        const input = inputsOfRule(chosen!).find((it) => it.kind === 'number' && it.direction !== 0);
        if (!input) return;
        const raised = { ...facts, [input.name]: { value: (Number(facts[input.name]!.value) + more).toFixed(2) } };
        const pointsIn = (of: Facts): string | undefined =>
          scoreRubric(rubric, of).indicators.find((it) => it.name === name)!.explained.value?.points;
        const [before, after] = [pointsIn(facts), pointsIn(raised)];
        if (before !== undefined && after !== undefined) expect(compare(after, before) * input.direction).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 500 },
    );
  });
});
