import { CsvError, parse } from 'csv-parse/sync';
import { Problem } from '#contracts/errors/problem.js';

/** One row of a table as text. `row` is counted as a spreadsheet shows it, from 1; rows without any text are left out. */
export interface TableRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** Rows that are taken from one file or one text. */
export const MOST_ROWS = 20_000;

/** A table that cannot be read at all. */
export const unreadable = (zh: string, en: string): Problem => new Problem('NOT_ACCEPTED', {}, [{ path: 'row 1', code: 'file', zh, en }]);

/** Rows that hold text, not more of them than can be taken. @throws Problem NOT_ACCEPTED */
export const withText = (rows: readonly TableRow[]): readonly TableRow[] => {
  const filled = rows.filter(({ cells }) => cells.some((it) => it !== ''));
  if (filled.length <= MOST_ROWS + 1) return filled;
  throw unreadable(`最多 ${String(MOST_ROWS)} 行`, `at most ${String(MOST_ROWS)} rows`);
};

/** What parts the cells is told by the first line: tabs as Excel copies them, else commas, else semicolons. */
const delimiterOf = (text: string): string => {
  const head = /\S.*/.exec(text)?.[0] ?? '';
  return ['\t', ',', ';'].find((it) => head.includes(it)) ?? ',';
};

/** The mark by which an exported table keeps a text from being run as a formula. */
const GUARD = /^'(?=[=+\-@])/;

/** Reads CSV (RFC 4180) or what was copied from a spreadsheet. @throws Problem NOT_ACCEPTED where it is no table */
export const csvTable = (text: string): readonly TableRow[] => {
  try {
    const options = { bom: true, relax_column_count: true, relax_quotes: true, trim: true, delimiter: delimiterOf(text) };
    const lines = parse(text, options) as unknown as string[][];
    return withText(lines.map((cells, i) => ({ row: i + 1, cells: cells.map((it) => it.replace(GUARD, '')) })));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw unreadable('表格无法读取', `the table cannot be read: ${error.message.slice(0, 120)}`);
  }
};
