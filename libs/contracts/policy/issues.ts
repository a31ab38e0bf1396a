import { z } from 'zod';
import type { PolicyProblem } from '#domain/policy/problem.js';

const ZH = z.locales.zhCN().localeError;
const EN = z.locales.en().localeError;

const MISSING = { zh: '缺少此项', en: 'this field is missing' };

const sentence = (said: string | { message: string } | null | undefined, fallback: string): string =>
  typeof said === 'string' ? said : (said?.message ?? fallback);

/** How far an alternative is from what was written: every wrong field counts. */
const farness = (issues: readonly z.core.$ZodIssue[]): number =>
  issues.reduce((far, it) => far + (it.code === 'unrecognized_keys' ? it.keys.length : 1), 0);

/** Where one of several shapes is allowed, what is wrong by the nearest of them; a sentence of its own stands. */
const nearest = (issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] => {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0 || issue.message.includes('|')) return [issue];
  const [best] = [...issue.errors].sort((a, b) => farness(a) - farness(b));
  return best!.flatMap((it) => nearest({ ...it, path: [...issue.path, ...it.path] }));
};

/** Zod's findings about a document's shape, as problems in both languages. `undefined` in the input is a missing field. */
export const shapeProblems = (error: z.ZodError, valueAt: (path: readonly PropertyKey[]) => unknown): PolicyProblem[] =>
  error.issues.flatMap(nearest).flatMap((issue): PolicyProblem[] => {
    const at = (path: readonly PropertyKey[], zh: string, en: string): PolicyProblem => ({
      code: 'SHAPE',
      path: path.map(String).join('.'),
      zh,
      en,
    });
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => at([...issue.path, key], `没有名为“${key}”的项`, `there is no field "${key}" here`));
    }
    if (issue.path.length > 0 && valueAt(issue.path) === undefined) return [at(issue.path, MISSING.zh, MISSING.en)];
    const [zh, en] = issue.message.split('|');
    if (zh !== undefined && en !== undefined && /\p{Script=Han}/u.test(zh)) return [at(issue.path, zh, en)];
    const raw = { ...issue, input: valueAt(issue.path) } as z.core.$ZodRawIssue;
    return [at(issue.path, sentence(ZH(raw), issue.message), sentence(EN(raw), issue.message))];
  });
