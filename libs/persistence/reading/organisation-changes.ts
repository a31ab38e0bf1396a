import { DISTRICT_ONLY } from '#persistence/access/columns.js';
import { equals, uuidEquals } from './list.js';
import type { ListSpec } from './list.js';

/** What changed in the organisation during the year. */
export const ORGANISATION_CHANGE_LIST: ListSpec = {
  action: 'organisation.read',
  select: `o.id, o.district_id as district, o.kind, o.project_id as project, p.name as "projectName", o.unit_id as unit, u.name as "unitName",
    o.successor_id as successor, s.name as "successorName", o.reason, o.asked_by as "askedBy", o.at, o.followed_at as "followedAt",
    (select coalesce(jsonb_agg(jsonb_build_object('from', f.id, 'fromCode', f.code, 'fromName', f.name, 'to', t.id, 'toCode', t.code, 'toName', t.name)
       order by f.code, t.code), '[]') from project_lineage l join project f on f.id = l.from_project_id join project t on t.id = l.to_project_id
     where l.change_id = o.id) as lineage`,
  from: `organisation_change o join budget_unit u on u.id = o.unit_id left join project p on p.id = o.project_id
    left join budget_unit s on s.id = o.successor_id`,
  sees: DISTRICT_ONLY('o.district_id'),
  sorts: { at: { sql: 'o.at', type: 'timestamptz' } },
  id: [{ sql: 'o.id', type: 'uuid' }],
  filters: {
    district: uuidEquals('o.district_id'),
    kind: equals('o.kind'),
    project: (it) => `(o.project_id = ${it}::uuid or exists (select from project_lineage l where l.change_id = o.id
      and ${it}::uuid in (l.from_project_id, l.to_project_id)))`,
    unit: (it) => `${it}::uuid in (o.unit_id, o.successor_id)`,
  },
};
