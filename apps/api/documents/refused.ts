import { isProblemCode, sentences } from '#contracts/errors/problem.js';
import type { FieldError, ProblemCode, ProblemDetails, Remark } from '#contracts/errors/problem.js';
import type { DocumentAnswer, DocumentStatus } from '#domain/obligation/state.js';

/** The answer to one document of a bulk request. */
export interface DocumentResult {
  readonly document: string;
  readonly outcome: 'done' | 'refused';
  readonly status: DocumentStatus | null;
  readonly round: number;
  readonly refusal?: {
    readonly code: string;
    readonly zh: string;
    readonly en: string;
    readonly details: ProblemDetails;
    readonly errors?: readonly FieldError[];
  };
  /** What automatic checks say besides; it refuses nothing. */
  readonly remarks?: readonly Remark[];
}

interface Standing {
  readonly status: DocumentStatus | null;
  readonly round: number;
}

/** A document that is refused, in words. Without a standing it is as if it did not exist. */
export const refused = (
  document: string,
  standing: Standing | undefined,
  code: ProblemCode,
  details: ProblemDetails = {},
  errors: readonly FieldError[] = [],
): DocumentResult => ({
  document,
  outcome: 'refused',
  status: standing?.status ?? null,
  round: standing?.round ?? 0,
  refusal: { code, ...sentences(code, details), details, ...(errors.length > 0 ? { errors } : {}) },
});

/** The obligation's own answer, with its refusal in words. */
export const resultOf = ({ document, outcome, status, round, refusal }: DocumentAnswer): DocumentResult => {
  if (!refusal) return { document, outcome, status, round };
  const code = isProblemCode(refusal.code) ? refusal.code : 'INTERNAL';
  return refused(document, { status, round }, code, refusal.details);
};
