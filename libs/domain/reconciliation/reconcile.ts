import { groupBy } from '#domain/group-by.js';
import type { Context } from './evaluation.js';
import { findingsOfDates } from './dates.js';
import { unevenNames } from './evenness.js';
import type { Finding } from './finding.js';
import { findingsOfPoints } from './points.js';
import type { Report } from './report.js';
import { findingsOfRows } from './rows.js';
import { findingsOfBands, findingsOfMeasures, findingsOfRemarks, findingsOfShares } from './shares.js';
import { reconcileStatement } from './statement.js';
import type { StatementAnswer, StatementVerdict } from './statement.js';
import { findingsOfWording } from './wording.js';

/** A report as it was checked: each statement against the tables, then what no statement says. */
export interface Reconciliation {
  readonly name: string | null;
  readonly statements: readonly StatementAnswer[];
  readonly findings: readonly Finding[];
  /** How many statements have which verdict. */
  readonly counts: Readonly<Record<StatementVerdict, number>>;
}

const counted = (answers: readonly StatementAnswer[]): Record<StatementVerdict, number> => {
  const of = (verdict: StatementVerdict): number => answers.filter((it) => it.verdict === verdict).length;
  return {
    consistent: of('consistent'),
    inconsistent: of('inconsistent'),
    'not-recomputable': of('not-recomputable'),
    computed: of('computed'),
  };
};

/** The same said of several places is one finding. */
const merged = (findings: readonly Finding[]): readonly Finding[] =>
  [...groupBy(findings, ({ code, explained }) => `${code} ${explained.sentence.zh}`).values()].map((same) => ({
    ...same[0]!,
    at: [...new Set(same.flatMap(({ at }) => at))],
  }));

/** 核对: a report's statements and tables against each other before it is signed. Pure; the same report answers the same. */
export const reconcile = (report: Report): Reconciliation => {
  const stated = report.statements.map(({ id, value, quote }) => ({ id, value: value ?? null, quote }));
  const context: Context = {
    tables: report.tables,
    statements: new Map(stated.map((it) => [it.id, it])),
    bands: report.grades,
    document: report.document ?? report.title,
  };
  const statements = report.statements.map((it) => reconcileStatement(it, context));
  const findings = [
    ...report.rows.flatMap((columns) => findingsOfRows(report, columns)),
    ...findingsOfDates(report),
    ...findingsOfShares(report),
    ...findingsOfBands(report),
    ...findingsOfMeasures(report),
    ...findingsOfPoints(report),
    ...unevenNames(report),
    ...findingsOfWording(report),
    ...findingsOfRemarks(statements),
  ];
  return { name: report.name ?? null, statements, findings: merged(findings), counts: counted(statements) };
};

/** Must somebody correct the report before it is signed? Notes are for a person to look at. */
export const objectsTo = ({ statements, findings }: Reconciliation): boolean =>
  statements.some(({ verdict }) => verdict === 'inconsistent') || findings.some(({ severity }) => severity !== 'note');
