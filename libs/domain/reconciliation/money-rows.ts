import { compare, exact, exactText, isDecimal, sum, ZERO } from '#domain/score/exact.js';
import type { Exact } from '#domain/score/exact.js';
import type { Row, Tables } from './check.js';
import { finding } from './finding.js';
import type { Finding } from './finding.js';
import { decimalsOf, fits, relate, rounded, shown } from './published.js';
import type { RowColumns } from './report.js';
import { listAt, textAt } from './tables.js';

/** The words with which a report owns up to an overrun. */
const OVERRUN = ['超支', '超预算', '超出预算', '超过预算'];

const figure = (row: Row, path: string | undefined): string | null => {
  const text = textAt(row, path);
  return text !== null && isDecimal(text) ? text : null;
};

const rateOf = (spent: string, whole: string | null): Exact | null =>
  whole === null || compare(whole, ZERO) === 0 ? null : exact(spent).div(exact(whole)).mul(100);

const overspent = (row: Row, at: string, columns: RowColumns, tables: Tables): Finding[] => {
  const [budget, spent] = [figure(row, columns.budget), figure(row, columns.spent)];
  if (budget === null || spent === null || compare(spent, budget) <= 0) return [];
  const { mentions } = columns;
  const said = mentions ? (tables[mentions.table] ?? []).filter((it) => textAt(it, mentions.row) === at) : [];
  if (said.some((it) => OVERRUN.some((word) => textAt(it, mentions!.text)?.includes(word)))) return [];
  const rate = rateOf(spent, budget);
  const over = exactText(exact(spent).sub(exact(budget)));
  return [finding('OVERSPENT', [at], { spent, budget, rate: rate ? rounded(rate, 2) : '∞' }, over, `${spent} − ${budget}`)];
};

/** The published rate against the agreed denominator; if it does not fit, against the other one. */
const rates = (row: Row, at: string, columns: RowColumns): Finding[] => {
  const [rate, spent] = [figure(row, columns.rate), figure(row, columns.spent)];
  if (rate === null) return [];
  const agreed = columns.denominator ?? 'budget';
  const other = agreed === 'budget' ? 'allocated' : 'budget';
  const computed = spent === null ? null : rateOf(spent, figure(row, columns[agreed]));
  if (computed === null || spent === null) return [finding('RATE_UNSUPPORTED', [at], { rate }, rate)];
  const relation = relate(rate, computed);
  if (relation === 'exact' || relation === 'rounded') return [];
  const details = { rate, computed: rounded(computed, Math.max(2, decimalsOf(rate))) };
  const formula = `${spent} ÷ ${figure(row, columns[agreed])!} × 100`;
  if (relation === 'cut-off') return [finding('RATE_CUT_OFF', [at], details, shown(computed), formula)];
  const elsewhere = rateOf(spent, figure(row, columns[other]));
  const fitsElsewhere = elsewhere !== null && relate(rate, elsewhere) !== 'differs';
  const name = other === 'budget' ? '预算数 (budget)' : '到位数 (funds received)';
  return fitsElsewhere
    ? [finding('RATE_OTHER_DENOMINATOR', [at], { ...details, other: name }, shown(computed), formula)]
    : [finding('RATE_DIFFERS', [at], details, shown(computed), formula)];
};

const remainder = (row: Row, at: string, columns: RowColumns): Finding[] => {
  const [budget, spent, printed] = [figure(row, columns.budget), figure(row, columns.spent), figure(row, columns.remaining)];
  if (budget === null || spent === null || printed === null) return [];
  const left = exact(budget).sub(exact(spent));
  return fits(printed, left)
    ? []
    : [finding('REMAINDER_DIFFERS', [at], { printed, computed: shown(left) }, shown(left), `${budget} − ${spent}`)];
};

/** The summary table prints the budget in each row, rounded; a row that prints the spend is on another basis. */
const funds = (row: Row, at: string, columns: RowColumns): Finding[] => {
  const [printed, budget, spent] = [figure(row, columns.funds), figure(row, columns.budget), figure(row, columns.spent)];
  if (printed === null || budget === null || fits(printed, exact(budget))) return [];
  return spent !== null && fits(printed, exact(spent))
    ? [finding('FUNDS_ARE_SPEND', [at], { printed, budget, spent }, budget)]
    : [finding('FUNDS_DIFFER', [at], { printed, budget }, budget)];
};

const parts = (row: Row, at: string, columns: RowColumns): Finding[] =>
  (columns.parts ?? []).flatMap(({ list, key, total }) => {
    const [cells, printed] = [listAt(row, list), figure(row, total)];
    const values = cells?.map((it) => textAt(it, key));
    if (printed === null || !values?.length || values.some((it) => it === null || !isDecimal(it))) return [];
    const added = sum(values as string[]);
    if (fits(printed, added)) return [];
    return [finding('PARTS_DIFFER', [at, list], { printed, computed: shown(added) }, shown(added), values.join(' + '))];
  });

/** Amounts and rates of one row against each other. */
export const moneyOfRow = (row: Row, at: string, columns: RowColumns, tables: Tables): readonly Finding[] => [
  ...overspent(row, at, columns, tables),
  ...rates(row, at, columns),
  ...remainder(row, at, columns),
  ...funds(row, at, columns),
  ...parts(row, at, columns),
];
