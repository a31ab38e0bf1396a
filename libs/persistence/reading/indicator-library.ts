import type { DataSource } from 'typeorm';
import { OF_DISTRICT } from '#persistence/access/columns.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { Parameters, visible } from '#persistence/access/visible.js';
import { contains, equals, uuidEquals } from './list.js';
import type { ListSpec } from './list.js';
import { readRows } from './rows.js';

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

export interface Sector {
  readonly sector: string;
  /** Entries in use. */
  readonly entries: number;
}

/** 行业 of the libraries that the viewer sees, with how many entries of each are in use. */
export const readSectors = (source: DataSource, viewer: Viewer, district: string | undefined): Promise<Sector[]> => {
  const parameters = new Parameters();
  const seen = visible(viewer, ENTRY_LIST.action, ENTRY_LIST.sees, parameters);
  const of = district === undefined ? 'true' : `e.district_id = ${parameters.add(district)}::uuid`;
  return readRows(
    source,
    `select e.sector, (count(*) filter (where e.active))::int as entries from ${ENTRY_LIST.from} where ${seen} and ${of}
     group by e.sector order by e.sector`,
    parameters.values,
  );
};
