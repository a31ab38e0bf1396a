import { z } from 'zod';
import type { FieldError } from './problem.js';

type Issue = z.core.$ZodIssue;
type Raw = Parameters<z.core.$ZodErrorMap>[0];

const chinese = z.locales.zhCN().localeError;
const english = z.locales.en().localeError;

const said = (map: z.core.$ZodErrorMap, issue: Issue): string => {
  const text = map(issue as unknown as Raw);
  return typeof text === 'string' ? text : (text?.message ?? issue.message);
};

/** Forms give their own sentences as `中文 (English)`; every other issue is put into words by zod's own tables. */
const own = /^(.*\S) \((.*)\)$/s;

const pathOf = (prefix: readonly (string | number)[], issue: Issue): string => [...prefix, ...issue.path].map(String).join('.');

/**
 * Reads `value` by a schema; a failure comes back as one entry a wrong field, its path beginning with `prefix`. At most 100 are named.
 */
export const readBy = <T extends z.ZodType>(
  schema: T,
  value: unknown,
  prefix: readonly (string | number)[] = [],
): { readonly value: z.output<T> } | { readonly errors: readonly FieldError[] } => {
  const read = schema.safeParse(value, { reportInput: true, error: english });
  if (read.success) return { value: read.data };
  const errors = read.error.issues.slice(0, 100).map((issue) => {
    const en = said(english, issue);
    const path = pathOf(prefix, issue);
    const inOwnWords = issue.code === 'custom' || issue.message !== en ? own.exec(issue.message) : null;
    if (inOwnWords) return { path, code: issue.code, zh: inOwnWords[1]!, en: inOwnWords[2]! };
    return { path, code: issue.code, zh: said(chinese, issue), en };
  });
  return { errors };
};
