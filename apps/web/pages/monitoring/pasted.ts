import { EXECUTION_COLUMNS, executionLines } from '#contracts/import/execution-table.js';
import type { ExecutionLine } from '#contracts/import/execution-table.js';
import { cellsOf } from '../../parts/table/cells.js';

type Figures = Omit<ExecutionLine, 'row'>;

export interface Pasted {
  /** The columns' names are there, each once. */
  readonly hasHeader: boolean;
  readonly rows: readonly Figures[];
}

/** What was pasted, by the names of its columns. Rows keep their order, wrong ones too: the server says what is wrong. */
export const readPasted = (text: string): Pasted => {
  const block = text.replace(/^\uFEFF/, '').trimStart();
  const separator = (block.split('\n')[0] ?? '').includes('\t') ? '\t' : ',';
  const table = cellsOf(block, separator)
    .map((cells, i) => ({ row: i + 1, cells: cells.map((it) => it.trim()) }))
    .filter(({ cells }) => cells.some((it) => it !== ''));
  const lines = executionLines(table);
  return { hasHeader: lines !== null, rows: (lines ?? []).map(({ project, day, executed }) => ({ project, day, executed })) };
};

/** Rows as they are pasted: what was read from a file is looked at, corrected and kept in the same place. */
export const asPasted = (rows: readonly Figures[]): string => {
  const lines = rows.map((row) => EXECUTION_COLUMNS.map((it) => row[it].replace(/\s+/g, ' ')).join('\t'));
  return lines.length === 0 ? '' : [EXECUTION_COLUMNS.join('\t'), ...lines].join('\n');
};

/** Which row a path such as `body.rows.3.executed` means, from 0. */
export const placeOf = (path: string): number => Number(/rows\.(\d+)/.exec(path)?.[1] ?? '0');

/** The rows that were refused, as a table to be corrected and sent again; empty when all were taken. */
export const refusedOf = ({ rows }: Pasted, errors: readonly { readonly path: string }[]): string => {
  const places = [...new Set(errors.map(({ path }) => placeOf(path)))].sort((a, b) => a - b);
  return asPasted(places.flatMap((place) => rows[place] ?? []));
};
