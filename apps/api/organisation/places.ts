import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Problem } from '#contracts/errors/problem.js';
import type { TrailType } from '#contracts/trail-type.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { readList, readOne } from '#persistence/reading/list.js';
import type { ListQuery, ListSpec } from '#persistence/reading/list.js';
import { AGENCY_LIST, DISTRICT_LIST, SECTOR_OFFICE_LIST, UNIT_LIST } from '#persistence/reading/places.js';
import { Trail } from '../http/trail.js';
import { administers } from './administers.js';

interface UnitFields {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly category: string;
  readonly classified: boolean;
  readonly sectorOffice: string | null;
}

interface UnitRow extends UnitFields {
  readonly id: string;
  readonly district: string;
  readonly version: number;
}

const COLUMNS = {
  code: 'code',
  name: 'name',
  aliases: 'aliases',
  category: 'category',
  classified: 'classified',
  sectorOffice: 'sector_office_id',
  dissolvedOn: 'dissolved_on',
} as const;
type UnitChange = { readonly [K in keyof typeof COLUMNS]?: unknown };

/** Districts, offices, agencies, departments and units. Changes stand in the audit stream of the place. */
@Injectable()
export class Places {
  constructor(
    private readonly source: DataSource,
    private readonly trail: Trail,
  ) {}

  districts = (viewer: Viewer, query: ListQuery) => readList(this.source, DISTRICT_LIST, viewer, query);
  sectorOffices = (viewer: Viewer, query: ListQuery) => readList(this.source, SECTOR_OFFICE_LIST, viewer, query);
  agencies = (viewer: Viewer, query: ListQuery) => readList(this.source, AGENCY_LIST, viewer, query);
  units = (viewer: Viewer, query: ListQuery) => readList(this.source, UNIT_LIST, viewer, query);
  unit = (viewer: Viewer, id: string) => this.one<UnitRow>(UNIT_LIST, viewer, id);

  async addDistrict(viewer: Viewer, { code, name }: { readonly code: string; readonly name: string }) {
    const id = uuid();
    await this.source.transaction(async (manager) => {
      await manager.query(`insert into district (id, code, name, origin) values ($1, $2, $3, 'real')`, [id, code, name]);
      await this.record(manager, viewer, `district/${id}`, id, 'createDistrict', { code, name });
    });
    return this.one(DISTRICT_LIST, viewer, id);
  }

  async addSectorOffice(viewer: Viewer, it: { readonly district: string; readonly name: string; readonly aliases: readonly string[] }) {
    administers(viewer, it.district);
    const id = uuid();
    await this.source.transaction(async (manager) => {
      await manager.query('insert into sector_office (id, district_id, name, aliases) values ($1, $2, $3, $4)', [
        id,
        it.district,
        it.name,
        it.aliases,
      ]);
      await this.record(manager, viewer, `sector-office/${id}`, it.district, 'createSectorOffice', it);
    });
    return this.one(SECTOR_OFFICE_LIST, viewer, id);
  }

  async addAgency(viewer: Viewer, it: { readonly district: string; readonly name: string }) {
    administers(viewer, it.district);
    const id = uuid();
    await this.source.transaction(async (manager) => {
      await manager.query('insert into agency (id, district_id, name) values ($1, $2, $3)', [id, it.district, it.name]);
      await this.record(manager, viewer, `agency/${id}`, it.district, 'createAgency', it);
    });
    return this.one(AGENCY_LIST, viewer, id);
  }

  async addUnit(viewer: Viewer, it: UnitFields & { readonly district: string; readonly parent: string | null }) {
    administers(viewer, it.district);
    const id = uuid();
    await this.source.transaction(async (manager) => {
      await this.mustHaveOffice(manager, it.district, it.sectorOffice);
      const parent = await this.parentOf(manager, it.district, it.parent);
      await manager.query(
        `insert into budget_unit (id, district_id, parent_id, department_id, sector_office_id, code, name, aliases, category, classified)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          id,
          it.district,
          it.parent,
          parent?.department ?? id,
          it.sectorOffice ?? parent?.office ?? null,
          it.code,
          it.name,
          it.aliases,
          it.category,
          it.classified,
        ],
      );
      await this.record(manager, viewer, `unit/${id}`, it.district, 'createUnit', it);
    });
    return this.unit(viewer, id);
  }

  async changeUnit(viewer: Viewer, id: string, version: number, change: UnitChange) {
    const before = await this.unit(viewer, id);
    administers(viewer, before.district);
    const given = (Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]).filter((it) => change[it] !== undefined);
    const sets = given.map((it, i) => `${COLUMNS[it]} = $${String(i + 3)}`);
    await this.source.transaction(async (manager) => {
      await this.mustHaveOffice(manager, before.district, (change.sectorOffice as string | null | undefined) ?? null);
      const [, count] = await manager.query<[unknown, number]>(
        `update budget_unit set ${[...sets, 'version = version + 1'].join(', ')} where id = $1 and version = $2`,
        [id, version, ...given.map((it) => change[it])],
      );
      if (count === 0) throw new Problem('VERSION_STALE');
      await this.record(manager, viewer, `unit/${id}`, before.district, 'changeUnit', change);
    });
    return this.unit(viewer, id);
  }

  private async parentOf(manager: EntityManager, district: string, parent: string | null) {
    if (parent === null) return null;
    const rows: { department: string; office: string | null }[] = await manager.query(
      'select department_id as department, sector_office_id as office from budget_unit where id = $1 and district_id = $2',
      [parent, district],
    );
    if (!rows[0]) throw new Problem('UNKNOWN_REFERENCE', { constraint: 'parent' });
    return rows[0];
  }

  private async mustHaveOffice(manager: EntityManager, district: string, office: string | null): Promise<void> {
    if (office === null) return;
    const rows: unknown[] = await manager.query('select 1 from sector_office where id = $1 and district_id = $2', [office, district]);
    if (rows.length === 0) throw new Problem('UNKNOWN_REFERENCE', { constraint: 'sectorOffice' });
  }

  private async one<T extends object>(spec: ListSpec, viewer: Viewer, id: string): Promise<T> {
    const row = await readOne<T>(this.source, spec, viewer, id);
    if (!row) throw new Problem('NOT_FOUND');
    return row;
  }

  private record(manager: EntityManager, viewer: Viewer, stream: string, district: string, type: TrailType, detail: object): Promise<void> {
    return this.trail.append(manager, { stream, district, actor: viewer.person, type, detail: { ...detail } });
  }
}
