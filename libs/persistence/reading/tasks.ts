import type { DataSource } from 'typeorm';
import { actingFor } from '#persistence/access/columns.js';
import { Parameters } from '#persistence/access/visible.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { after, decodeCursor, keyColumn, orderBy, pageOf } from './keyset.js';
import type { Page, SortKey } from './keyset.js';
import { readPrepared } from './rows.js';

/** An open task of the viewer (`for` is the viewer), or of somebody who delegated to the viewer. */
export interface TaskItem {
  readonly document: string;
  readonly obligation: string;
  readonly doing: 'file' | 'review';
  readonly dueAt: string;
  readonly for: string;
}

const keysOf = (alias: string): SortKey[] => [
  { sql: `${alias}.due_at`, type: 'timestamptz' },
  { sql: `${alias}.document_id`, type: 'uuid' },
  { sql: `${alias}.person_id`, type: 'uuid' },
];

/**
 * What waits for the viewer today, oldest due first. Each of the people whose tasks are shown is read through the index (person, due,
 * document), so a page costs the same however long the list is.
 */
export const readTasks = async (
  source: DataSource,
  viewer: Viewer,
  today: string,
  query: {
    readonly limit: number;
    readonly sort: string;
    readonly cursor?: string | undefined;
    readonly doing?: 'file' | 'review' | undefined;
  },
): Promise<Page<TaskItem>> => {
  const parameters = new Parameters();
  const [inner, outer] = [keysOf('i'), keysOf('t')];
  const key = query.cursor === undefined ? null : decodeCursor(query.cursor, query.sort, inner);
  const person = parameters.add(viewer.person);
  const day = `${parameters.add(today)}::date`;
  const doing = query.doing === undefined ? 'true' : `i.doing = ${parameters.add(query.doing)}`;
  // The index ends with the document; the row comparison over it bounds the scan, the one with the person decides.
  const bounded =
    key === null ? 'true' : `(i.due_at, i.document_id) >= (${parameters.add(key[0])}::timestamptz, ${parameters.add(key[1])}::uuid)`;
  const later = after(inner, key, false, parameters);
  const limit = String(query.limit + 1);
  const rows = await readPrepared<TaskItem & { cursor_key: string[] }>(
    source,
    `with t as (
       select i.* from (${actingFor(person, day)}) as people (id)
       cross join lateral (
         select * from task i where i.person_id = people.id and ${doing} and ${bounded} and ${later}
         order by i.due_at, i.document_id limit ${limit}) i
       order by ${orderBy(inner, false)} limit ${limit})
     select t.document_id as document, t.obligation_id as obligation, t.doing, t.due_at as "dueAt", t.person_id as "for", p.name as "forName",
       d.kind, d.title, d.status, d.step, d.round, d.campaign_id as campaign, d.stage_id as stage, d.unit_id as unit, u.name as "unitName",
       d.project_id as project, ${keyColumn(outer)}
     from t join document d on d.id = t.document_id join person p on p.id = t.person_id left join budget_unit u on u.id = d.unit_id
     order by ${orderBy(outer, false)}`,
    parameters.values,
  );
  return pageOf<TaskItem>(rows, query.limit, query.sort);
};
