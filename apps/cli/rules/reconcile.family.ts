import { reconcileSchema } from '#contracts/rules/reconcile.schema.js';
import type { Finding } from '#domain/reconciliation/finding.js';
import type { Severity } from '#domain/reconciliation/finding-texts.js';
import { objectsTo, reconcile } from '#domain/reconciliation/reconcile.js';
import type { Reconciliation } from '#domain/reconciliation/reconcile.js';
import type { StatementAnswer } from '#domain/reconciliation/statement.js';
import { family } from './family.js';

const SEVERITY: Readonly<Record<Severity, string>> = { error: '错误', warn: '疑点', note: '提示' };
const ORDER: readonly Severity[] = ['error', 'warn', 'note'];

const statementLines = ({ id, topic, explained }: StatementAnswer): string[] => [
  `  ✗ ${id}${topic === null ? '' : ` ${topic}`}`,
  `      ${explained.sentence.zh}`,
  ...explained.steps.slice(-1).map(({ formula, result }) => `      ${formula ?? ''} = ${result}`.slice(0, 160)),
];

const findingLine = ({ severity, at, code, explained }: Finding): string =>
  `  ${SEVERITY[severity]} ${at.slice(0, 4).join('、')}：${explained.sentence.zh}（${code}）`;

const section = (title: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : ['', title, ...lines]);

const print = (it: Reconciliation): string => {
  const { counts, statements, findings } = it;
  const unanswered = statements.filter(({ verdict }) => verdict === 'not-recomputable');
  const computed = statements.filter(({ verdict }) => verdict === 'computed');
  const sorted = ORDER.flatMap((severity) => findings.filter((one) => one.severity === severity));
  const total = `表述 ${String(statements.length)} 条：一致 ${String(counts.consistent)}，不一致 ${String(counts.inconsistent)}，无法复算 ${String(counts['not-recomputable'])}，仅计算 ${String(counts.computed)}`;
  return [
    `${it.name ?? '报告核对'} (reconciliation)`,
    total,
    ...section('不一致', statements.filter(({ verdict }) => verdict === 'inconsistent').flatMap(statementLines)),
    ...section('表内及文字', sorted.map(findingLine)),
    ...section(
      '无法复算',
      unanswered.map(({ id, topic, explained }) => `  – ${id} ${topic ?? ''}：${explained.sentence.zh}`),
    ),
    ...section(
      '计算结果',
      computed.map(({ id, topic, recomputed }) => `  = ${id} ${topic ?? ''}：${recomputed ?? ''}`),
    ),
  ].join('\n');
};

/** `jiheng reconcile`: a report before it is signed. */
export const reconciliation = family({ schema: reconcileSchema, run: reconcile, print, objects: objectsTo });
