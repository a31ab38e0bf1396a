import { cellsOf } from '../../parts/table/cells.js';

const NAMES: Readonly<Record<string, string>> = {
  项目编码: 'project',
  project: 'project',
  日期: 'day',
  day: 'day',
  执行数: 'executed',
  executed: 'executed',
};
const COLUMNS = ['project', 'day', 'executed'] as const;

export interface Pasted {
  /** The columns' names are missing or incomplete. */
  readonly hasHeader: boolean;
  readonly rows: readonly Readonly<Record<(typeof COLUMNS)[number], string>>[];
}

/** Excel writes 2023/9/30 and 1,000.00; the register wants 2023-09-30 and 1000.00. */
const asDay = (text: string): string => {
  const [, year, month, day] = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/.exec(text) ?? [];
  return year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
};
const asAmount = (text: string): string => (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text);

/** What was pasted or read from a file, by the names of its columns. Rows keep their order, wrong ones too: the server says what is wrong. */
export const readPasted = (text: string): Pasted => {
  const block = text.replace(/^\uFEFF/, '').trimStart();
  const separator = (block.split('\n')[0] ?? '').includes('\t') ? '\t' : ',';
  const [head = [], ...lines] = cellsOf(block, separator)
    .map((cells) => cells.map((it) => it.trim()))
    .filter((cells) => cells.some((it) => it !== ''));
  const named = head.map((it) => NAMES[it.toLowerCase()] ?? NAMES[it]);
  const hasHeader = COLUMNS.every((it) => named.includes(it));
  if (!hasHeader) return { hasHeader, rows: [] };
  const rows = lines.map((cells) => {
    const of = (column: string): string => cells[named.indexOf(column)] ?? '';
    return { project: of('project'), day: asDay(of('day')), executed: asAmount(of('executed')) };
  });
  return { hasHeader, rows };
};

/** Which row a path such as `body.rows.3.executed` means, from 0. */
export const placeOf = (path: string): number => Number(/rows\.(\d+)/.exec(path)?.[1] ?? '0');

/** The rows that were refused, as a table to be corrected and sent again; empty when all were taken. */
export const refusedOf = ({ rows }: Pasted, errors: readonly { readonly path: string }[]): string => {
  const places = [...new Set(errors.map(({ path }) => placeOf(path)))].sort((a, b) => a - b);
  const lines = places.flatMap((place) => {
    const row = rows[place];
    return row ? [COLUMNS.map((it) => row[it]).join('\t')] : [];
  });
  return lines.length === 0 ? '' : [COLUMNS.join('\t'), ...lines].join('\n');
};
