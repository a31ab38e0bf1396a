import type { Evaluation, EvaluationDocument } from './use-evaluation.js';

/** What a tab of an evaluation is given. */
export interface TabProps {
  readonly evaluation: Evaluation;
  readonly documents: readonly EvaluationDocument[];
}
