import { isObject, isSame } from '#domain/difference/same.js';

/** One field in which two policies differ. */
export interface PolicyChange {
  /** From section to field; rows of a list stand by what names them: `['plan', 'target-filing', 'due']`. */
  readonly path: readonly string[];
  readonly kind: 'added' | 'removed' | 'changed';
  /** A scalar, a list of scalars, or, of what was added or removed, the whole of it. */
  readonly before: unknown;
  readonly after: unknown;
}

/** The last step of a path at which rows stand in another order; before and after are their names. */
export const ORDER = '#order';

type Row = Readonly<Record<string, unknown>>;

/** By which field rows are known, the surest first. */
const NAMING = ['stage', 'step', 'id', 'material', 'measure', 'option', 'level3', 'rule', 'grade', 'day', 'when', 'by'] as const;
/** What tells rows of one name apart. */
const BESIDE: Readonly<Partial<Record<(typeof NAMING)[number], readonly string[]>>> = {
  stage: ['round'],
  rule: ['class'],
  level3: ['level1', 'level2'],
};

const isName = (it: unknown): it is string | number => typeof it === 'string' || typeof it === 'number';

const nameOf = (row: Row, index: number): string => {
  const naming = NAMING.find((key) => isName(row[key]));
  if (naming === undefined) return String(index + 1);
  const beside = (BESIDE[naming] ?? []).map((key) => row[key]).filter(isName);
  return [row[naming] as string | number, ...beside].join(' · ');
};

/** Rows by their names, in their order; further ones of one name are counted. */
const named = (rows: readonly Row[]): ReadonlyMap<string, Row> => {
  const all = new Map<string, Row>();
  for (const [index, row] of rows.entries()) {
    const name = nameOf(row, index);
    let count = 1;
    while (all.has(count === 1 ? name : `${name} (${String(count)})`)) count += 1;
    all.set(count === 1 ? name : `${name} (${String(count)})`, row);
  }
  return all;
};

const areRows = (it: unknown): it is readonly Row[] => Array.isArray(it) && it.length > 0 && it.every(isObject);

const whole = (path: readonly string[], before: unknown, after: unknown): PolicyChange => {
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  return { path, kind, before: before ?? null, after: after ?? null };
};

const inRows = (before: readonly Row[], after: readonly Row[], path: readonly string[]): PolicyChange[] => {
  const [was, is] = [named(before), named(after)];
  const [kept, now] = [[...was.keys()].filter((it) => is.has(it)), [...is.keys()].filter((it) => was.has(it))];
  const moved = kept.some((name, index) => now[index] !== name) ? [whole([...path, ORDER], kept, now)] : [];
  const names = [...new Set([...is.keys(), ...was.keys()])];
  return [...moved, ...names.flatMap((name) => inValue(was.get(name), is.get(name), [...path, name]))];
};

const inValue = (before: unknown, after: unknown, path: readonly string[]): PolicyChange[] => {
  if (isObject(before) && isObject(after)) {
    const keys = [...new Set([...Object.keys(after), ...Object.keys(before)])];
    return keys.flatMap((key) => inValue(before[key], after[key], [...path, key]));
  }
  if (areRows(before) && areRows(after)) return inRows(before, after, path);
  const same = Array.isArray(before) && Array.isArray(after) ? JSON.stringify(before) === JSON.stringify(after) : isSame(before, after);
  return same ? [] : [whole(path, before, after)];
};

/**
 * What differs between two policies, field by field in the order of the newer one. A stage, a step, a rule is known by its name and not by its
 * place; where those that stay stand in another order, that is a difference of its own. The number of the version is none.
 */
export const policyDifference = (before: unknown, after: unknown): readonly PolicyChange[] =>
  inValue(before, after, []).filter(({ path }) => path.join('.') !== 'version');
