import type { Sentence } from '#domain/explanation/explained.js';
import { lintWording } from '#domain/rubric/lint/lint-wording.js';
import type { Severity } from '#domain/rubric/lint/finding.js';
import { lintPolicy } from './lint.js';
import type { Policy } from './policy.js';

/** What is wrong with a policy: an error makes it unusable, a note is worth a look. */
export interface PolicyFinding extends Sentence {
  readonly code: string;
  readonly severity: Severity;
  readonly path: string;
}

/** Everything that `lintPolicy` refuses, and beside it what stands in the document and does not hinder its use. */
export const reportPolicy = (policy: Policy): readonly PolicyFinding[] => [
  ...lintPolicy(policy).map(({ code, path, zh, en }) => ({ code, severity: 'error' as const, path, zh, en })),
  ...lintWording(policy),
];
