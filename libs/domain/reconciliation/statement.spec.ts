import type { Check, Tables } from './check.js';
import { reconcileStatement } from './statement.js';
import type { Statement, StatementAnswer } from './statement.js';

const TABLES: Tables = {
  projects: [
    { id: 'p1', name: '甲', funds: '100.10', grade: '优', parts: [{ value: '60', state: 'done' }, { value: '40.10' }] },
    { id: 'p2', name: '乙', funds: '200', grade: '良', parts: [] },
    { id: 'p3', name: '丙', funds: null, grade: '良' },
  ],
};

const answer = (check: Check | null, more: Partial<Statement> = {}): StatementAnswer => {
  const statement = { id: 's', check, ...more };
  const others = [{ id: 'other', value: '300.1' }].map((it) => [it.id, it] as const);
  return reconcileStatement(statement, { tables: TABLES, statements: new Map(others), bands: [{ from: '0', to: '100', grade: '优' }] });
};
const sum: Check = { op: 'sum', file: 'projects', field: 'funds' };
const known: Check = { ...sum, where: { funds: { notnull: true } } };

describe('a statement', () => {
  it('agrees exactly, or rounded half up at the decimals printed', () => {
    expect(answer(known, { value: '300.1' })).toMatchObject({ verdict: 'consistent', relation: 'exact', recomputed: '300.1' });
    expect(answer(known, { value: '300' })).toMatchObject({ verdict: 'consistent', relation: 'rounded', recomputed: '300' });
  });

  it('does not agree where digits were cut off, or the figure is another, and says by how much', () => {
    const third: Check = {
      op: 'div',
      args: [
        { op: 'lit', v: '2' },
        { op: 'lit', v: '3' },
      ],
    };
    expect(answer(third, { value: '0.66' })).toMatchObject({ verdict: 'inconsistent', relation: 'cut-off', recomputed: '0.67' });
    expect(answer(known, { value: '310.1' })).toMatchObject({ verdict: 'inconsistent', relation: 'differs', difference: '-10' });
  });

  it('is not judged by figures that are blank: it agrees without them, or cannot be recomputed', () => {
    expect(answer(sum, { value: '300.10' })).toMatchObject({ verdict: 'consistent', leftOut: ['p3.funds'] });
    const open = answer(sum, { value: '400' });
    expect([open.verdict, open.explained.reason, open.explained.value]).toEqual(['not-recomputable', 'BLANK_FIGURES', null]);
  });

  it.each<[string, Check | null]>([
    ['NO_CHECK', null],
    ['UNKNOWN_TABLE', { op: 'count', file: 'none' }],
    ['UNKNOWN_ROW', { op: 'field', file: 'projects', id: 'p9', path: 'funds' }],
    ['UNKNOWN_STATEMENT', { op: 'agg', id: 'none' }],
    ['MISSING_FIGURE', { op: 'field', file: 'projects', id: 'p3', path: 'funds' }],
    ['NO_ROWS', { ...sum, where: { grade: '差' } }],
    ['NOT_A_NUMBER', { op: 'max', file: 'projects', field: 'name' }],
    ['NOT_A_LIST', { op: 'len', file: 'projects', id: 'p1', path: 'name' }],
    ['DIVISION_BY_ZERO', { op: 'pct', num: known, den: { op: 'lit', v: '0' } }],
    ['AMBIGUOUS', { op: 'argmax', file: 'ties', field: 'n', name: 'name' }],
  ])('without a value says why: %s', (reason, check) => {
    const ties = [
      { name: '甲', n: '1' },
      { name: '乙', n: '1.0' },
    ];
    const context = { tables: { ...TABLES, ties }, statements: new Map(), bands: [] };
    const { verdict, explained } = reconcileStatement({ id: 's', check, value: '1' }, context);
    expect([verdict, explained.value, explained.reason]).toEqual(['not-recomputable', null, reason]);
  });

  it('shows what it read and each step', () => {
    const check: Check = {
      op: 'sub',
      args: [
        { op: 'agg', id: 'other' },
        { op: 'listsum', file: 'projects', id: 'p1', path: 'parts', key: 'value' },
      ],
    };
    const { explained } = answer(check, { value: '200', unit: '万元' });
    expect(explained.inputs.map(({ name, value }) => [name, value])).toEqual([
      ['other', '300.1'],
      ['projects.p1.parts.value', '60 401/10'],
    ]);
    expect(explained.steps.map(({ formula, result }) => [formula, result])).toEqual([
      ['60 + 401/10', '1001/10'],
      ['3001/10 − 1001/10', '200'],
    ]);
    expect(explained.sentence.zh).toBe('公布 200万元，复算 200万元，一致');
  });

  it('counts within a list, tests every row, compares days as text', () => {
    expect(answer({ op: 'listcount', file: 'projects', id: 'p1', path: 'parts', where: { state: 'done' } }).recomputed).toBe('1');
    expect(answer({ op: 'all', file: 'projects', test: { grade: { in: ['优', '良'] } } }).recomputed).toBe('true');
    expect(answer({ op: 'all', file: 'projects', test: { grade: '良' } }).explained.steps[0]!.formula).toContain('✗ p1');
    const days = ['2024-07-20', '2024-07-23'].map((v): Check => ({ op: 'lit', v }));
    expect([answer({ op: 'le', args: days }).recomputed, answer({ op: 'le', args: [...days].reverse() }).recomputed]).toEqual([
      'true',
      'false',
    ]);
  });
});
