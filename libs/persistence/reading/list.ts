import type { DataSource } from 'typeorm';
import type { Action } from '#contracts/api/actions.js';
import { Parameters, visible } from '#persistence/access/visible.js';
import type { Columns } from '#persistence/access/visible.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { after, decodeCursor, keyColumn, orderBy, pageOf } from './keyset.js';
import type { Page, SortKey } from './keyset.js';
import { readRows } from './rows.js';

/** One list: where it reads, what it shows, and the only sorts and filters that it knows. All of it is our own SQL, none of the caller's. */
export interface ListSpec {
  readonly action: Action;
  readonly select: string;
  readonly from: string;
  /** Condition that always holds. */
  readonly where?: string;
  readonly sees: Columns;
  readonly sorts: Readonly<Record<string, SortKey>>;
  /** What makes a sort unique; the first of them names one row. */
  readonly id: readonly [SortKey, ...SortKey[]];
  readonly filters: Readonly<Record<string, (placeholder: string) => string>>;
}

/** The query of a list, as the route's schema has validated it. */
export interface ListQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly sort: string;
  readonly [filter: string]: unknown;
}

export const equals =
  (sql: string, type = 'text') =>
  (placeholder: string): string =>
    `${sql} = ${placeholder}::${type}`;
export const uuidEquals = (sql: string) => equals(sql, 'uuid');

/** Text that occurs in one of the expressions, in any case. */
export const contains =
  (...expressions: readonly string[]) =>
  (placeholder: string): string =>
    `(${expressions.map((it) => `strpos(lower(${it}), lower(${placeholder}::text)) > 0`).join(' or ')})`;

/** One page of what the viewer sees of a list. One statement, no count: its cost is that of the page. */
export const readList = async <T>(source: DataSource, spec: ListSpec, viewer: Viewer | null, query: ListQuery): Promise<Page<T>> => {
  const parameters = new Parameters();
  const down = query.sort.startsWith('-');
  const sort = spec.sorts[query.sort.replace(/^-/, '')]!;
  const keys = [sort, ...spec.id.filter(({ sql }) => sql !== sort.sql)];
  const key = query.cursor === undefined ? null : decodeCursor(query.cursor, query.sort, keys);
  const filters = Object.entries(query).flatMap(([name, value]) => {
    const filter = spec.filters[name];
    return filter === undefined || value === undefined ? [] : [filter(parameters.add(value))];
  });
  const seen = viewer === null ? 'true' : visible(viewer, spec.action, spec.sees, parameters);
  const where = [spec.where ?? 'true', seen, ...filters, after(keys, key, down, parameters)].join(' and ');
  const rows = await readRows<T & { cursor_key: string[] }>(
    source,
    `select ${spec.select}, ${keyColumn(keys)} from ${spec.from} where ${where}
     order by ${orderBy(keys, down)} limit ${String(query.limit + 1)}`,
    parameters.values,
  );
  return pageOf<T>(rows, query.limit, query.sort);
};

/** One row by its id, if the viewer sees it. */
export const readOne = async <T>(
  source: DataSource,
  spec: Pick<ListSpec, 'action' | 'select' | 'from' | 'sees' | 'id'>,
  viewer: Viewer,
  id: string,
): Promise<T | null> => {
  const parameters = new Parameters();
  const is = `${spec.id[0].sql} = ${parameters.add(id)}::uuid`;
  const seen = visible(viewer, spec.action, spec.sees, parameters);
  const rows = await readRows<T>(source, `select ${spec.select} from ${spec.from} where ${is} and ${seen}`, parameters.values);
  return rows[0] ?? null;
};
