import { isMap, LineCounter, parseDocument } from 'yaml';
import type { Document, Node } from 'yaml';
import { lintPolicy } from '#domain/policy/lint.js';
import type { Policy } from '#domain/policy/policy.js';
import type { PolicyProblem } from '#domain/policy/problem.js';
import { canonicalHash } from '../canonical-hash.js';
import { shapeProblems } from './issues.js';
import { policySchema } from './policy.schema.js';

const MAX_CHARACTERS = 200_000;

/** A policy that can be launched. `hash` (SHA-256, hex) is over the canonical JSON of `policy`: comments and spelling do not change it. */
export interface ParsedPolicy {
  readonly policy: Policy;
  readonly hash: string;
  readonly yaml: string;
}

export const policyHash = (policy: Policy): string => canonicalHash(policy);

const stepsOf = (path: string): (string | number)[] =>
  path === '' ? [] : path.split('.').map((it) => (/^\d+$/.test(it) ? Number(it) : it));

/** The YAML node of a field, or of the nearest one around it that was written. */
const nodeAt = (document: Document, path: string): Node | null => {
  for (let steps = stepsOf(path); ; steps = steps.slice(0, -1)) {
    const parent = steps.length > 0 ? document.getIn(steps.slice(0, -1), true) : undefined;
    const pair = isMap(parent) ? parent.items.find((it) => String(it.key) === String(steps.at(-1))) : undefined;
    const node = (pair?.key ?? document.getIn(steps, true)) as Node | null | undefined;
    if (node?.range) return node;
    if (steps.length === 0) return null;
  }
};

const located = (problem: PolicyProblem, document: Document, lines: LineCounter): PolicyProblem => {
  const start = nodeAt(document, problem.path)?.range?.[0];
  if (start === undefined) return problem;
  const { line, col } = lines.linePos(start);
  return { ...problem, line, column: col };
};

const yamlProblems = (document: Document, lines: LineCounter): PolicyProblem[] =>
  [...document.errors, ...document.warnings].map((it) => {
    const { line, col } = lines.linePos(it.pos[0]);
    const said = it.message.split('\n')[0]!;
    return { code: 'YAML', path: '', line, column: col, zh: `YAML 写法有误：${said}`, en: `the YAML cannot be read: ${said}` };
  });

const valueIn =
  (value: unknown) =>
  (path: readonly PropertyKey[]): unknown =>
    path.reduce<unknown>(
      (it, key) => (it !== null && typeof it === 'object' && Object.hasOwn(it, key) ? it[key as keyof typeof it] : undefined),
      value,
    );

/** What was read: the policy as far as its shape holds, and everything that is wrong with it. */
interface ReadPolicy {
  readonly policy: Policy | null;
  readonly problems: PolicyProblem[];
}

const unread = (problems: PolicyProblem[]): ReadPolicy => ({ policy: null, problems });

/**
 * Reads a district's policy: YAML (JSON is YAML, too), shape, then lint; each problem with its field, line and column and a sentence in
 * Chinese and in English. A policy whose shape holds is answered though something is wrong with it: to be shown, never to be kept.
 */
export const readPolicy = (yaml: string): ReadPolicy => {
  if (yaml.length > MAX_CHARACTERS) {
    const [zh, en] = [`文件超过 ${String(MAX_CHARACTERS)} 个字符`, `the document is longer than ${String(MAX_CHARACTERS)} characters`];
    return unread([{ code: 'YAML', path: '', zh, en }]);
  }
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false, logLevel: 'silent' });
  const broken = yamlProblems(document, lines);
  if (broken.length > 0) return unread(broken);
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 50 });
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return unread([{ code: 'YAML', path: '', zh: `YAML 写法有误：${said}`, en: `the YAML cannot be read: ${said}` }]);
  }
  const parsed = policySchema.safeParse(value);
  const problems = parsed.success ? lintPolicy(parsed.data) : shapeProblems(parsed.error, valueIn(value));
  return { policy: parsed.success ? (parsed.data as Policy) : null, problems: problems.map((it) => located(it, document, lines)) };
};

/** The policy, or everything that is wrong with it; never an exception, never half a policy. */
export const parsePolicy = (yaml: string): ParsedPolicy | PolicyProblem[] => {
  const { policy, problems } = readPolicy(yaml);
  return policy === null || problems.length > 0 ? problems : { policy, hash: policyHash(policy), yaml };
};

/** For callers with two branches: did the document have problems? */
export const isRefused = (result: ParsedPolicy | PolicyProblem[]): result is PolicyProblem[] => Array.isArray(result);
