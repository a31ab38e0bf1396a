import { AGENCIES, OF_DISTRICT, UNITS } from '#persistence/access/columns.js';
import { contains, equals, uuidEquals } from './list.js';
import type { ListSpec } from './list.js';
import type { SortKey } from './keyset.js';

const id = (alias: string): SortKey => ({ sql: `${alias}.id`, type: 'uuid' });
const text = (sql: string): SortKey => ({ sql, type: 'text' });

export const DISTRICT_LIST: ListSpec = {
  action: 'places.read',
  select: 'd.id, d.code, d.name, d.origin',
  from: 'district d',
  sees: OF_DISTRICT('d.id'),
  sorts: { code: text('d.code') },
  id: [id('d')],
  filters: { q: contains('d.name', 'd.code') },
};

export const SECTOR_OFFICE_LIST: ListSpec = {
  action: 'places.read',
  select: 's.id, s.district_id as district, s.name, s.aliases',
  from: 'sector_office s',
  sees: OF_DISTRICT('s.district_id'),
  sorts: { name: text('s.name') },
  id: [id('s')],
  filters: { q: contains('s.name'), district: uuidEquals('s.district_id') },
};

export const AGENCY_LIST: ListSpec = {
  action: 'places.read',
  select: 'a.id, a.district_id as district, a.name',
  from: 'agency a',
  sees: AGENCIES('a'),
  sorts: { name: text('a.name') },
  id: [id('a')],
  filters: { q: contains('a.name'), district: uuidEquals('a.district_id') },
};

export const UNIT_LIST: ListSpec = {
  action: 'places.read',
  select: `u.id, u.district_id as district, u.parent_id as parent, u.department_id as department, d.name as "departmentName",
    u.sector_office_id as "sectorOffice", u.code, u.name, u.aliases, u.category, u.classified, u.dissolved_on::text as "dissolvedOn", u.version`,
  from: 'budget_unit u join budget_unit d on d.id = u.department_id',
  sees: UNITS('u'),
  sorts: { code: text('u.code'), name: text('u.name') },
  id: [id('u')],
  filters: {
    q: contains('u.name', 'u.code', `array_to_string(u.aliases, ' ')`),
    district: uuidEquals('u.district_id'),
    department: uuidEquals('u.department_id'),
    sectorOffice: uuidEquals('u.sector_office_id'),
    departmentsOnly: equals('(u.parent_id is null)', 'boolean'),
    dissolved: equals('(u.dissolved_on is not null)', 'boolean'),
  },
};
