import { OF_DISTRICT } from '#persistence/access/columns.js';
import { contains, equals, uuidEquals } from './list.js';
import type { ListSpec } from './list.js';

export const ENTRY_LIST: ListSpec = {
  action: 'library.read',
  select: `e.id, e.district_id as district, e.sector, e.level1, e.level2, e.level3, e.operator, e.usual_value as "usualValue",
    e.measure_unit as "measureUnit", e.source, e.active, e.version, e.changed_at as "changedAt"`,
  from: 'indicator_entry e',
  sees: OF_DISTRICT('e.district_id'),
  sorts: { name: { sql: 'e.level3', type: 'text' } },
  id: [{ sql: 'e.id', type: 'uuid' }],
  filters: {
    q: contains('e.level3', 'e.level2', 'e.sector', 'e.source'),
    district: uuidEquals('e.district_id'),
    sector: equals('e.sector'),
    level1: equals('e.level1'),
    active: equals('e.active', 'boolean'),
  },
};
