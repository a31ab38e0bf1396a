import { DomainError } from '#domain/errors/domain-error.js';
import { gradeOf } from '#domain/score/grade.js';
import { isDecimal } from '#domain/score/exact.js';
import type { Row } from './check.js';
import { idOf } from './evaluation.js';
import { finding } from './finding.js';
import type { Finding } from './finding.js';
import { moneyOfRow } from './money-rows.js';
import { named, nearNames, relateNames } from './names.js';
import type { Name } from './names.js';
import type { Report, RowColumns } from './report.js';
import { cellAt, listAt, textAt } from './tables.js';

interface At {
  readonly row: Row;
  readonly id: string;
  readonly columns: RowColumns;
  readonly report: Report;
}

const grade = ({ row, id, columns, report }: At): Finding[] => {
  const [score, printed] = [textAt(row, columns.score), textAt(row, columns.grade)];
  if (score === null || printed === null || !isDecimal(score) || report.grades.length === 0) return [];
  try {
    const computed = gradeOf(score, report.grades);
    return computed === printed ? [] : [finding('GRADE_DIFFERS', [id], { score, printed, computed }, computed)];
  } catch (error) {
    if (error instanceof DomainError) return [finding('SCORE_IN_NO_BAND', [id], { score }, score)];
    throw error;
  }
};

/** Years that stand in a name, `2022年` or `2021年度`; at most the first 200 characters are read. */
export const yearsIn = (text: string): readonly string[] =>
  [...text.slice(0, 200).matchAll(/(?:19|20)\d{2}(?=年)/gu)].map(([year]) => year);

const year = ({ row, id, columns, report }: At): Finding[] => {
  const name = textAt(row, columns.name);
  const years = yearsIn(name ?? '');
  if (report.fiscalYear === undefined || name === null || years.length === 0 || years.includes(report.fiscalYear)) return [];
  return [finding('YEAR_DIFFERS', [id], { name, year: report.fiscalYear }, years.join('、'))];
};

/** The names of a cell: one text, or a list of texts. */
const namesAt = (row: Row, path: string): readonly string[] => {
  const list = listAt(row, path);
  const one = textAt(row, path);
  return list ? list.filter((it) => typeof it === 'string') : one === null ? [] : [one];
};

/** Abbreviations are looked for among so many names. */
const MOST_FULL_NAMES = 500;

/** Each name of one list has its like in the other; one that is almost there is a slip or an abbreviation, one that is not is absent. */
export const comparedNames = (at: string, ones: readonly string[], others: readonly string[]): readonly Finding[] => {
  if (ones.length === 0 || others.length === 0) return [];
  const known = ones.map(named);
  const exact = new Set(known.map(({ normal }) => normal));
  const near = nearNames(known);
  return others.map(named).flatMap((other): Finding[] => {
    if (exact.has(other.normal)) return [];
    const pair = (code: 'NAMES_DIFFER' | 'ALIAS', { written: one }: Name): Finding[] => [
      finding(code, [at], { one, other: other.written }, one),
    ];
    const [slip] = near(other);
    if (slip) return pair('NAMES_DIFFER', slip);
    const full = known.slice(0, MOST_FULL_NAMES).find((one) => relateNames(one, other) === 'short');
    if (full) return pair('ALIAS', full);
    if (ones.length === 1 && others.length === 1) return pair('NAMES_DIFFER', known[0]!);
    return [finding('NAME_ABSENT', [at], { name: other.written }, other.written)];
  });
};

const sameNames = ({ row, id, columns }: At): readonly Finding[] =>
  (columns.same ?? []).flatMap(([one, other]) => comparedNames(id, namesAt(row, one), namesAt(row, other)));

const blankName = ({ row, id, columns }: At): Finding[] =>
  cellAt(row, columns.name) === null ? [finding('NAME_BLANK', [id], {}, '')] : [];

const selfEvaluated = ({ row, id, columns, report }: At): Finding[] => {
  const { evaluator } = report;
  if (evaluator === undefined) return [];
  const own = (columns.units ?? []).flatMap((path) => namesAt(row, path)).find((it) => it.endsWith(evaluator));
  return own === undefined ? [] : [finding('SELF_EVALUATED', [id], { name: own }, own)];
};

/** Months that a cost item names, `2019年1-12月`, against the day on which the money was granted. */
const period = ({ row, id, columns, report }: At): Finding[] => {
  const granted = report.dates.grantedOn;
  if (granted === undefined) return [];
  const items = (columns.periods ?? []).flatMap((path) => listAt(row, path) ?? []).map((it) => textAt(it, 'name') ?? '');
  return items.flatMap((name): Finding[] => {
    const [, ofYear, month] = /(\d{4}) ?年 ?(\d{1,2}) ?[-－—至~] ?\d{1,2} ?月/u.exec(name.slice(0, 200)) ?? [];
    const from = ofYear && month ? `${ofYear}-${month.padStart(2, '0')}` : undefined;
    return from !== undefined && from < granted.slice(0, 7) ? [finding('COST_BEFORE_GRANT', [id], { name, from, granted }, from)] : [];
  });
};

const numbers = (rows: readonly Row[], columns: RowColumns): Finding[] => {
  const numbered = rows.map((it) => textAt(it, columns.number)).filter((it) => it !== null);
  const different = new Set(numbered).size;
  if (different === numbered.length) return [];
  const details = { numbers: String(different), rows: String(numbered.length) };
  return [finding('NUMBER_ON_SEVERAL_ROWS', [columns.table], details, String(different))];
};

/** Every row of a table whose columns are named, by itself. */
export const findingsOfRows = (report: Report, columns: RowColumns): readonly Finding[] => {
  const rows = report.tables[columns.table] ?? [];
  const ofRow = rows.flatMap((row, i) => {
    const at: At = { row, id: idOf(row, i), columns, report };
    const own = [grade(at), year(at), sameNames(at), blankName(at), selfEvaluated(at), period(at)];
    return [...moneyOfRow(row, at.id, columns, report.tables), ...own.flat()];
  });
  return [...ofRow, ...numbers(rows, columns)];
};
