import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { reconcileSchema } from '#contracts/rules/reconcile.schema.js';
import type { Row } from '#domain/reconciliation/check.js';
import { reconcile } from '#domain/reconciliation/reconcile.js';
import type { Reconciliation } from '#domain/reconciliation/reconcile.js';
import { READINGS } from './readings.js';

const FIXTURES = new URL('../../../fixtures/', import.meta.url);

export const REPORTS = ['jiangbei-2021', 'jiangbei-2022', 'huaxi-2021', 'gangcheng-2023', 'beibei-2019'] as const;
export type ReportName = (typeof REPORTS)[number];

type Written = z.input<typeof reconcileSchema>;

interface Published {
  readonly id: string;
  readonly kind?: string;
  readonly quote?: string;
  readonly value?: string;
  readonly check?: unknown;
  readonly consistent?: boolean | 'not-recomputable';
  readonly recomputed?: string | null;
  readonly recomputed_exact?: string | null;
}

export interface Inconsistency {
  readonly id: string;
  readonly district: ReportName;
  readonly refs: readonly string[];
  readonly quotes: readonly { readonly quote: string; readonly line: number }[];
}

const read = <T>(name: string): T => JSON.parse(readFileSync(new URL(name, FIXTURES), 'utf8')) as T;

export const inconsistencies = (): readonly Inconsistency[] => read('inconsistencies.json');
export const aggregates = (report: ReportName): readonly Published[] => read(`${report}/aggregates.json`);
export const derived = (report: ReportName): readonly Published[] => read(`${report}/derived.json`);

const MEASURES: Readonly<Record<string, string>> = {
  ...{ 'jb22-a005': '项目数', 'jb22-a008': '项目数', 'jb22-a006': '项目年初预算', 'jb22-a019': '项目年初预算' },
  ...{ 'hx21-a004': '评价的单位数', 'hx21-a009': '评价的单位数' },
};

/** Everything that the set quotes from the report: passages of the published text. */
const quotesIn = (it: unknown): string[] => {
  if (it === null || typeof it !== 'object') return [];
  const own = 'quote' in it && typeof it.quote === 'string' ? [it.quote] : [];
  return [...own, ...Object.values(it).flatMap(quotesIn)];
};

const COMMON = {
  name: 'name',
  number: 'seq',
  budget: 'budget.wan',
  allocated: 'allocated.wan',
  spent: 'actual.wan',
  remaining: 'remaining.wan',
  rate: 'exec_rate_pct.value',
  funds: 'funds_wan',
  score: 'score',
  grade: 'grade',
  units: ['implementing_units'],
};

type Source = Readonly<Record<'document_title' | 'district' | 'fiscal_year' | 'date_published', string>> & {
  readonly date: string | null;
  readonly annex_list?: readonly { readonly quote: string }[];
};

/** What each report has besides the common columns. */
const OWN: Readonly<Record<ReportName, (source: Source) => Partial<Written>>> = {
  'jiangbei-2021': ({ annex_list }) => ({
    rows: [
      {
        table: 'projects',
        ...COMMON,
        same: [
          ['name', 'annex.title'],
          ['supervising_dept', 'annex.supervising_dept'],
          ['implementing_units', 'annex.implementing_units'],
          ['score', 'annex.score'],
          ['grade', 'annex.grade'],
        ],
        mentions: { table: 'findings', row: 'project_id', text: 'text' },
      },
    ],
    listed: [{ table: 'projects', name: 'name', items: annex_list!.map(({ quote }) => quote) }],
  }),
  'jiangbei-2022': () => ({
    shares: [{ n: '304', percents: ['91.7', '2.2', '2.1', '4'] }],
    bands: [
      {
        name: 'jb22-r06',
        bands: [
          { label: '>90', from: '90', fromInclusive: false },
          { label: '80-90', from: '80', to: '90' },
          { label: '60-80', from: '60', to: '80' },
          { label: '<60', to: '60' },
        ],
      },
    ],
    rows: [{ table: 'projects', ...COMMON }],
  }),
  'huaxi-2021': () => ({
    rows: [
      { table: 'projects', ...COMMON, name: 'name_published', units: [], score: 'third_party_score' },
      { table: 'departments', name: 'name', score: 'overall_score', grade: 'grade', units: ['name'] },
    ],
  }),
  'gangcheng-2023': () => ({
    rows: [
      {
        table: 'projects',
        ...COMMON,
        same: [
          ['name', 'annex2_name'],
          ['implementing_unit_published', 'annex2_unit_published'],
        ],
        uneven: ['section', 'implementing_units'],
      },
    ],
  }),
  'beibei-2019': () => ({
    rows: [
      {
        table: 'projects',
        ...COMMON,
        parts: [
          { list: 'expenses', key: 'value', total: 'actual.value' },
          { list: 'expenses_by_budget', key: 'value', total: 'actual.value' },
        ],
        periods: ['expenses_of_自贸区运行费用'],
      },
    ],
    bands: [
      {
        name: 'bb19-i44 满意度',
        bands: [
          { label: '零分', to: '60', toInclusive: true },
          { label: '满意度×分值', from: '60', fromInclusive: false, to: '100' },
        ],
      },
    ],
    points: [
      {
        table: 'items',
        name: 'text',
        weight: 'weight',
        score: 'published_score',
        remark: 'remark_published',
        inputs: 'inputs',
        cases: { list: 'formula.cases', key: 'points' },
      },
    ],
  }),
};

const DATES: Readonly<Record<ReportName, Written['dates']>> = {
  'jiangbei-2021': {},
  'jiangbei-2022': {},
  'huaxi-2021': {},
  'gangcheng-2023': { feedbackOn: '2023-10-15', rectificationDueOn: '2023-10-15' },
  'beibei-2019': { commentsEndOn: '2020-07-23', grantedOn: '2019-07-25' },
};

/** Chapter numbers at the beginning of the passages that are quoted for their numbers, in the order of the text. */
const chapters = (report: ReportName): string[] =>
  inconsistencies()
    .filter((it) => it.district === report)
    .flatMap(({ quotes }) => quotes)
    .sort((a, b) => a.line - b.line)
    .flatMap(({ quote }) => /^(?:\d{1,2}|[一二三四五六七八九十]{1,3})、/u.exec(quote) ?? []);

type Deduction = Readonly<Record<'per_case', string>> & { readonly type: string; readonly zero_at_cases: number | null };
type Item = Readonly<Record<'id' | 'text' | 'published_score', string>> & {
  readonly formula: Deduction;
  readonly inputs: { readonly cases: number };
};

/** Points of a table that are lost case by case: the score follows from the rule and the number of cases, so it is a statement, too. */
export const deductions = (): readonly Published[] =>
  read<{ items: readonly Item[] }>('beibei-2019/scoring.json')
    .items.filter(({ formula }) => formula.type === 'deduct-per-case')
    .map(({ id, text, published_score, formula, inputs }) => {
      const left = {
        op: 'mul',
        args: [
          { op: 'lit', v: formula.per_case },
          { op: 'lit', v: String(inputs.cases) },
        ],
      };
      const none = formula.zero_at_cases !== null && inputs.cases >= formula.zero_at_cases;
      const weight = { op: 'field', file: 'items', id, path: 'weight' };
      return {
        id: `${id}:score`,
        topic: text,
        value: published_score,
        check: none ? { op: 'lit', v: '0' } : { op: 'sub', args: [weight, left] },
      };
    });

const statementOf = ({ id, ...rest }: Published): unknown => ({
  id,
  ...rest,
  ...(rest.check === undefined && READINGS[id] ? { check: READINGS[id] } : {}),
  ...(MEASURES[id] ? { measure: MEASURES[id] } : {}),
});

const rowsOf = (it: unknown): Row[] => it as Row[];

/** A published report as a file of `jiheng reconcile`, with the given statements. */
export const caseOf = (report: ReportName, statements: readonly Published[]): unknown => {
  const source = read<Source>(`${report}/source.json`);
  const files = ['projects', 'departments', 'findings', 'timeline', 'rules'] as const;
  const tables = Object.fromEntries(files.map((name) => [name, rowsOf(read(`${report}/${name}.json`))]));
  const scoring = report === 'beibei-2019' ? read<Record<string, unknown>>(`${report}/scoring.json`) : null;
  const levels = scoring
    ? {
        level1: scoring['level1'],
        level2: scoring['level2'],
        level3: scoring['level3'],
        items: scoring['items'],
        scoring: scoring['items'],
      }
    : {};
  const found = inconsistencies().filter((it) => it.district === report);
  const texts = [...new Set([...quotesIn([source, tables, scoring, aggregates(report)]), ...quotesIn(found)])];
  const markers = chapters(report);
  return {
    name: report,
    title: source.document_title,
    district: source.district,
    evaluator: '财政局',
    fiscalYear: source.fiscal_year,
    dates: { signedOn: source.date, ...(source.date_published ? { signedAs: source.date_published } : {}), ...DATES[report] },
    tables: { ...tables, ...levels },
    statements: statements.map(statementOf),
    numberings: markers.length > 1 ? [markers] : [],
    texts,
    ...OWN[report](source),
  };
};

/** The statements of a report's text, and of its rules where they can be written as such. */
export const statementsOf = (report: ReportName): readonly Published[] => [
  ...aggregates(report),
  ...(report === 'beibei-2019' ? deductions() : []),
];

export const reconciled = (report: ReportName, statements = statementsOf(report)): Reconciliation =>
  reconcile(reconcileSchema.parse(caseOf(report, statements)));
