import { decodeCursor, encodeCursor } from '#persistence/reading/keyset.js';
import type { Page } from '#persistence/reading/keyset.js';
import type { ListQuery } from '#persistence/reading/list.js';

const compare = (a: readonly string[], b: readonly string[]): number => {
  const at = a.findIndex((it, i) => it !== b[i]);
  if (at < 0) return 0;
  return a[at]! < b[at]! ? -1 : 1;
};

/** A keyset page of what was computed and lies in no table; `keyOf` must tell the items apart. */
export const pageFrom = <T, R>(
  items: readonly T[],
  { limit, sort, cursor }: ListQuery,
  keyOf: (item: T) => readonly string[],
  shown: (item: T) => R,
): Page<R> => {
  const keyed = items.map((item) => ({ item, key: keyOf(item) })).sort((a, b) => compare(a.key, b.key));
  const columns = (keyed[0]?.key ?? []).map((_, i) => ({ sql: String(i), type: 'text' as const }));
  const after = cursor === undefined || keyed.length === 0 ? null : decodeCursor(cursor, sort, columns);
  const rest = after === null ? keyed : keyed.filter(({ key }) => compare(key, after) > 0);
  const page = rest.slice(0, limit);
  const last = rest.length > limit ? page.at(-1) : undefined;
  return { items: page.map(({ item }) => shown(item)), next: last ? encodeCursor({ sort, key: last.key }) : null };
};
