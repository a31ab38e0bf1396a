import { Problem } from '#contracts/errors/problem.js';
import type { Parameters } from '#persistence/access/visible.js';

/** A column to sort by: never null, and with an SQL type in which its text reads back exactly. */
export interface SortKey {
  readonly sql: string;
  readonly type: 'text' | 'timestamptz' | 'integer' | 'bigint' | 'uuid' | 'date';
}

/** Where a page ended: the sort it was in, and the key of its last row as text. */
export interface Cursor {
  readonly sort: string;
  readonly key: readonly string[];
}

export const encodeCursor = ({ sort, key }: Cursor): string => Buffer.from(JSON.stringify([sort, ...key])).toString('base64url');

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const READS: Readonly<Record<SortKey['type'], (text: string) => boolean>> = {
  text: (it) => it.length <= 400 && !it.includes('\0'),
  timestamptz: (it) =>
    /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:?\d\d)?$/.test(it) &&
    !Number.isNaN(Date.parse(`${it.slice(0, 19).replace(' ', 'T')}Z`)),
  integer: (it) => /^-?\d{1,9}$/.test(it),
  bigint: (it) => /^\d{1,18}$/.test(it),
  uuid: (it) => UUID.test(it),
  date: (it) => /^\d{4}-\d\d-\d\d$/.test(it) && !Number.isNaN(Date.parse(it)),
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
};

/**
 * Reads a cursor that an earlier page gave in the same sort and with the same key columns.
 * @throws Problem BAD_CURSOR for anything else; never lets a foreign text into a query.
 */
export const decodeCursor = (text: string, sort: string, keys: readonly SortKey[]): readonly string[] => {
  const it = parse(text);
  if (!Array.isArray(it) || it.length !== keys.length + 1 || it[0] !== sort) throw new Problem('BAD_CURSOR');
  const key = it.slice(1) as unknown[];
  if (!key.every((value, i) => typeof value === 'string' && READS[keys[i]!.type](value))) throw new Problem('BAD_CURSOR');
  return key as string[];
};

/** `(a, b) > ($1, $2)`, or `<` downwards: the rows after the cursor. `true` without one. */
export const after = (keys: readonly SortKey[], key: readonly string[] | null, down: boolean, parameters: Parameters): string => {
  if (key === null) return 'true';
  const values = keys.map(({ type }, i) => `${parameters.add(key[i])}::${type}`);
  return `(${keys.map(({ sql }) => sql).join(', ')}) ${down ? '<' : '>'} (${values.join(', ')})`;
};

export const orderBy = (keys: readonly SortKey[], down: boolean): string =>
  keys.map(({ sql }) => `${sql}${down ? ' desc' : ''}`).join(', ');

/** The key of a row as a text array, exactly as the cursor gives it back. */
export const keyColumn = (keys: readonly SortKey[]): string => `array[${keys.map(({ sql }) => `(${sql})::text`).join(', ')}] as cursor_key`;

export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** Makes a page of rows that were asked for with one more than `limit`. */
export const pageOf = <T>(rows: readonly (T & { readonly cursor_key: readonly string[] })[], limit: number, sort: string): Page<T> => {
  const items = rows.slice(0, limit).map((row) => {
    const item: Record<string, unknown> = { ...row };
    delete item['cursor_key'];
    return item as T;
  });
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { items, next: last ? encodeCursor({ sort, key: last.cursor_key }) : null };
};
