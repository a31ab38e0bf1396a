import type { FieldError, ProblemCode, Remark } from '#contracts/errors/problem.js';
import type { EvaluationProblem } from '#domain/key-evaluation/problem.js';

/** Why a document of an evaluation may not be submitted yet, if it may not, and what is remarked of it. */
export interface Answer {
  readonly document: string;
  readonly code?: ProblemCode;
  readonly errors?: readonly FieldError[];
  readonly remarks?: readonly Remark[];
}

/** Null when there is nothing wrong. */
export const notAccepted = (document: string, errors: readonly EvaluationProblem[]): Answer | null =>
  errors.length === 0 ? null : { document, code: 'NOT_ACCEPTED', errors };
