import { parseDocument } from 'yaml';
import { shapeProblems } from '#contracts/policy/issues.js';
import { casesOf, ladderCase } from './case.schema.js';
import type { LadderCase } from './case.schema.js';

/** Everything that is wrong with a file, one sentence each, naming the field. */
export class LadderFileError extends Error {
  override readonly name = 'LadderFileError';
}

const valueIn =
  (value: unknown) =>
  (path: readonly PropertyKey[]): unknown =>
    path.reduce<unknown>((it, key) => (it as Record<PropertyKey, unknown> | null | undefined)?.[key], value);

/** The cases of a YAML or JSON text. @throws LadderFileError naming every field that is wrong */
export function readCases(text: string): readonly LadderCase[] {
  const document = parseDocument(text);
  if (document.errors.length > 0) throw new LadderFileError(document.errors.map(({ message }) => message).join('\n'));
  const content: unknown = document.toJS({ maxAliasCount: 50 });
  const single = !Array.isArray(content) && !Array.isArray((content as { cases?: unknown } | null)?.cases);
  const { path, cases } = casesOf(content);
  if (cases.length === 0) throw new LadderFileError('the file holds no case');
  const problems: string[] = [];
  const read = cases.flatMap((it, i) => {
    const parsed = ladderCase.safeParse(it);
    if (parsed.success) return [parsed.data];
    const before = single ? [] : [...path, String(i)];
    problems.push(
      ...shapeProblems(parsed.error, valueIn(it)).map(
        (one) => `${[...before, one.path].filter(Boolean).join('.') || 'file'}: ${one.en}（${one.zh}）`,
      ),
    );
    return [];
  });
  if (problems.length > 0) throw new LadderFileError(problems.join('\n'));
  return read;
}
