import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { readBy } from '#contracts/errors/field-errors.js';
import type { FieldError } from '#contracts/errors/problem.js';
import { LEVEL1, OPERATORS } from '#domain/target-filing/content.js';
import type { EntryFields } from '#domain/target-filing/library.js';

const label = z.string().trim().min(1).max(120);

/** An entry of the indicator library, as it is written and as it is imported. */
export const entryFields = z.strictObject({
  sector: label,
  level1: z.enum(LEVEL1),
  level2: label,
  level3: label,
  operator: z.enum(OPERATORS),
  usualValue: z.string().trim().max(500),
  measureUnit: z.string().trim().max(20),
  source: label,
}) satisfies z.ZodType<EntryFields>;

/** Columns of the file, by their printed heads; any order. */
export const COLUMNS: Readonly<Record<string, keyof EntryFields>> = {
  行业: 'sector',
  一级指标: 'level1',
  二级指标: 'level2',
  三级指标: 'level3',
  指标性质: 'operator',
  参考值: 'usualValue',
  计量单位: 'measureUnit',
  来源: 'source',
};

const MOST_ROWS = 2_000;

export interface ReadLibrary {
  readonly entries: readonly EntryFields[];
  /** `row 3.level1`: rows are counted as a spreadsheet shows them, the head is row 1. */
  readonly errors: readonly FieldError[];
}

const wrong = (path: string, zh: string, en: string): ReadLibrary => ({ entries: [], errors: [{ path, code: 'file', zh, en }] });

const nameOf = ({ sector, level1, level2, level3 }: EntryFields): string => JSON.stringify([sector, level1, level2, level3]);

const headProblem = (head: readonly string[]): ReadLibrary | null => {
  const missing = Object.keys(COLUMNS).filter((it) => head.filter((name) => name === it).length !== 1);
  return missing.length === 0
    ? null
    : wrong('row 1', `表头应各有一列：${missing.join('、')}`, `each of these heads is needed once: ${missing.join(', ')}`);
};

/** Reads a file of the library (CSV with a head, comma or semicolon, quotes as usual). Good rows are read whatever is wrong with others. */
export const readLibrary = (csv: string): ReadLibrary => {
  let table: string[][];
  try {
    table = parse(csv, { bom: true, skip_empty_lines: true, relax_column_count: true, trim: true, delimiter: [',', ';'] });
  } catch (error) {
    const at = error instanceof Error ? error.message.slice(0, 120) : '';
    return wrong('row 1', `不是有效的 CSV：${at}`, `this is no valid CSV: ${at}`);
  }
  const [head = [], ...rows] = table;
  if (rows.length > MOST_ROWS)
    return wrong(`row ${String(MOST_ROWS + 2)}`, `最多 ${String(MOST_ROWS)} 行`, `at most ${String(MOST_ROWS)} rows`);
  return headProblem(head) ?? readRows(head, rows);
};

const readRows = (head: readonly string[], rows: readonly (readonly string[])[]): ReadLibrary => {
  const entries = new Map<string, EntryFields>();
  const errors = rows.flatMap((cells, i): readonly FieldError[] => {
    const row = `row ${String(i + 2)}`;
    const given = Object.fromEntries(head.flatMap((name, at) => (COLUMNS[name] === undefined ? [] : [[COLUMNS[name], cells[at] ?? '']])));
    const read = readBy(entryFields, given, [row]);
    if ('errors' in read) return read.errors;
    if (entries.has(nameOf(read.value)))
      return [{ path: row, code: 'twice', zh: '同一指标列了两次', en: 'this indicator is listed twice' }];
    entries.set(nameOf(read.value), read.value);
    return [];
  });
  return { entries: [...entries.values()], errors };
};
