import type { DataSource } from 'typeorm';
import type { ListSpec } from './list.js';

/** Unread ones that are counted at most. */
const MOST = 1_000;

/** What one person was told. `present` is the business instant: what will be told later is not shown yet. */
export const NOTIFICATION_LIST: ListSpec = {
  action: 'notifications.own',
  select: `n.id::text as id, n.kind, n.at, n.obligation_id as obligation, coalesce(o.title, n.detail ->> 'title') as title, o.due_on::text as "dueOn",
    coalesce(n.detail -> 'documents', '[]') as documents, n.detail -> 'letter' as letter, n.read_at as "readAt"`,
  from: 'outbox n left join obligation o on o.id = n.obligation_id',
  sees: { person: (it) => `n.person_id = ${it}` },
  sorts: { at: { sql: 'n.at', type: 'timestamptz' } },
  id: [{ sql: 'n.id', type: 'bigint' }],
  filters: {
    unread: (it) => `(n.read_at is null) = ${it}::boolean`,
    present: (it) => `n.at <= ${it}::timestamptz`,
  },
};

export const countUnread = async (source: DataSource, person: string, now: Date): Promise<{ unread: number; more: boolean }> => {
  const rows: { unread: number }[] = await source.query(
    `select count(*)::int as unread from (select from outbox where person_id = $1 and at <= $2 and read_at is null limit $3) it`,
    [person, now, MOST + 1],
  );
  const { unread } = rows[0]!;
  return { unread: Math.min(unread, MOST), more: unread > MOST };
};

/** Marks one person's messages; another's are not touched, whatever is named. */
export const markRead = (
  source: DataSource,
  person: string,
  now: Date,
  which: { readonly notifications: readonly string[] } | { readonly until: Date },
): Promise<unknown> => {
  const [condition, value] =
    'until' in which ? ['at <= $3', which.until < now ? which.until : now] : ['at <= $2 and id = any ($3::bigint[])', which.notifications];
  return source.query(`update outbox set read_at = $2 where person_id = $1 and read_at is null and ${condition}`, [person, now, value]);
};
