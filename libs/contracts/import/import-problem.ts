import type { z } from 'zod';

/** What is wrong with a file to be imported, and where: `projects.3.unit`, or `projects.json.3.funds_wan` for a published table. */
export interface ImportProblem {
  readonly code: 'SHAPE' | 'TWICE' | 'UNKNOWN' | 'UNKNOWN_SOURCE';
  readonly path: string;
  readonly zh: string;
  readonly en: string;
}

export const shapeProblem = (prefix: string, issue: z.core.$ZodIssue): ImportProblem => ({
  code: 'SHAPE',
  path: [...(prefix ? [prefix] : []), ...issue.path.map(String)].join('.'),
  zh: `格式不符：${issue.message}`,
  en: `not as expected: ${issue.message}`,
});

/** More would help nobody. */
export const MAX_PROBLEMS = 200;
