import fc from 'fast-check';
import { reconcileSchema } from '#contracts/rules/reconcile.schema.js';
import { attained } from '#domain/reconciliation/attainable.js';
import type { Check, Row } from '#domain/reconciliation/check.js';
import { reconcile } from '#domain/reconciliation/reconcile.js';
import type { Reconciliation } from '#domain/reconciliation/reconcile.js';
import { exact, show } from '#domain/score/exact.js';

const figure = fc.integer({ min: -2_000, max: 2_000 }).map((it) => show(exact(`${String(it)}/100`), 2));
const cell = fc.oneof(figure, fc.constantFrom('优', '良', '', 'x'), fc.constant(null));
const row: fc.Arbitrary<Row> = fc.record({ a: cell, b: figure, list: fc.array(fc.record({ n: cell }), { maxLength: 3 }) });
const rows = fc.array(row, { maxLength: 8 }).map((all) => all.map((it, i): Row => ({ ...it, id: `r${String(i)}` })));
const where = fc.constantFrom(undefined, { a: { notnull: true } }, { b: { ge: '0' } }, { a: '优' });
const file = fc.constantFrom('t', 'none');

const { check } = fc.letrec<{ check: Check }>((tie) => {
  const args = fc.array(tie('check'), { minLength: 2, maxLength: 3 });
  return {
    check: fc.oneof(
      { maxDepth: 3 },
      fc.record({ op: fc.constant('lit' as const), v: cell.map((it) => it ?? '0') }),
      fc.record({ op: fc.constant('count' as const), file, where }),
      fc.record({
        op: fc.constantFrom('sum' as const, 'min' as const, 'max' as const, 'mean' as const, 'distinct' as const),
        file,
        field: fc.constantFrom('a', 'b', 'z'),
        where,
      }),
      fc.record({ op: fc.constantFrom('argmax' as const, 'argmin' as const), file, field: fc.constant('b'), name: fc.constant('a') }),
      fc.record({
        op: fc.constantFrom('field' as const, 'len' as const),
        file,
        id: fc.constantFrom('r0', 'r9'),
        path: fc.constantFrom('a', 'b', 'list', 'list.0.n'),
      }),
      fc.record({ op: fc.constant('agg' as const), id: fc.constantFrom('s', 'other') }),
      fc.record({
        op: fc.constantFrom('add' as const, 'sub' as const, 'mul' as const, 'div' as const, 'le' as const, 'eq' as const),
        args,
      }),
      fc.record({ op: fc.constant('pct' as const), num: tie('check'), den: tie('check') }),
      fc.record({ op: fc.constant('attainable' as const), n: tie('check'), pct: fc.constantFrom('2.2', '91.7', '100') }),
    ),
  };
});

const reconciled = (tables: Record<string, readonly Row[]>, statements: readonly unknown[]): Reconciliation =>
  reconcile(reconcileSchema.parse(JSON.parse(JSON.stringify({ tables, statements }))));

describe('whatever the tables and checks', () => {
  it('a statement has a value, or a reason and a sentence; nothing is NaN and nothing throws', () => {
    fc.assert(
      fc.property(rows, check, fc.option(figure), (t, given, value) => {
        const [answer] = reconciled({ t }, [{ id: 's', value, check: given }]).statements;
        const { explained, verdict } = answer!;
        expect(explained.value === null).toBe(explained.reason !== undefined);
        expect(verdict === 'not-recomputable').toBe(explained.value === null);
        expect(explained.sentence.zh).not.toBe('');
        expect(JSON.stringify(answer)).not.toMatch(/NaN|Infinity|undefined/);
      }),
      { numRuns: 500 },
    );
  });

  it('the order of rows changes no verdict and no figure', () => {
    fc.assert(
      fc.property(rows, check, fc.option(figure), (t, given, value) => {
        const statements = [{ id: 's', value, check: given }];
        const [straight] = reconciled({ t }, statements).statements;
        const [turned] = reconciled({ t: [...t].reverse() }, statements).statements;
        expect([turned!.verdict, turned!.recomputed, turned!.difference]).toEqual([
          straight!.verdict,
          straight!.recomputed,
          straight!.difference,
        ]);
      }),
      { numRuns: 500 },
    );
  });
});

it('a share is attainable exactly when some whole number of units prints as it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 320 }), fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 2 }), (n, raw, places) => {
      const pct = show(exact(`${String(raw)}/100`), places);
      const shares = Array.from({ length: n + 1 }, (_, k) => exact(`${String(k * 100)}/${String(n)}`));
      const cutOff = (of: (typeof shares)[number]): string =>
        show(exact(`${String((of.n * 10n ** BigInt(places)) / of.d)}/${String(10 ** places)}`), places);
      const expected = shares.some((it) => show(it, places) === pct)
        ? 'rounded'
        : shares.some((it) => cutOff(it) === pct)
          ? 'cut-off'
          : 'never';
      expect(attained(pct, exact(String(n))).how).toBe(expected);
    }),
    { numRuns: 1_000 },
  );
});

describe('hostile input', () => {
  /** The best of five runs: what the machine does besides is not measured. */
  const timed = (given: unknown): number => {
    const read = reconcileSchema.parse(given);
    const runs = Array.from({ length: 5 }, () => {
      const started = performance.now();
      reconcile(read);
      return performance.now() - started;
    });
    return Math.min(...runs);
  };

  it.each([
    ['brackets', '《'.repeat(4_000)],
    ['lists', '《甲》等9个'.repeat(500)],
    ['quotes', '“”'.repeat(2_000)],
    ['titles', Array.from({ length: 60 }, (_, i) => `《${'很长的文件名称'.repeat(8)}${String.fromCodePoint(0x4e00 + i)}》`).join('')],
    ['numerals', '一亿'.repeat(2_000)],
  ])('%s in a passage are read at once', (_, text) => {
    expect(timed({ tables: {}, texts: [text] })).toBeLessThan(1_000);
  });

  it('names that are nearly alike take time in proportion', () => {
    const name = (i: number): string => `${'重点项目绩效评价名称'.repeat(3)}${String(i)}`;
    const projects = Array.from({ length: 1_000 }, (_, i) => ({ id: `p${String(i)}`, name: name(i) }));
    const texts = Array.from({ length: 200 }, (_, i) => `${name(i)}号`);
    expect(timed({ tables: { projects }, rows: [{ table: 'projects', name: 'name' }], texts })).toBeLessThan(1_000);
  });

  it('a check that is nested too deeply is refused, naming the field', () => {
    const deep = Array.from({ length: 5_000 }).reduce<unknown>((it) => ({ op: 'add', args: [it, it] }), { op: 'lit', v: '1' });
    const { error } = reconcileSchema.safeParse({ tables: {}, statements: [{ id: 's', check: deep }] });
    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual(['statements.0.check']);
  });
});
