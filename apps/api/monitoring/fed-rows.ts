import type { z } from 'zod';
import { fedRow } from '#contracts/api/monitoring.routes.js';
import { readBy } from '#contracts/errors/field-errors.js';
import { Problem } from '#contracts/errors/problem.js';
import type { FieldError } from '#contracts/errors/problem.js';
import type { TableRow } from '#contracts/import/csv-table.js';
import { executionLines } from '#contracts/import/execution-table.js';

/** One row as it is given, and where it stood. */
export interface GivenRow {
  readonly at: string;
  readonly value: unknown;
}

/** A row that reads well. */
export type ReadRow = z.output<typeof fedRow> & { readonly at: string };

/** What is wrong with one row: its path begins with where the row stood. */
export interface WrongRow {
  readonly at: string;
  readonly errors: readonly FieldError[];
}

export interface ReadRows {
  readonly rows: readonly ReadRow[];
  readonly wrong: readonly WrongRow[];
}

/** The rows of a table with a head. @throws Problem NOT_ACCEPTED without one */
export const rowsOfTable = (table: readonly TableRow[], atOf: (row: number) => string): readonly GivenRow[] => {
  const lines = executionLines(table);
  if (lines) return lines.map(({ row, ...value }) => ({ at: atOf(row), value }));
  const [zh, en] = ['表头应各有一列：项目编码、日期、执行数', 'each of these heads is needed once: 项目编码, 日期, 执行数'];
  throw new Problem('NOT_ACCEPTED', {}, [{ path: atOf(table[0]?.row ?? 1), code: 'head', zh, en }]);
};

const twice = ({ at }: ReadRow): WrongRow => ({
  at,
  errors: [{ path: at, code: 'TWICE', zh: '同一项目同一日期出现两次', en: 'this project and day occur twice' }],
});

/** The rows that read well, and what is wrong with each of the others; of two rows of one project and day neither is taken. */
export const readRows = (given: readonly GivenRow[]): ReadRows => {
  const wrong: WrongRow[] = [];
  const rows: ReadRow[] = [];
  for (const { at, value } of given) {
    const read = readBy(fedRow, value, [at]);
    if ('errors' in read) wrong.push({ at, errors: read.errors });
    else rows.push({ ...read.value, at });
  }
  const times = new Map<string, number>();
  const keyOf = ({ project, day }: ReadRow): string => `${day} ${project}`;
  for (const row of rows) times.set(keyOf(row), (times.get(keyOf(row)) ?? 0) + 1);
  const isTwice = (row: ReadRow): boolean => times.get(keyOf(row))! > 1;
  return { rows: rows.filter((it) => !isTwice(it)), wrong: [...wrong, ...rows.filter(isTwice).map(twice)] };
};
