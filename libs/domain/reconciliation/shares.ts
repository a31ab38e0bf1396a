import { groupBy } from '#domain/group-by.js';
import { compare, exact, sum } from '#domain/score/exact.js';
import { attained } from './attainable.js';
import { finding } from './finding.js';
import type { Finding } from './finding.js';
import { asNumber, decimalsOf, shown } from './published.js';
import type { Report, StatedBand } from './report.js';
import type { StatementAnswer } from './statement.js';

/** Shares of one whole: each that a whole number gives, all of them 100 within what their rounding allows. */
export const findingsOfShares = ({ shares }: Report): readonly Finding[] =>
  shares.flatMap(({ n, percents }, i): Finding[] => {
    const at = [`shares.${String(i)}`];
    const single = percents.flatMap((pct): Finding[] => {
      const { how, units } = attained(pct, exact(n));
      if (how === 'never') return [finding('SHARE_IMPOSSIBLE', at, { pct, n }, 'false', `k ÷ ${n} ≠ ${pct}%`)];
      return how === 'cut-off' ? [finding('SHARE_ONLY_CUT_OFF', at, { pct, n, units: units! }, units!)] : [];
    });
    const total = sum(percents);
    // Half of the last decimal of each share, rounded half up.
    const slack = sum(percents.map((pct) => exact('1/2').div(10 ** decimalsOf(pct))));
    const off = compare(total.sub(100).abs(), slack) > 0;
    return off ? [...single, finding('SHARES_SUM', at, { computed: shown(total) }, shown(total), percents.join(' + '))] : single;
  });

/** Is the value on this side of the bound (`1`: above, `-1`: below), or on it where it belongs to the band? An open bound holds all. */
const onSide = (value: string, bound: string | null | undefined, side: 1 | -1, inclusive: boolean): boolean => {
  if (bound === null || bound === undefined) return true;
  const order = compare(value, bound) * side;
  return order > 0 || (order === 0 && inclusive);
};

const holds = (value: string, { from, fromInclusive = true, to, toInclusive = false }: StatedBand): boolean =>
  onSide(value, from, 1, fromInclusive) && onSide(value, to, -1, toInclusive);

/** Every bound that a band names lies in exactly one of them. */
export const findingsOfBands = ({ bands }: Report): readonly Finding[] =>
  bands.flatMap(({ name, bands: stated }) => {
    const bounds = new Set(stated.flatMap(({ from, to }) => [from, to]).filter((it) => typeof it === 'string'));
    return [...bounds].flatMap((value): Finding[] => {
      const held = stated.filter((it) => holds(value, it)).map(({ label }) => label);
      if (held.length === 0) return [finding('BAND_GAP', [name], { value }, value)];
      return held.length > 1 ? [finding('BAND_OVERLAP', [name], { value, bands: held.join('、') }, value)] : [];
    });
  });

/** Two statements of one measure (and unit) with different values. */
export const findingsOfMeasures = ({ statements }: Report): readonly Finding[] => {
  const measured = statements.filter((it) => it.measure !== undefined && typeof it.value === 'string');
  return [...groupBy(measured, (it) => `${it.measure!}（${it.unit ?? ''}）`)].flatMap(([measure, of]): Finding[] => {
    const different = new Set(of.map(({ value }) => (asNumber(value!) ? shown(asNumber(value!)!) : value!)));
    const values = [...different].join('、');
    return different.size > 1
      ? [
          finding(
            'MEASURES_DIFFER',
            of.map(({ id }) => id),
            { measure, values },
            values,
          ),
        ]
      : [];
  });
};

/** What the computation of the statements noticed on its way. */
export const findingsOfRemarks = (answers: readonly StatementAnswer[]): readonly Finding[] =>
  answers.flatMap(({ id, remarks }) =>
    remarks.map(({ code, detail }) => finding(code, [id], detail, detail['without'] ?? detail['units'] ?? '')),
  );
