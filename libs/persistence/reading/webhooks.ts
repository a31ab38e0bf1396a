import { DISTRICT_ONLY, NOBODY } from '#persistence/access/columns.js';
import { equals, uuidEquals } from './list.js';
import type { ListSpec } from './list.js';

export const WEBHOOK_LIST: ListSpec = {
  action: 'webhooks.write',
  select: `w.id, w.district_id as district, w.name, regexp_replace(w.url, '[?#].*$', '?…') as url, w.format, w.secret is not null as signed, w.kinds,
    w.active, w.created_at as "createdAt", w.version`,
  from: 'webhook w',
  sees: DISTRICT_ONLY('w.district_id'),
  sorts: { createdAt: { sql: 'w.created_at', type: 'timestamptz' } },
  id: [{ sql: 'w.id', type: 'uuid' }],
  filters: { district: uuidEquals('w.district_id'), active: equals('w.active', 'boolean') },
};

/** Of one webhook, which was found visible before. */
export const DELIVERY_LIST: ListSpec = {
  action: 'webhooks.write',
  select: `d.id, d.events, d.status, d.attempts, d.next_attempt_at as "nextAttemptAt", d.response, d.created_at as "createdAt"`,
  from: 'webhook_delivery d',
  sees: NOBODY,
  sorts: { createdAt: { sql: 'd.created_at', type: 'timestamptz' } },
  id: [{ sql: 'd.id', type: 'uuid' }],
  filters: { webhook: uuidEquals('d.webhook_id'), status: equals('d.status') },
};
