import { z } from 'zod';
import { readBy } from '#contracts/errors/field-errors.js';
import { Problem } from '#contracts/errors/problem.js';
import type { FieldError } from '#contracts/errors/problem.js';
import { LEVEL1, OPERATORS } from '#domain/target-filing/content.js';
import { nameOf, valueFits } from '#domain/target-filing/library.js';
import type { EntryFields } from '#domain/target-filing/library.js';
import { csvTable } from './csv-table.js';
import type { TableRow } from './csv-table.js';

const filled = { error: '不能为空 (must not be empty)' };
const atMost = (count: number) => ({ error: `最多 ${String(count)} 个字 (at most ${String(count)} characters)` });
const oneOf = (values: readonly string[]) => ({
  error: `应为其中之一：${values.join('、')} (one of these is needed: ${values.join(', ')})`,
});
const label = z.string().trim().min(1, filled).max(120, atMost(120));

/** An entry of the indicator library, as it is written and as it is imported. */
export const entryFields = z.strictObject({
  sector: label,
  level1: z.enum(LEVEL1, oneOf(LEVEL1)),
  level2: label,
  level3: label,
  operator: z.enum(OPERATORS, oneOf(OPERATORS)),
  usualValue: z.string().trim().max(500, atMost(500)),
  measureUnit: z.string().trim().max(20, atMost(20)),
  source: label,
}) satisfies z.ZodType<EntryFields>;

const UNFIT = {
  zh: '参考值应为数字，或留空；只有定性指标可以写文字',
  en: 'a number is needed, or nothing; only a qualitative indicator has words here',
};

/** What is wrong with a usual value that does not fit its operator. */
export const valueUnfit = (path: string): FieldError => ({ path, code: 'custom', ...UNFIT });
export const VALUE_UNFIT = { path: ['usualValue'], error: `${UNFIT.zh} (${UNFIT.en})` };

const entryRow = entryFields.refine(valueFits, VALUE_UNFIT);

/** Columns of the file, by their printed heads; any order, others besides are not read. */
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

/** The printed head of each column. */
export const HEADS = Object.fromEntries(Object.entries(COLUMNS).map(([head, field]) => [field, head])) as Readonly<
  Record<keyof EntryFields, string>
>;

/** Entries of one file. */
export const MOST_ENTRIES = 5_000;

export interface ReadEntry {
  readonly row: number;
  readonly entry: EntryFields;
}

export interface ReadLibrary {
  readonly entries: readonly ReadEntry[];
  /** `row 3.level1`: rows are counted as a spreadsheet shows them, the head is row 1. `quote`: what stands in the cell. */
  readonly errors: readonly FieldError[];
}

const wrong = (path: string, zh: string, en: string): ReadLibrary => ({ entries: [], errors: [{ path, code: 'file', zh, en }] });

/** Other ways to write the same, as forms and keyboards have it. */
const SAME: Readonly<Record<string, string>> = {
  产出指标: '产出',
  成本指标: '成本',
  效益指标: '效益',
  满意度指标: '满意度',
  '＝': '=',
  等于: '=',
  '>=': '≥',
  大于等于: '≥',
  '<=': '≤',
  小于等于: '≤',
};

type Given = Partial<Record<keyof EntryFields, string>>;

/** 95% with the unit %, or none, is 95 with the unit %. */
const withoutSign = (given: Given): Given => {
  const [, number] = /^(-?[\d.]+)%$/.exec(given.usualValue ?? '') ?? [];
  return number !== undefined && ['', '%'].includes(given.measureUnit ?? '') ? { ...given, usualValue: number, measureUnit: '%' } : given;
};

const asGiven = (head: readonly string[], { cells }: TableRow): Given => {
  const given = Object.fromEntries(head.flatMap((name, at) => (COLUMNS[name] ? [[COLUMNS[name], cells[at] ?? '']] : []))) as Given;
  const { level1 = '', operator = '' } = given;
  return withoutSign({ ...given, level1: SAME[level1] ?? level1, operator: SAME[operator] ?? operator });
};

const headProblem = (head: readonly string[], row: number): ReadLibrary | null => {
  const missing = Object.keys(COLUMNS).filter((it) => head.filter((name) => name === it).length !== 1);
  const [zh, en] = [`表头应各有一列：${missing.join('、')}`, `each of these heads is needed once: ${missing.join(', ')}`];
  return missing.length === 0 ? null : wrong(`row ${String(row)}`, zh, en);
};

const readRow = (head: readonly string[], line: TableRow, seen: Map<string, number>): ReadEntry | readonly FieldError[] => {
  const path = `row ${String(line.row)}`;
  const given = asGiven(head, line);
  const read = readBy(entryRow, given, [path]);
  if ('errors' in read) return read.errors.map((it) => ({ ...it, quote: given[it.path.slice(path.length + 1) as keyof Given] ?? null }));
  const [name, first] = [nameOf(read.value), seen.get(nameOf(read.value))];
  if (first === undefined) {
    seen.set(name, line.row);
    return { row: line.row, entry: read.value };
  }
  const [zh, en] = [`与第 ${String(first)} 行是同一指标`, `row ${String(first)} is the same indicator`];
  return [{ path, code: 'twice', zh: `${zh}（行业和三级名称都相同）`, en: `${en}, by its sector and names` }];
};

/** Reads a table of the library with a head. Good rows are read whatever is wrong with others. */
export const readLibraryTable = (table: readonly TableRow[]): ReadLibrary => {
  const [head, ...lines] = table;
  if (!head) return wrong('row 1', '文件中没有表格', 'the file holds no table');
  if (lines.length > MOST_ENTRIES)
    return wrong(`row ${String(lines[MOST_ENTRIES]!.row)}`, `最多 ${String(MOST_ENTRIES)} 行`, `at most ${String(MOST_ENTRIES)} rows`);
  const problem = headProblem(head.cells, head.row);
  if (problem) return problem;
  const seen = new Map<string, number>();
  const read = lines.map((line) => readRow(head.cells, line, seen));
  return {
    entries: read.flatMap((it) => ('entry' in it ? [it] : [])),
    errors: read.flatMap((it) => ('entry' in it ? [] : it)),
  };
};

/** Reads a text of the library (CSV with a head). */
export const readLibrary = (csv: string): ReadLibrary => {
  try {
    return readLibraryTable(csvTable(csv));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { entries: [], errors: error.errors };
  }
};
