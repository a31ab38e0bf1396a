import { isObject } from './same.js';

/** By which fields rows of the forms are known, the surest first: an indicator by all its levels, or by its name alone. */
const KEYS: readonly (readonly string[])[] = [
  ['level1', 'level2', 'level3'],
  ['level3'],
  ['dimension'],
  ['indicator'],
  ['material'],
  ['expert'],
  ['name'],
  ['content'],
];
const NAMING: ReadonlySet<string> = new Set(KEYS.flat());

const inOrder = (fields: readonly (readonly [string, unknown])[]) => [...fields].sort(([a], [b]) => (a < b ? -1 : 1));

type Identity = (row: unknown) => string | null;

const byFields =
  (fields: readonly string[]): Identity =>
  (row) => {
    if (!isObject(row)) return null;
    const values = fields.map((field) => (Object.hasOwn(row, field) ? row[field] : undefined));
    return values.every((it) => typeof it === 'string' || typeof it === 'number') ? JSON.stringify(values) : null;
  };

/** Nothing about it changed. */
const byAll: Identity = (row) => JSON.stringify(isObject(row) ? inOrder(Object.entries(row)) : row) ?? null;

/** A row that was only given another name: all the rest of it is the same, and there is some. */
const byRest: Identity = (row) => {
  if (!isObject(row)) return null;
  const rest = Object.entries(row).filter(([key]) => !NAMING.has(key));
  return rest.length < 2 ? null : JSON.stringify(inOrder(rest));
};

const IDENTITIES: readonly Identity[] = [byAll, ...KEYS.map(byFields), byRest];

/** What people call a row: the name of its indicator, dimension, material … */
export const rowName = (row: unknown): string | null => {
  if (!isObject(row)) return null;
  const named = ['level3', ...NAMING].map((key) => row[key]).find((it) => typeof it === 'string' && it !== '');
  return (named as string | undefined) ?? null;
};

type Pair = readonly [was: number | null, is: number | null];

/**
 * Which row of the older table is which of the newer one, by index; null: there is none. In the order of the newer table, then what was
 * taken away. Rows of one name are matched in their order.
 */
export const pairs = (before: readonly unknown[], after: readonly unknown[]): readonly Pair[] => {
  const matched = new Map<number, number>();
  const left = new Set(before.keys());
  for (const identity of IDENTITIES) {
    const known = new Map<string, number[]>();
    for (const i of left) {
      const key = identity(before[i]);
      if (key !== null) known.set(key, [...(known.get(key) ?? []), i]);
    }
    for (const [i, row] of after.entries()) {
      if (matched.has(i)) continue;
      const key = identity(row);
      const was = key === null ? undefined : known.get(key)?.shift();
      if (was === undefined) continue;
      matched.set(i, was);
      left.delete(was);
    }
  }
  return [...after.keys()].map((i): Pair => [matched.get(i) ?? null, i]).concat([...left].map((i): Pair => [i, null]));
};

/** What the rows on the way to a field are called, by their place. */
export const rowNames = (content: unknown, field: string): Readonly<Record<string, string>> => {
  const names: Record<string, string> = {};
  let [value, path] = [content, ''];
  for (const key of field.split('.')) {
    const inside = Array.isArray(value) || isObject(value) ? (value as Readonly<Record<string, unknown>>) : {};
    const isRow = Array.isArray(value);
    value = Object.hasOwn(inside, key) ? inside[key] : undefined;
    path = path === '' ? key : `${path}.${key}`;
    const name = isRow ? rowName(value) : null;
    if (name !== null) names[path] = name;
  }
  return names;
};
