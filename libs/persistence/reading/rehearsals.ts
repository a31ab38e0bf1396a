import { DISTRICT_ONLY, NOBODY } from '#persistence/access/columns.js';
import { contains, equals, uuidEquals } from './list.js';
import type { ListSpec } from './list.js';

export const REHEARSAL_LIST: ListSpec = {
  action: 'rehearsals.read',
  select: `r.id, r.campaign_id as campaign, c.fiscal_year as "fiscalYear", r.state, p.name as "askedBy", r.from_on::text as "from",
    r.until_on::text as "until", r.reached_on::text as reached, r.started_at as "startedAt", r.ended_at as "endedAt",
    r.state = 'running' and r.cancel_asked_at is not null as cancelling, r.failure`,
  from: 'rehearsal r join campaign c on c.id = r.campaign_id join person p on p.id = r.asked_by',
  sees: DISTRICT_ONLY('r.district_id'),
  sorts: { startedAt: { sql: 'r.started_at', type: 'timestamptz' } },
  id: [{ sql: 'r.id', type: 'uuid' }],
  filters: { campaign: uuidEquals('r.campaign_id'), state: equals('r.state') },
};

/** A rehearsal with what came of it. */
export const REHEARSAL: ListSpec = { ...REHEARSAL_LIST, select: `${REHEARSAL_LIST.select}, r.outcome` };

/** Who may see a rehearsal may see all that happened in it. */
export const HAPPENING_LIST: ListSpec = {
  action: 'rehearsals.read',
  select: 'h.place, h.at, h.type, h.about, h.actor, h.detail, h.times',
  from: 'rehearsal_happening h',
  sees: NOBODY,
  sorts: { place: { sql: 'h.place', type: 'integer' } },
  id: [{ sql: 'h.place', type: 'integer' }],
  filters: { rehearsal: uuidEquals('h.rehearsal_id'), type: equals('h.type'), search: contains('h.about', `coalesce(h.actor, '')`) },
};
