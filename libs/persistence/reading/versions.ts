import type { DataSource } from 'typeorm';
import type { CourseEvent } from '#domain/difference/course.js';
import { NOBODY } from '#persistence/access/columns.js';
import { uuidEquals } from './list.js';
import type { ListSpec } from './list.js';
import { readRows } from './rows.js';

/** All of these are read after their document was found visible. */
const OF_DOCUMENT = { action: 'documents.read', sees: NOBODY } as const;

export const VERSION_LIST: ListSpec = {
  ...OF_DOCUMENT,
  select: 'c.version, c.saved_at as "savedAt", c.saved_by as "savedBy", p.name as "savedByName"',
  from: 'document_content c left join person p on p.id = c.saved_by',
  sorts: { version: { sql: 'c.version', type: 'integer' } },
  id: [{ sql: 'c.version', type: 'integer' }],
  filters: { document: uuidEquals('c.document_id') },
};

const STREAM = `e.stream = 'obligation/' || d.obligation_id`;

/** Transitions that change documents; the opening names them in another shape, and changes none. */
const CHANGED = `jsonb_to_recordset(case when e.type in ('submit', 'withdraw', 'review', 'limit', 'cancel')
  then e.detail -> 'documents' else '[]' end) as x (id uuid, "to" text, round integer)`;

export const COMMENT_LIST: ListSpec = {
  ...OF_DOCUMENT,
  select: `e.sequence, r.number::integer as number, e.at, e.actor_id as by, p.name as "byName", e.detail ->> 'verdict' as verdict, x.round,
    r.reason ->> 'field' as field, r.reason ->> 'text' as text,
    d.round = x.round and d.status in ('open', 'returned', 'in-review') as open`,
  from: `document d join audit_entry e on ${STREAM} and e.type = 'review' left join person p on p.id = e.actor_id
    cross join lateral ${CHANGED}
    cross join lateral jsonb_array_elements(e.detail -> 'reasons') with ordinality as r (reason, number)`,
  where: `x.id = d.id and coalesce((r.reason ->> 'document')::uuid, d.id) = d.id`,
  sorts: { sequence: { sql: 'e.sequence', type: 'integer' } },
  id: [
    { sql: 'e.sequence', type: 'integer' },
    { sql: 'r.number::integer', type: 'integer' },
  ],
  filters: {
    document: uuidEquals('d.id'),
    open: (it) => `(d.round = x.round and d.status in ('open', 'returned', 'in-review')) = ${it}::boolean`,
  },
};

/** What happened to a document, in order. A submission that named no version filed the newest that was saved by then. */
export const readCourse = (source: DataSource, document: string): Promise<CourseEvent[]> =>
  readRows(
    source,
    `select e.sequence, e.at, e.type, e.actor_id as actor, p.name as "actorName", e.on_behalf_of as "onBehalfOf", x.to, x.round,
       case when e.type = 'submit' then coalesce((e.detail -> 'versions' ->> d.id::text)::integer,
         (select max(c.version) from document_content c where c.document_id = d.id and c.saved_at <= e.at)) end as version
     from document d join audit_entry e on ${STREAM} left join person p on p.id = e.actor_id cross join lateral ${CHANGED}
     where d.id = $1 and x.id = d.id order by e.sequence`,
    [document],
  );

export interface VersionRow {
  readonly document: string;
  readonly version: number;
  readonly savedAt: string;
  readonly savedBy: string | null;
  readonly content: unknown;
}

/** Some versions of a document with their content. */
export const readVersions = (source: DataSource, document: string, versions: readonly number[]): Promise<VersionRow[]> =>
  readRows(
    source,
    `select document_id as document, version, saved_at as "savedAt", saved_by as "savedBy", content
     from document_content where document_id = $1 and version = any ($2::integer[]) order by version`,
    [document, versions],
  );

/** What of the same project and kind was approved last before this document was opened: what an adjustment adjusts. */
export const readApprovedBefore = async (source: DataSource, document: string): Promise<{ id: string; version: number } | null> => {
  const rows = await readRows<{ id: string; version: number }>(
    source,
    `select b.id, b.filed_version as version from document d
     join document b on b.project_id = d.project_id and b.campaign_id = d.campaign_id and b.kind = d.kind and b.id <> d.id
       and b.subject_id is not distinct from d.subject_id
     join obligation o on o.id = d.obligation_id
     where d.id = $1 and b.status = 'approved' and b.filed_version is not null and b.changed_at <= o.opened_at order by b.changed_at desc limit 1`,
    [document],
  );
  return rows[0] ?? null;
};
