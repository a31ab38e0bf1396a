import type { EvaluationReportContent } from '#domain/key-evaluation/content.js';
import { reconcileReport } from '#domain/key-evaluation/report-reconciliation.js';
import type { KeyEvaluationPolicy } from '#domain/policy/key-evaluation-policy.js';
import type { GradeBand } from '#domain/policy/policy.js';
import type { Answer } from './not-accepted.js';

interface Practice {
  readonly policy: KeyEvaluationPolicy;
  readonly grades: readonly GradeBand[];
}

/**
 * 报告核对: what the report's words and tables say against each other, beside what the other rules have answered. It is remarked, or refuses the
 * report where the policy says so; what may be meant (a note) refuses nothing.
 */
export const reconciled = (
  document: string,
  report: EvaluationReportContent,
  { policy: { reconciliation: mode = 'warn' }, grades }: Practice,
  answer: Answer | null,
): Answer | null => {
  if (mode === 'off' || (answer && answer.code !== 'NOT_ACCEPTED')) return answer;
  const { contradictions } = reconcileReport(report, grades, '评价报告');
  const blocking = contradictions.filter(({ severity }) => mode === 'block' && severity === 'warn');
  const remarks = contradictions.filter((it) => !blocking.includes(it));
  if (contradictions.length === 0) return answer;
  const errors = [...(answer?.errors ?? []), ...blocking.map(({ severity: _, ...error }) => error)];
  return {
    document,
    ...(errors.length > 0 ? { code: 'NOT_ACCEPTED' as const, errors } : {}),
    ...(remarks.length > 0 ? { remarks } : {}),
  };
};
