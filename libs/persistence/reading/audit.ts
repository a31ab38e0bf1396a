import { DISTRICT_ONLY } from '#persistence/access/columns.js';
import { equals, uuidEquals } from './list.js';
import type { ListSpec } from './list.js';

const KEY = `split_part(e.stream, '/', 2)`;
const named = (kind: string, sql: string): string => `when '${kind}' then (${sql} = ${KEY}::uuid)`;

/** A task whose title does not say whose it is gets the unit behind it. */
const OBLIGATION = `(select case when u.name is null or position(u.name in o.title) > 0 then o.title else o.title || '（' || u.name || '）' end
  from obligation o left join budget_unit u on u.id = o.unit_id where o.id = ${KEY}::uuid)`;

/** What the thing is called that a stream tells of; null where its kind says enough. */
const SUBJECT = `case split_part(e.stream, '/', 1)
  when 'obligation' then ${OBLIGATION}
  ${named('document', 'select d.title from document d where d.id')}
  ${named('publication', 'select d.title from document d where d.id')}
  ${named('project', 'select x.name from project x where x.id')}
  ${named('evaluation', 'select x.name from evaluation v join project x on x.id = v.project_id where v.id')}
  ${named('unit', 'select u.name from budget_unit u where u.id')}
  ${named('person', 'select h.name from person h where h.id')}
  ${named('agency', 'select a.name from agency a where a.id')}
  ${named('sector-office', 'select s.name from sector_office s where s.id')}
  ${named('webhook', 'select w.name from webhook w where w.id')} end`;

export const AUDIT_LIST: ListSpec = {
  action: 'audit.read',
  select: `e.stream, ${SUBJECT} as subject, e.sequence, e.at, e.recorded_at as "recordedAt", e.actor_id as actor, p.name as "actorName",
    e.on_behalf_of as "onBehalfOf", e.type, e.detail, e.hash`,
  from: 'audit_entry e left join person p on p.id = e.actor_id',
  sees: DISTRICT_ONLY('e.district_id'),
  sorts: { at: { sql: 'e.at', type: 'timestamptz' } },
  id: [
    { sql: 'e.stream', type: 'text' },
    { sql: 'e.sequence', type: 'integer' },
  ],
  filters: {
    stream: equals('e.stream'),
    of: (it) => `split_part(e.stream, '/', 1) = ${it}::text`,
    type: equals('e.type'),
    actor: uuidEquals('e.actor_id'),
    from: (it) => `e.at >= ${it}::timestamptz`,
    until: (it) => `e.at < ${it}::timestamptz`,
  },
};

/** The trail of one stream, in its order. */
export const STREAM_LIST: ListSpec = {
  ...AUDIT_LIST,
  sorts: { sequence: { sql: 'e.sequence', type: 'integer' } },
  id: [{ sql: 'e.sequence', type: 'integer' }],
};

/** How its messages stand: a letter that waits is tried again; one that was refused for good has failed. */
const MAIL = `m.id, m.person_id as person, h.name as "personName", m.address,
  (select case when bool_or(o.status = 'pending') then 'pending' when bool_or(o.status = 'failed') then 'failed' else 'sent' end
   from outbox o where o.mail_id = m.id) as status, (select max(o.attempts) from outbox o where o.mail_id = m.id) as attempts`;

/** One's own mails. */
export const OWN_MAIL_LIST: ListSpec = {
  action: 'mails.read',
  select: `${MAIL}, m.subject, m.body, m.at, m.response`,
  from: 'mail m join person h on h.id = m.person_id',
  sees: { person: (it) => `m.person_id = ${it}` },
  sorts: { at: { sql: 'm.at', type: 'timestamptz' } },
  id: [{ sql: 'm.id', type: 'uuid' }],
  filters: { status: (it) => `exists (select from outbox o where o.mail_id = m.id and o.status = ${it}::text)` },
};

/** What the system administrator needs to see that mail works: envelopes. Subject and text are business data, except of one's own. */
export const ENVELOPE_LIST: ListSpec = {
  ...OWN_MAIL_LIST,
  select: `${MAIL}, null as subject, null as body, m.at, m.response`,
  sees: { system: true },
};
