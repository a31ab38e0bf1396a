import { CsvError, parse } from 'csv-parse/sync';
import { Problem } from '#contracts/errors/problem.js';

/** One line of a table by its columns, and where it stood: `body.csv:4`. */
export interface CsvLine {
  readonly at: string;
  readonly value: unknown;
}

/**
 * The lines below the header; `columnOf` says what a column of the header is called.
 * @throws Problem NOT_ACCEPTED where the text is no table at all
 */
export const csvLines = (csv: string, columnOf: (header: string) => string): readonly CsvLine[] => {
  try {
    const options = { bom: true, columns: (header: string[]) => header.map(columnOf), info: true, skip_empty_lines: true, trim: true };
    const rows = parse(csv, options) as unknown as { record: unknown; info: { lines: number } }[];
    return rows.map(({ record, info }) => ({ at: `body.csv:${String(info.lines)}`, value: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const said = { code: error.code, zh: '表格无法读取', en: `the table cannot be read: ${error.message}` };
    throw new Problem('NOT_ACCEPTED', {}, [{ path: 'body.csv', ...said }]);
  }
};
