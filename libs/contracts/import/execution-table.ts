import type { TableRow } from './csv-table.js';

/** A line of an execution table (预算执行数) as it was read; what is wrong with it, its check says. */
export interface ExecutionLine {
  readonly row: number;
  /** 项目编码 */
  readonly project: string;
  /** YYYY-MM-DD */
  readonly day: string;
  /** 执行数 up to the end of the day, yuan */
  readonly executed: string;
}

export const EXECUTION_COLUMNS = ['project', 'day', 'executed'] as const;
type Column = (typeof EXECUTION_COLUMNS)[number];

/** What the columns are called; any order, others besides are not read. */
const HEADS: Readonly<Record<string, Column>> = {
  项目编码: 'project',
  project: 'project',
  日期: 'day',
  day: 'day',
  执行数: 'executed',
  '执行数（元）': 'executed',
  '执行数(元)': 'executed',
  executed: 'executed',
};

/** Excel writes 2023/9/30 and 1,000.00; the register wants 2023-09-30 and 1000.00. */
const asDay = (text: string): string => {
  const [, year, month, day] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? [];
  return year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
};
const asAmount = (text: string): string => (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text);

/** The lines below the head; null: the head does not name each of the three columns once. */
export const executionLines = ([head, ...rows]: readonly TableRow[]): readonly ExecutionLine[] | null => {
  const named = (head?.cells ?? []).map((it) => HEADS[it.trim().toLowerCase()]);
  if (EXECUTION_COLUMNS.some((it) => named.filter((name) => name === it).length !== 1)) return null;
  return rows.map(({ row, cells }) => {
    const of = (column: Column): string => (cells[named.indexOf(column)] ?? '').trim();
    return { row, project: of('project'), day: asDay(of('day')), executed: asAmount(of('executed')) };
  });
};
