import type { z } from 'zod';
import { fedRow } from '#contracts/api/monitoring.routes.js';
import { readBy } from '#contracts/errors/field-errors.js';
import type { FieldError } from '#contracts/errors/problem.js';
import { csvLines } from '../http/csv-lines.js';
import type { CsvLine } from '../http/csv-lines.js';

/** A row that reads well. */
export type ReadRow = z.output<typeof fedRow> & { readonly at: string };

const COLUMNS: Readonly<Record<string, string>> = { 项目编码: 'project', 日期: 'day', 执行数: 'executed' };
const columnOf = (header: string): string => COLUMNS[header] ?? header;

const givenRows = ({ rows, csv }: { readonly rows?: readonly unknown[] | undefined; readonly csv?: string | undefined }) =>
  rows?.map((value, i): CsvLine => ({ at: `body.rows.${String(i)}`, value })) ?? csvLines(csv!, columnOf);

const twice = ({ at }: ReadRow): FieldError => ({
  path: at,
  code: 'TWICE',
  zh: '同一项目同一日期出现两次',
  en: 'this project and day occur twice',
});

/** The rows that read well, and what is wrong with each of the others; of two rows of one project and day neither is taken. */
export const readRows = (body: Parameters<typeof givenRows>[0]): { readonly rows: readonly ReadRow[]; readonly errors: FieldError[] } => {
  const errors: FieldError[] = [];
  const rows: ReadRow[] = [];
  for (const { at, value } of givenRows(body)) {
    const read = readBy(fedRow, value, [at]);
    if ('errors' in read) errors.push(...read.errors);
    else rows.push({ ...read.value, at });
  }
  const times = new Map<string, number>();
  const keyOf = ({ project, day }: ReadRow): string => `${day} ${project}`;
  for (const row of rows) times.set(keyOf(row), (times.get(keyOf(row)) ?? 0) + 1);
  const isTwice = (row: ReadRow): boolean => times.get(keyOf(row))! > 1;
  return { rows: rows.filter((it) => !isTwice(it)), errors: [...errors, ...rows.filter(isTwice).map(twice)] };
};
