import type { DataSource } from 'typeorm';
import { DOCUMENTS, OBLIGATIONS } from '#persistence/access/columns.js';
import { grantsFor } from '#persistence/access/actions.js';
import { Parameters, visible } from '#persistence/access/visible.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { after, decodeCursor, keyColumn, orderBy, pageOf } from './keyset.js';
import type { Page, SortKey } from './keyset.js';
import { readPrepared } from './rows.js';

/** One debtor's part of one stage with documents that are not submitted: `missing` never were or were withdrawn, `returned` came back. */
export interface Owing {
  readonly obligation: string;
  readonly missing: number;
  readonly returned: number;
}

export interface BoardQuery {
  readonly limit: number;
  readonly sort: string;
  readonly cursor?: string | undefined;
  readonly stage?: string | undefined;
  readonly department?: string | undefined;
  readonly unit?: string | undefined;
}

const keysOf = (alias: string): SortKey[] => [
  { sql: `${alias}.stage_id`, type: 'uuid' },
  { sql: `${alias}.due_at`, type: 'timestamptz' },
  { sql: `${alias}.obligation_id`, type: 'uuid' },
];
const KEY = 'stage_id, due_at, obligation_id';
const OWED = `d.status in ('open', 'returned')`;

/**
 * Over a district or a department: hops from obligation to obligation through the index of documents that are owed (stage, due, obligation),
 * one probe a line of the page, however many documents there are.
 */
const hop = (where: string, start: string, limit: string): string => `
  with recursive hop as (
    (select d.stage_id, d.due_at, d.obligation_id, 1 as nth from document d where ${where} and ${start} order by d.stage_id, d.due_at, d.obligation_id limit 1)
    union all
    select n.stage_id, n.due_at, n.obligation_id, hop.nth + 1 from hop cross join lateral (
      select d.stage_id, d.due_at, d.obligation_id from document d
      where ${where} and (d.stage_id, d.due_at, d.obligation_id) > (hop.stage_id, hop.due_at, hop.obligation_id)
      order by d.stage_id, d.due_at, d.obligation_id limit 1) n
    where hop.nth < ${limit})
  select ${KEY} from hop`;

const seesMoreThanUnits = (viewer: Viewer): boolean => grantsFor(viewer, 'board.read').some(({ role }) => role !== 'unit');

/** Of a unit: its own documents are few enough to be grouped. */
const group = (where: string, start: string, limit: string): string => `
  select ${KEY} from document d where ${where} and ${start} group by ${KEY} order by ${KEY} limit ${limit}`;

/** Lines of the board: those that are named, or all that the filters hold. */
export interface OwingFilter {
  readonly obligations?: readonly string[] | undefined;
  readonly stage?: string | undefined;
  readonly department?: string | undefined;
  readonly unit?: string | undefined;
}

/** Documents of these lines that are not submitted and that the viewer may remind of, earliest due first; at most `most`. */
export const readOwed = (
  source: DataSource,
  viewer: Viewer,
  campaign: string,
  it: OwingFilter,
  most: number,
): Promise<{ id: string }[]> => {
  const parameters = new Parameters();
  const is = (column: string, value: string | undefined): string[] =>
    value === undefined ? [] : [`d.${column} = ${parameters.add(value)}::uuid`];
  const where = [
    OWED,
    ...is('campaign_id', campaign),
    ...(it.obligations === undefined ? [] : [`d.obligation_id = any (${parameters.add(it.obligations)}::uuid[])`]),
    ...is('stage_id', it.stage),
    ...is('department_id', it.department),
    ...is('unit_id', it.unit),
    visible(viewer, 'documents.remind', DOCUMENTS('d'), parameters),
  ].join(' and ');
  return source.query(`select d.id from document d where ${where} order by d.due_at, d.id limit ${String(most)}`, parameters.values);
};

/** Who has not submitted (未报送), by unit and stage. */
export const readBoard = async (source: DataSource, viewer: Viewer, campaign: string, query: BoardQuery): Promise<Page<Owing>> => {
  const parameters = new Parameters();
  const keys = keysOf('d');
  const key = query.cursor === undefined ? null : decodeCursor(query.cursor, query.sort, keys);
  const where = [
    OWED,
    `d.campaign_id = ${parameters.add(campaign)}::uuid`,
    visible(viewer, 'board.read', OBLIGATIONS('d'), parameters),
    ...(query.stage === undefined ? [] : [`d.stage_id = ${parameters.add(query.stage)}::uuid`]),
    ...(query.department === undefined ? [] : [`d.department_id = ${parameters.add(query.department)}::uuid`]),
    ...(query.unit === undefined ? [] : [`d.unit_id = ${parameters.add(query.unit)}::uuid`]),
  ].join(' and ');
  const start = after(keys, key, false, parameters);
  const limit = String(query.limit + 1);
  const ofUnit = query.unit !== undefined || !seesMoreThanUnits(viewer);
  const lines = ofUnit ? group(where, start, limit) : hop(where, start, limit);
  const rows = await readPrepared<Owing & { cursor_key: string[] }>(
    source,
    `with line as materialized (${lines})
     select line.obligation_id as obligation, line.stage_id as stage, s.key as "stageKey", o.title, o.unit_id as unit, u.name as "unitName",
       o.department_id as department, o.agency_id as agency, line.due_at as "dueAt", n.documents, n.missing, n.returned, ${keyColumn(keysOf('line'))}
     from line
     join stage s on s.id = line.stage_id
     join obligation o on o.id = line.obligation_id
     left join budget_unit u on u.id = o.unit_id
     cross join lateral (
       select count(*)::int as documents, count(*) filter (where status = 'open')::int as missing,
         count(*) filter (where status = 'returned')::int as returned
       from document where obligation_id = line.obligation_id) n
     order by ${orderBy(keysOf('line'), false)}`,
    parameters.values,
  );
  return pageOf<Owing>(rows, query.limit, query.sort);
};
