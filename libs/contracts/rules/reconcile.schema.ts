import { z } from 'zod';
import { FIGURE_OPS, NAMING_OPS } from '#domain/reconciliation/check.js';
import type { Check, Row, Test } from '#domain/reconciliation/check.js';
import type { Json } from '#domain/json.js';
import { both, day, decimal, numberAsText } from '../policy/fields.js';
import { caseName } from './case-fields.js';

/** How deep a check, and how deep a cell, may be nested. */
const DEEPEST = 12;

const path = z.string().min(1).max(120);
const id = z.string().min(1).max(80);
const words = z.string().max(4_000);
const figure = z.preprocess(
  numberAsText,
  z.string({ error: both('应为文字或数值（15 位以上请加引号）', 'text or a figure is needed (more than 15 digits: in quotes)') }).max(400),
);

const deeperThan = (value: unknown, most: number): boolean =>
  value !== null && typeof value === 'object' && (most === 0 || Object.values(value).some((it) => deeperThan(it, most - 1)));

/** Refuses what is nested too deeply before anything walks through it. */
const shallow = <S extends z.ZodType>(of: S) =>
  z.preprocess((it, context) => {
    if (!deeperThan(it, DEEPEST)) return it;
    context.addIssue({ code: 'custom', message: both(`嵌套不得超过 ${String(DEEPEST)} 层`, `nested more than ${String(DEEPEST)} deep`) });
    return z.NEVER;
  }, of);

/** A cell of a table; figures are kept as text. */
const cell: z.ZodType<Json> = z.lazy(() =>
  z.preprocess(
    numberAsText,
    z.union([z.string().max(10_000), z.boolean(), z.null(), z.array(cell).max(2_000), z.record(z.string().max(80), cell)], {
      error: both(
        '应为文字、数值（15 位以上请加引号）、清单或记录',
        'text, a figure (more than 15 digits: in quotes), a list or a record is needed',
      ),
    }),
  ),
);

const row = shallow(z.record(z.string().max(80), cell)) as z.ZodType<Row>;

const test = z.union([
  figure,
  z.strictObject({
    in: z.array(figure).min(1).max(200).exactOptional(),
    ne: figure.exactOptional(),
    ge: figure.exactOptional(),
    gt: figure.exactOptional(),
    le: figure.exactOptional(),
    lt: figure.exactOptional(),
    notnull: z.boolean().exactOptional(),
  }),
]) satisfies z.ZodType<Test>;
const where = z.record(path, test);

const ofTable = { file: id, where: where.exactOptional() };
const ofRow = { file: id, id, path };
const check: z.ZodType<Check> = z.lazy(() =>
  z.discriminatedUnion('op', [
    z.strictObject({ op: z.literal('lit'), v: figure }),
    z.strictObject({ op: z.literal('count'), ...ofTable }),
    z.strictObject({ op: z.enum(FIGURE_OPS), ...ofTable, field: path }),
    z.strictObject({ op: z.enum(NAMING_OPS), ...ofTable, field: path, name: path }),
    z.strictObject({ op: z.literal('all'), ...ofTable, test: where }),
    z.strictObject({ op: z.enum(['field', 'len']), ...ofRow }),
    z.strictObject({ op: z.enum(['listsum', 'listmean']), ...ofRow, key: path, where: where.exactOptional() }),
    z.strictObject({ op: z.literal('listcount'), ...ofRow, where: where.exactOptional() }),
    z.strictObject({ op: z.literal('agg'), id }),
    z.strictObject({ op: z.enum(['add', 'sub', 'mul', 'div', 'le', 'eq']), args: z.array(check).min(2).max(50) }),
    z.strictObject({ op: z.literal('pct'), num: check, den: check }),
    z.strictObject({ op: z.literal('named'), items: z.array(words).min(1).max(200) }),
    z.strictObject({ op: z.literal('attainable'), n: check, pct: decimal }),
    z.strictObject({
      op: z.enum(['levelcount', 'levelsum']),
      level: id,
      parent: path.exactOptional(),
      id: id.exactOptional(),
      key: path.exactOptional(),
    }),
    z.strictObject({ op: z.literal('lost') }),
    z.strictObject({ op: z.literal('grade'), level: id }),
    z.strictObject({ op: z.literal('answers'), survey: z.int().min(0).max(100), labels: z.array(words).max(50).nullable() }),
  ]),
) as z.ZodType<Check>;

/** What a set of published statements may carry besides; kept for people, not used. */
const beside = z.union([z.string().max(10_000), z.number(), z.boolean(), z.null()]).exactOptional();

const statement = z.strictObject({
  ...{ kind: beside, line: beside, note: beside, recomputed: beside, recomputed_exact: beside, consistent: beside },
  id,
  topic: words.exactOptional(),
  quote: words.exactOptional(),
  published: figure.nullable().exactOptional(),
  value: figure.nullable().exactOptional(),
  unit: z.string().max(40).nullable().exactOptional(),
  measure: words.exactOptional(),
  check: shallow(check).nullable().exactOptional(),
});

const paths = z.array(path).max(20);
const rows = z.strictObject({
  table: id,
  name: path,
  number: path.exactOptional(),
  budget: path.exactOptional(),
  allocated: path.exactOptional(),
  spent: path.exactOptional(),
  remaining: path.exactOptional(),
  rate: path.exactOptional(),
  denominator: z.enum(['budget', 'allocated']).exactOptional(),
  funds: path.exactOptional(),
  score: path.exactOptional(),
  grade: path.exactOptional(),
  units: paths.exactOptional(),
  parts: z
    .array(z.strictObject({ list: path, key: path, total: path }))
    .max(20)
    .exactOptional(),
  same: z
    .array(z.tuple([path, path]))
    .max(20)
    .exactOptional(),
  uneven: paths.exactOptional(),
  periods: paths.exactOptional(),
  mentions: z.strictObject({ table: id, row: path, text: path }).exactOptional(),
});

const dates = z.strictObject({
  signedOn: day.nullable().exactOptional(),
  signedAs: z.string().max(60).exactOptional(),
  commentsEndOn: day.exactOptional(),
  feedbackOn: day.exactOptional(),
  rectificationDueOn: day.exactOptional(),
  grantedOn: day.exactOptional(),
});

const whole = decimal.refine((it) => /^0*[1-9]\d*$/.test(it), { error: both('应为正整数', 'a positive whole number is needed') });
const share = z.strictObject({ n: whole, percents: z.array(decimal).min(1).max(50) });

const band = z.strictObject({
  label: z.string().min(1).max(60),
  from: decimal.nullable().exactOptional(),
  fromInclusive: z.boolean().exactOptional(),
  to: decimal.nullable().exactOptional(),
  toInclusive: z.boolean().exactOptional(),
});

const points = z.strictObject({
  table: id,
  name: path,
  weight: path,
  score: path,
  remark: path.exactOptional(),
  inputs: path.exactOptional(),
  cases: z.strictObject({ list: path, key: path }).exactOptional(),
});

const HALF_OPEN = [
  { from: '90', to: '100', grade: '优' as const },
  { from: '80', to: '90', grade: '良' as const },
  { from: '60', to: '80', grade: '中' as const },
  { from: '0', to: '60', grade: '差' as const },
];

/** What a report says besides its tables and statements, and which columns mean what. */
const further = {
  title: z.string().max(200).exactOptional(),
  district: z.string().min(1).max(60).exactOptional(),
  evaluator: z.string().min(1).max(60).exactOptional(),
  fiscalYear: z
    .preprocess(numberAsText, z.string().regex(/^\d{4}$/, { error: both('应为四位年份', 'a year of four digits is needed') }))
    .exactOptional(),
  statements: z.array(statement).max(5_000).default([]),
  rows: z.array(rows).max(20).default([]),
  dates: dates.default({}),
  shares: z.array(share).max(100).default([]),
  bands: z
    .array(z.strictObject({ name: id, bands: z.array(band).min(1).max(20) }))
    .max(50)
    .default([]),
  points: z.array(points).max(20).default([]),
  listed: z
    .array(z.strictObject({ table: id, name: path, items: z.array(words).min(1).max(500) }))
    .max(50)
    .default([]),
  numberings: z
    .array(z.array(z.string().max(20)).min(2).max(200))
    .max(200)
    .default([]),
  texts: z.array(words).max(5_000).default([]),
};
const tables = z.record(id, z.array(row).max(10_000));

/** One case of `jiheng reconcile`: a report's statements and tables, and which columns mean what. */
export const reconcileSchema = z.strictObject({
  name: caseName,
  document: z.string().max(200).exactOptional(),
  tables,
  grades: z
    .array(z.strictObject({ from: decimal, to: decimal, grade: z.enum(['优', '良', '中', '差']) }))
    .min(1)
    .max(4)
    .default(HALF_OPEN),
  ...further,
});

/** What a printed report says beside the form that was filed: checked with it. */
export const furtherStatements = z.strictObject({ tables: tables.default({}), ...further });
