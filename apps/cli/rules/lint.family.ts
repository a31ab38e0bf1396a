import type { z } from 'zod';
import { lintSchema } from '#contracts/rules/lint.schema.js';
import { reportPolicy } from '#domain/policy/lint-report.js';
import type { PolicyFinding } from '#domain/policy/lint-report.js';
import { compareRubrics } from '#domain/rubric/lint/compare-rubrics.js';
import { lintRubric } from '#domain/rubric/lint/lint-rubric.js';
import { checkPlan } from '#domain/policy/plan-check.js';
import type { Policy } from '#domain/policy/policy.js';
import type { Rubric } from '#domain/rubric/rubric.js';
import { calendarFor } from '#platform/calendar-source/calendar-source.js';
import { family } from './family.js';

interface Linted {
  readonly document: string;
  readonly findings: readonly PolicyFinding[];
}

interface LintResult {
  readonly documents: readonly Linted[];
  /** Two rubrics of one table that differ. */
  readonly together: readonly PolicyFinding[];
}

const linted = (rubric: Rubric): Linted => ({ document: `${rubric.id}@${rubric.version}`, findings: lintRubric(rubric) });

/** The plan on its calendars, once the policy can be used: days that clash are a warning, published ones included. */
const clashes = (policy: Policy): PolicyFinding[] => {
  const years = policy.calendar.map((it) => it.slice(3, 7)).sort();
  const calendar = calendarFor(policy.calendar, `${years[0]!}-01-01`, `${years.at(-1)!}-12-31`);
  return checkPlan(policy, calendar).map(({ code, path, zh, en }) => ({ code, severity: 'warn', path, zh, en }));
};

const lintedPolicy = (policy: Policy): Linted => {
  const found = reportPolicy(policy);
  const document = `${policy.district} ${String(policy.fiscalYear)}@${String(policy.version)}`;
  return { document, findings: found.some((it) => it.severity === 'error') ? found : [...found, ...clashes(policy)] };
};

const run = (it: z.output<typeof lintSchema>): LintResult => {
  if ('rubrics' in it) return { documents: it.rubrics.map(linted), together: compareRubrics(it.rubrics) };
  if ('rubric' in it) return { documents: [linted(it.rubric)], together: [] };
  if ('indicators' in it) return { documents: [linted(it)], together: [] };
  return { documents: [lintedPolicy(it)], together: [] };
};

const SIGNS = { error: '✗', warn: '!', note: '·' } as const;
const lines = (findings: readonly PolicyFinding[]): string[] =>
  findings.map(({ severity, code, path, zh }) => `  ${SIGNS[severity]} ${code} ${path}\n      ${zh}`);

const print = ({ documents, together }: LintResult): string =>
  [
    ...documents.flatMap(({ document, findings }) => [
      findings.length === 0 ? `${document}：没有发现问题` : `${document}：${String(findings.length)} 处`,
      ...lines(findings),
    ]),
    ...lines(together),
  ].join('\n');

/** 检查: an error or a warning is to be corrected, a note is not. */
export const lint = family({
  schema: lintSchema,
  run,
  print,
  objects: ({ documents, together }) => [...documents.flatMap((it) => it.findings), ...together].some((it) => it.severity !== 'note'),
});
