import type { GradeBand } from '#domain/policy/policy.js';
import { objectsTo, reconcile } from '#domain/reconciliation/reconcile.js';
import type { Reconciliation } from '#domain/reconciliation/reconcile.js';
import type { Report } from '#domain/reconciliation/report.js';
import type { EvaluationReportContent } from './content.js';
import { statementsIn } from './report-statements.js';
import type { Passage } from './report-statements.js';

/** Parts of a report's text that the form does not hold: what the printed report says besides, in the format of `jiheng reconcile`. */
export type FurtherStatements = Partial<Omit<Report, 'name' | 'grades' | 'document'>>;

const passagesOf = ({ summary, problems, recommendations }: EvaluationReportContent): readonly Passage[] => [
  { path: 'summary', text: summary },
  ...problems.map((text, i) => ({ path: `problems.${String(i)}`, text })),
  ...recommendations.map((text, i) => ({ path: `recommendations.${String(i)}`, text })),
];

const tablesOf = ({ scoreItems, problems, recommendations }: EvaluationReportContent): Report['tables'] => ({
  items: scoreItems.map(({ indicator, fullPoints, points, evidence }, i) => ({
    ...{ id: `scoreItems.${String(i)}`, name: indicator, weight: fullPoints, score: points, evidence },
  })),
  problems: problems.map((text, i) => ({ id: `problems.${String(i)}`, text })),
  recommendations: recommendations.map((text, i) => ({ id: `recommendations.${String(i)}`, text })),
});

/** An evaluation report as something that can be checked against itself; a table of the form is not replaced by one of the same name. */
export const asReport = (
  content: EvaluationReportContent,
  grades: readonly GradeBand[],
  document: string,
  { tables = {}, statements = [], points = [], texts = [], ...more }: FurtherStatements = {},
): Report => {
  const passages = passagesOf(content);
  const total = { id: 'score', topic: '总分', published: content.score, value: content.score, unit: '分' };
  return {
    ...{ rows: [], dates: {}, shares: [], bands: [], listed: [], numberings: [] },
    ...more,
    ...{ document, grades, tables: { ...tables, ...tablesOf(content) } },
    statements: [
      { ...total, check: { op: 'sum', file: 'items', field: 'score' } },
      ...passages.flatMap(statementsIn),
      ...statements.map((it) => ({ ...it, id: `further ${it.id}` })),
    ],
    points: [{ table: 'items', name: 'name', weight: 'weight', score: 'score', remark: 'evidence' }, ...points],
    texts: [...passages.map(({ text }) => text), ...texts],
  };
};

/** Something in a report that contradicts itself, by the field that it stands in. */
export interface Contradiction {
  readonly path: string;
  readonly code: string;
  /** `note`: somebody should look, it may be meant. */
  readonly severity: 'warn' | 'note';
  readonly zh: string;
  readonly en: string;
  readonly quote: string | null;
  readonly source: string;
}

/** `summary 总分 2` stands in `summary`; `texts.3` is the passage of that number. */
const pathOf = (at: string | undefined, passages: readonly Passage[]): string => {
  const text = /^texts\.(\d+)$/.exec(at ?? '');
  return text ? (passages[Number(text[1])]?.path ?? '') : (at ?? '').split(' ')[0]!;
};

/** What a reconciliation objects to, in the terms of the form. Statements that cannot be recomputed are no objection. */
export const contradictionsOf = (content: EvaluationReportContent, { statements, findings }: Reconciliation): readonly Contradiction[] => {
  const passages = passagesOf(content);
  const wrong = statements.filter(({ verdict }) => verdict === 'inconsistent');
  return [
    ...wrong.map(({ id, topic, published, explained: { sentence, rule } }) => ({
      ...{ path: pathOf(id, passages), code: 'STATEMENT_INCONSISTENT', severity: 'warn' as const },
      ...{ zh: `${topic ?? id}：${sentence.zh}`, en: `${topic ?? id}: ${sentence.en}`, quote: published, source: rule.source },
    })),
    ...findings.map(({ code, severity, at, explained: { sentence, rule } }) => ({
      ...{ path: pathOf(at[0], passages), code, severity: severity === 'note' ? ('note' as const) : ('warn' as const) },
      ...{ ...sentence, quote: null, source: rule.source },
    })),
  ];
};

/** 报告核对: the words and tables of a key evaluation's report against each other, before anybody accepts it. */
export const reconcileReport = (
  content: EvaluationReportContent,
  grades: readonly GradeBand[],
  document: string,
  further?: FurtherStatements,
): { readonly reconciliation: Reconciliation; readonly objects: boolean; readonly contradictions: readonly Contradiction[] } => {
  const reconciliation = reconcile(asReport(content, grades, document, further));
  return { reconciliation, objects: objectsTo(reconciliation), contradictions: contradictionsOf(content, reconciliation) };
};
