import type { Json } from '#domain/json.js';

/** A row of a report's table, as published: figures are decimals in text, a blank cell is `null`. Cells may be lists and records. */
export type Row = Readonly<Record<string, Json>>;

/** The tables of a report by name, each a list of rows; a row that is referred to has an `id`. */
export type Tables = Readonly<Record<string, readonly Row[]>>;

/** What a cell must be: a text, or a test. Figures are compared exactly; a blank cell meets only `ne`. */
export type Test =
  | string
  | {
      readonly in?: readonly string[];
      readonly ne?: string;
      readonly ge?: string;
      readonly gt?: string;
      readonly le?: string;
      readonly lt?: string;
      readonly notnull?: boolean;
    };

/** Dotted path of a cell → what it must be; all must hold. */
export type Where = Readonly<Record<string, Test>>;

/** Operations over the rows of one table that meet `where`. */
export const FIGURE_OPS = ['distinct', 'sum', 'min', 'max', 'mean'] as const;
export const NAMING_OPS = ['argmin', 'argmax'] as const;
/** Operations on values. */
export const ARITHMETIC_OPS = ['add', 'sub', 'mul', 'div'] as const;
export const COMPARING_OPS = ['le', 'eq'] as const;

interface OfTable {
  readonly file: string;
  readonly where?: Where | undefined;
}

interface OfRow {
  readonly file: string;
  readonly id: string;
  readonly path: string;
}

type Each<Op extends string, Rest> = Op extends string ? { readonly op: Op } & Rest : never;

/**
 * How a statement follows from the tables: a closed language, no text is ever executed. See docs/formats/reconcile.md; the operations are
 * those of the published-data sets (fixtures/README.md, "Check expressions").
 */
export type Check =
  | Each<'lit', { readonly v: string }>
  | Each<'count', OfTable>
  | Each<(typeof FIGURE_OPS)[number], OfTable & { readonly field: string }>
  | Each<(typeof NAMING_OPS)[number], OfTable & { readonly field: string; readonly name: string }>
  | Each<'all', OfTable & { readonly test: Where }>
  | Each<'field' | 'len', OfRow>
  | Each<'listsum' | 'listmean', OfRow & { readonly key: string; readonly where?: Where | undefined }>
  | Each<'listcount', OfRow & { readonly where?: Where | undefined }>
  | Each<'agg', { readonly id: string }>
  | Each<(typeof ARITHMETIC_OPS)[number] | (typeof COMPARING_OPS)[number], { readonly args: readonly Check[] }>
  | Each<'pct', { readonly num: Check; readonly den: Check }>
  | Each<'named', { readonly items: readonly string[] }>
  | Each<'attainable', { readonly n: Check; readonly pct: string }>
  | Each<
      'levelcount' | 'levelsum',
      { readonly level: string; readonly parent?: string | undefined; readonly id?: string | undefined; readonly key?: string | undefined }
    >
  | Each<'lost', unknown>
  | Each<'grade', { readonly level: string }>
  | Each<'answers', { readonly survey: number; readonly labels: readonly string[] | null }>;

/** The checks with one of these operations. */
export type Of<Op extends Check['op']> = Extract<Check, { readonly op: Op }>;

/** Why a check yields nothing. Stable codes. */
export type MissingReason =
  | 'NO_CHECK'
  | 'UNKNOWN_TABLE'
  | 'UNKNOWN_ROW'
  | 'UNKNOWN_STATEMENT'
  | 'MISSING_FIGURE'
  | 'NO_ROWS'
  | 'NOT_A_NUMBER'
  | 'NOT_A_LIST'
  | 'DIVISION_BY_ZERO'
  | 'AMBIGUOUS'
  | 'NO_BAND';

/** Says why there is no value, and of what. */
export class Missing {
  constructor(
    readonly reason: MissingReason,
    readonly of: string,
  ) {}
}
