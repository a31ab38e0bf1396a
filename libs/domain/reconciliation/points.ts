import { groupBy } from '#domain/group-by.js';
import { compare, exact, exactText, isDecimal, sum } from '#domain/score/exact.js';
import type { Row } from './check.js';
import { idOf } from './evaluation.js';
import { finding } from './finding.js';
import type { Finding } from './finding.js';
import type { PointColumns, Report } from './report.js';
import { cellAt, listAt, textAt } from './tables.js';

/** So many characters in common say that two remarks speak of the same thing. */
const COMMON = 14;
const LONGEST_REMARK = 300;

interface Point {
  readonly id: string;
  readonly row: Row;
  readonly weight: string | null;
  readonly score: string | null;
}

const pointsOf = (report: Report, { table, weight, score }: PointColumns): readonly Point[] =>
  (report.tables[table] ?? []).map((row, i) => ({ id: idOf(row, i), row, weight: textAt(row, weight), score: textAt(row, score) }));

/** A figure that the point's rule needs is blank, and yet there is a score. */
const unsupported = ({ id, row, score }: Point, inputs: string | undefined): Finding[] => {
  const read = inputs === undefined ? null : cellAt(row, inputs);
  if (score === null || read === null || read === undefined || typeof read !== 'object') return [];
  const blank = Object.entries(read).filter(([, value]) => value === null);
  const name = blank.map(([key]) => key).join('、');
  return blank.length === 0 ? [] : [finding('SCORE_UNSUPPORTED', [id], { score, name }, score)];
};

const single = (point: Point, { name, cases, inputs }: PointColumns): Finding[] => {
  const { id, row, weight, score } = point;
  if (weight === null || score === null) return [finding('POINT_BLANK', [id], { name: textAt(row, name) ?? id }, '')];
  if (!isDecimal(weight) || !isDecimal(score)) return [];
  const above = compare(score, weight) > 0 ? [finding('SCORE_ABOVE_WEIGHT', [id], { score, weight }, weight)] : [];
  const whole = [...above, ...unsupported(point, inputs)];
  const listed = cases
    ? (listAt(row, cases.list) ?? []).map((it) => textAt(it, cases.key)).filter((it) => it !== null && isDecimal(it))
    : [];
  if (listed.length === 0 || listed.some((it) => compare(it!, score) === 0)) return whole;
  return [...whole, finding('SCORE_IN_NO_CASE', [id], { score, cases: listed.join('、') }, listed.at(-1)!)];
};

const loses = ({ weight, score }: Point): boolean =>
  weight !== null && score !== null && isDecimal(weight) && isDecimal(score) && compare(score, weight) < 0;

/** The longest words that a group of remarks begins to share, for the sentence. */
const inCommon = (remarks: readonly string[], from: string): string => {
  let words = from;
  const [first] = remarks as [string];
  for (let end = first.indexOf(from) + from.length; end < first.length; end += 1) {
    const longer = words + first.charAt(end);
    if (!remarks.every((it) => it.includes(longer))) break;
    words = longer;
  }
  return words;
};

/** Points that are lost with remarks that share a passage: one fault that costs more than once. In time proportional to the remarks. */
const repeated = (points: readonly Point[], remark: string): Finding[] => {
  const losing = points.filter(loses).map((point) => ({ point, text: (textAt(point.row, remark) ?? '').slice(0, LONGEST_REMARK) }));
  const pieces = losing.flatMap((it) =>
    Array.from({ length: Math.max(0, it.text.length - COMMON + 1) }, (_, i) => ({ it, piece: it.text.slice(i, i + COMMON) })),
  );
  const shared = [...groupBy(pieces, ({ piece }) => piece)].map(([piece, of]) => ({ piece, of: [...new Set(of.map(({ it }) => it))] }));
  const said = new Set<string>();
  const widest = shared.filter(({ of }) => of.length > 1).sort((a, b) => b.of.length - a.of.length);
  return widest.flatMap(({ piece, of }): Finding[] => {
    const ids = of.map(({ point }) => point.id);
    if (ids.every((id) => said.has(id))) return [];
    ids.forEach((id) => said.add(id));
    const points = exactText(sum(of.map(({ point }) => exact(point.weight!).sub(exact(point.score!)))));
    return [
      finding(
        'SAME_FAULT_TWICE',
        ids,
        {
          fault: inCommon(
            of.map(({ text }) => text),
            piece,
          ),
          points,
        },
        points,
      ),
    ];
  });
};

/** A table of scored points: filled in, within its weights and cases, and no fault punished twice. */
export const findingsOfPoints = (report: Report): readonly Finding[] =>
  report.points.flatMap((columns) => {
    const points = pointsOf(report, columns);
    const { remark } = columns;
    return [...points.flatMap((it) => single(it, columns)), ...(remark === undefined ? [] : repeated(points, remark))];
  });
