import { parseDocument } from 'yaml';
import { z } from 'zod';
import { shapeProblems } from '#contracts/policy/issues.js';

/** Everything that is wrong with a file of cases, one line each, naming the field. */
export class CaseFileError extends Error {
  override readonly name = 'CaseFileError';
}

/** A single case, a list of them, or `cases:` with a list. */
const casesOf = (content: unknown): { readonly path: readonly string[]; readonly cases: readonly unknown[] } => {
  if (Array.isArray(content)) return { path: [], cases: content };
  const listed = content !== null && typeof content === 'object' && 'cases' in content ? content.cases : undefined;
  return Array.isArray(listed) ? { path: ['cases'], cases: listed } : { path: [], cases: [content] };
};

const valueIn =
  (value: unknown) =>
  (path: readonly PropertyKey[]): unknown =>
    path.reduce<unknown>((it, key) => (it as Record<PropertyKey, unknown> | null | undefined)?.[key], value);

/** A case as it was checked, and as it was written (for an export that can be computed again). */
export interface ReadCase<T> {
  readonly read: T;
  readonly written: unknown;
}

/**
 * The cases of a YAML or JSON text, each checked against the schema.
 * @throws CaseFileError naming every field that is wrong; nothing is answered then
 */
export function readCases<S extends z.ZodType>(text: string, schema: S): readonly ReadCase<z.output<S>>[] {
  const document = parseDocument(text);
  if (document.errors.length > 0) throw new CaseFileError(document.errors.map(({ message }) => message).join('\n'));
  const content: unknown = document.toJS({ maxAliasCount: 50 });
  const { path, cases } = casesOf(content);
  if (cases.length === 0) throw new CaseFileError('the file holds no case');
  const single = cases[0] === content;
  const problems: string[] = [];
  const read = cases.flatMap((written, i): ReadCase<z.output<S>>[] => {
    const parsed = schema.safeParse(written);
    if (parsed.success) return [{ read: parsed.data, written }];
    const before = single ? [] : [...path, String(i)];
    const lines = shapeProblems(parsed.error, valueIn(written)).map(
      (one) => `${[...before, one.path].filter(Boolean).join('.') || 'file'}: ${one.en}（${one.zh}）`,
    );
    problems.push(...lines);
    return [];
  });
  if (problems.length > 0) throw new CaseFileError(problems.join('\n'));
  return read;
}

/** JSON Schema of a file of cases as people write it: one case, a list, or `cases:` with a list. */
export const caseFileSchema = (title: string, schema: z.ZodType, adapt = (node: unknown): unknown => node): unknown => {
  const { $schema, $defs, ...one } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', target: 'draft-2020-12' });
  const self = { $ref: '#/$defs/case' };
  const list = { type: 'array', minItems: 1, items: self };
  const cases = { type: 'object', required: ['cases'], additionalProperties: false, properties: { cases: list } };
  return { $schema, title, $defs: { ...$defs, case: adapt(one) }, anyOf: [self, list, cases] };
};
