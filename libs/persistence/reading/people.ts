import { NOBODY, PEOPLE } from '#persistence/access/columns.js';
import { contains, equals } from './list.js';
import type { ListSpec } from './list.js';

/** The roles of a person as a JSON array, each with the name of its place. */
export const grantsOf = (person: string): string => `coalesce((
  select jsonb_agg(jsonb_build_object('id', g.id, 'role', g.role, 'district', g.district_id, 'unit', g.unit_id,
    'sectorOffice', g.sector_office_id, 'agency', g.agency_id, 'place', coalesce(gu.name, gs.name, ga.name, gd.name)) order by g.role, g.id)
  from role_grant g
  left join budget_unit gu on gu.id = g.unit_id
  left join sector_office gs on gs.id = g.sector_office_id
  left join agency ga on ga.id = g.agency_id
  left join district gd on gd.id = g.district_id
  where g.person_id = ${person}), '[]')`;

export const PERSON_LIST: ListSpec = {
  action: 'people.read',
  select: `p.id, p.email, p.name, p.phone, p.language, p.district_id as district, p.active, p.version, ${grantsOf('p.id')} as grants`,
  from: 'person p',
  sees: PEOPLE('p'),
  sorts: { name: { sql: 'p.name', type: 'text' }, email: { sql: 'p.email', type: 'text' } },
  id: [{ sql: 'p.id', type: 'uuid' }],
  filters: {
    q: contains('p.name', 'p.email'),
    active: equals('p.active', 'boolean'),
    role: (it) => `exists (select from role_grant r where r.person_id = p.id and r.role = ${it}::text)`,
    unit: (it) => `exists (select from role_grant r where r.person_id = p.id and r.unit_id = ${it}::uuid)`,
  },
};

export const DELEGATION_LIST: ListSpec = {
  action: 'delegations.own',
  select: `d.id, d.from_person_id as "from", d.to_person_id as "to", p.name as "toName", d.from_on::text as "fromOn", d.until_on::text as "untilOn"`,
  from: 'delegation d join person p on p.id = d.to_person_id',
  sees: NOBODY,
  sorts: { fromOn: { sql: 'd.from_on', type: 'date' } },
  id: [{ sql: 'd.id', type: 'uuid' }],
  filters: { from: (it) => `d.from_person_id = ${it}::uuid`, delegation: (it) => `d.id = ${it}::uuid` },
};
