import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { nameOf } from '#domain/target-filing/library.js';
import type { EntryFields, LibraryEntry } from '#domain/target-filing/library.js';

const COLUMNS = 'sector, level1, level2, level3, operator, usual_value, measure_unit, source';
const CHANGING = ['sector', 'level1', 'level2', 'level3', 'operator', 'usual_value', 'measure_unit', 'source', 'active'];

const FIELDS = `sector, level1, level2, level3, operator, usual_value as "usualValue", measure_unit as "measureUnit", source`;

export interface PutEntry {
  readonly id: string;
  readonly version: number;
}

const asRow = ({ usualValue, measureUnit, ...same }: EntryFields) => ({
  id: uuid(),
  usual_value: usualValue,
  measure_unit: measureUnit,
  ...same,
});

@Injectable()
export class IndicatorEntryRepository {
  /** The district's other writers wait until this transaction ends. */
  async hold(manager: EntityManager, district: string): Promise<void> {
    await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`indicator-library/${district}`]);
  }

  /** All entries of a district by their names, those out of use too. */
  async byName(manager: EntityManager, district: string): Promise<ReadonlyMap<string, LibraryEntry>> {
    const rows: LibraryEntry[] = await manager.query(`select id, version, active, ${FIELDS} from indicator_entry where district_id = $1`, [
      district,
    ]);
    return new Map(rows.map((row) => [nameOf(row), row]));
  }

  /**
   * Adds entries; what is there by its names is changed if it says something else, and is in use again. Answers those that were added (in
   * version 1) or changed; the district's other writers wait.
   */
  async put(manager: EntityManager, district: string, entries: readonly EntryFields[], at: Date): Promise<readonly PutEntry[]> {
    await this.hold(manager, district);
    return manager.query(
      `insert into indicator_entry as e (id, district_id, ${COLUMNS}, changed_at)
       select r.id, $1, ${COLUMNS}, $3 from jsonb_populate_recordset(null::indicator_entry, $2::text::jsonb) r
       on conflict on constraint indicator_entry_name_uk do update set operator = excluded.operator, usual_value = excluded.usual_value,
         measure_unit = excluded.measure_unit, source = excluded.source, active = true, version = e.version + 1, changed_at = excluded.changed_at
       where (e.operator, e.usual_value, e.measure_unit, e.source, e.active)
         is distinct from (excluded.operator, excluded.usual_value, excluded.measure_unit, excluded.source, true)
       returning id, version`,
      [district, JSON.stringify(entries.map(asRow)), at],
    );
  }

  /** False: it has another version by now. */
  async change(
    manager: EntityManager,
    { id, version }: PutEntry,
    { usualValue, measureUnit, ...same }: Partial<EntryFields> & { readonly active?: boolean },
    at: Date,
  ): Promise<boolean> {
    const change = { ...same, usual_value: usualValue, measure_unit: measureUnit };
    const sets = CHANGING.map((it) => `${it} = r.${it}`).join(', ');
    const [, count] = await manager.query<[unknown, number]>(
      `update indicator_entry e set ${sets}, version = e.version + 1, changed_at = $4
       from indicator_entry o, jsonb_populate_record(o, $3::text::jsonb) r where o.id = $1 and e.id = o.id and e.version = $2`,
      [id, version, JSON.stringify(change), at],
    );
    return count > 0;
  }

  async byIds(manager: EntityManager, district: string, ids: readonly string[]): Promise<ReadonlyMap<string, LibraryEntry>> {
    const rows: LibraryEntry[] = await manager.query(
      `select id, version, active, ${FIELDS} from indicator_entry where district_id = $1 and id = any ($2::uuid[])`,
      [district, ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}
