import { NOBODY } from '#persistence/access/columns.js';
import { equals, uuidEquals } from './list.js';
import type { ListSpec } from './list.js';

/** Nothing of a unit that is classified now, by itself or by its department, is listed, counted or named (涉密). */
export const OPEN_UNITS = 'not u.classified and not top.classified';
const PLACED = { district: 'u.district_id', unit: 'u.id', department: 'u.department_id', sectorOffice: 'u.sector_office_id' };

const PUBLICATION = `p.id, p.district_id as district, p.fiscal_year as "fiscalYear", p.unit_id as unit, u.name as "unitName", p.title, p.content,
  p.hash, p.published_at as "publishedAt", p.version, p.reason`;
export const PUBLISHED = 'publication p join budget_unit u on u.id = p.unit_id join budget_unit top on top.id = u.department_id';
export const NEWEST = 'not exists (select from publication later where later.document_id = p.document_id and later.version > p.version)';

/** What the public reads: the newest version of each. A unit that has been classified since is left out at once, whatever was published before. */
export const PUBLICATION_LIST: ListSpec = {
  action: 'results.read',
  select: PUBLICATION,
  from: PUBLISHED,
  where: `${OPEN_UNITS} and ${NEWEST}`,
  sees: NOBODY,
  sorts: { publishedAt: { sql: 'p.published_at', type: 'timestamptz' } },
  id: [{ sql: 'p.id', type: 'uuid' }],
  filters: { district: uuidEquals('p.district_id'), fiscalYear: equals('p.fiscal_year', 'integer'), unit: uuidEquals('p.unit_id') },
};

/** All versions of one publication, named by any of them. */
export const PUBLICATION_VERSIONS: ListSpec = {
  ...PUBLICATION_LIST,
  where: OPEN_UNITS,
  sorts: { version: { sql: 'p.version', type: 'integer' } },
  filters: { publication: (it) => `p.document_id = (select document_id from publication where id = ${it}::uuid)` },
};

/** A publication as whoever may correct it sees it. */
export const CORRECTABLE: Pick<ListSpec, 'action' | 'select' | 'from' | 'sees' | 'id'> = {
  action: 'publications.correct',
  select: 'p.id, p.document_id as document',
  from: `${PUBLISHED} and ${OPEN_UNITS}`,
  sees: PLACED,
  id: [{ sql: 'p.id', type: 'uuid' }],
};

const DUTIES = `disclosure_duty y join document d on d.id = y.document_id join obligation o on o.id = d.obligation_id
  join budget_unit u on u.id = d.subject_id join budget_unit top on top.id = u.department_id
  left join lateral (select id, published_at from publication where document_id = d.id and version = 1) first on true
  left join lateral (select id, version, hash, published_at from publication where document_id = d.id order by version desc limit 1) newest on true`;
const LIVE = `${OPEN_UNITS} and d.status <> 'cancelled'`;

export const DUTY_LIST: ListSpec = {
  action: 'disclosure.read',
  select: `d.id as document, d.campaign_id as campaign, y.duty, y.label, y.what, u.id as unit, u.name as "unitName", u.department_id as department,
    top.name as "departmentName", o.due_on::text as "dueOn", d.status, first.published_at as "publishedAt", first.published_at > d.due_at as late,
    newest.id as publication, newest.version, newest.hash`,
  from: DUTIES,
  where: LIVE,
  sees: PLACED,
  sorts: { dueOn: { sql: 'o.due_on', type: 'date' } },
  id: [{ sql: 'd.id', type: 'uuid' }],
  filters: {
    campaign: uuidEquals('d.campaign_id'),
    department: uuidEquals('u.department_id'),
    unit: uuidEquals('u.id'),
    duty: equals('y.duty'),
    published: (it) => `(first.id is not null) = ${it}::boolean`,
  },
};

/** 公开覆盖率: a line a campaign, department and duty. What is classified is in no count, so that no difference of counts tells of it. */
export const COVERAGE_LIST: ListSpec = {
  action: 'disclosure.read',
  select: `c.campaign_id as campaign, c.department_id as department, c.name as "departmentName", c.duty, c.label, c.duties, c.published, c.late,
    round(100.0 * c.published / c.duties, 2)::text as rate`,
  from: `(select d.campaign_id, top.id as department_id, top.code, top.name, top.district_id, top.sector_office_id, y.duty, y.label,
      count(*)::int as duties, count(first.id)::int as published, (count(*) filter (where first.published_at > d.due_at))::int as late
    from ${DUTIES} where ${LIVE} group by d.campaign_id, top.id, y.duty, y.label) c`,
  sees: { district: 'c.district_id', department: 'c.department_id', sectorOffice: 'c.sector_office_id' },
  sorts: { departmentCode: { sql: 'c.code', type: 'text' } },
  id: [
    { sql: 'c.department_id', type: 'uuid' },
    { sql: 'c.campaign_id', type: 'uuid' },
    { sql: 'c.duty', type: 'text' },
  ],
  filters: { campaign: uuidEquals('c.campaign_id'), department: uuidEquals('c.department_id'), duty: equals('c.duty') },
};
