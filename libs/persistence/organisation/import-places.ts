import type { EntityManager } from 'typeorm';
import type { DistrictImport } from '#contracts/import/district.schema.js';

export interface Written {
  readonly created: number;
  readonly updated: number;
}

/** Rows of `returning (xmax = 0) as created`: a row that was there and is the same is not among them. */
export const counted = (rows: readonly { created: boolean }[]): Written => {
  const created = rows.filter((it) => it.created).length;
  return { created, updated: rows.length - created };
};

/** The district by its code; an import keeps what it is called up to date. */
export async function writeDistrict(manager: EntityManager, { district }: DistrictImport): Promise<string> {
  const rows: { id: string }[] = await manager.query(
    `insert into district (id, code, name, origin) values (gen_random_uuid(), $1, $2, $3)
     on conflict on constraint district_code_uk do update set name = excluded.name, origin = excluded.origin returning id`,
    [district.code, district.name, district.generated ? 'generated' : 'published'],
  );
  return rows[0]!.id;
}

/** Sector offices and agencies have no code of their own in the tables: their name in the district is their key. */
export async function writeOffices(manager: EntityManager, district: string, { sectorOffices }: DistrictImport): Promise<Written> {
  const rows: { created: boolean }[] = await manager.query(
    `insert into sector_office (id, district_id, name, aliases)
     select gen_random_uuid(), $1, it.name, array(select jsonb_array_elements_text(it.aliases))
     from jsonb_to_recordset($2::jsonb) as it (name text, aliases jsonb)
     on conflict on constraint sector_office_name_uk do update set aliases = excluded.aliases
       where sector_office.aliases is distinct from excluded.aliases
     returning (xmax = 0) as created`,
    [district, JSON.stringify(sectorOffices.map(({ name, aliases }) => ({ name, aliases })))],
  );
  return counted(rows);
}

export async function writeAgencies(manager: EntityManager, district: string, { agencies }: DistrictImport): Promise<Written> {
  const rows: { created: boolean }[] = await manager.query(
    `insert into agency (id, district_id, name) select gen_random_uuid(), $1, name from unnest($2::text[]) as it (name)
     on conflict on constraint agency_name_uk do nothing returning true as created`,
    [district, agencies.map(({ name }) => name)],
  );
  return counted(rows);
}

const ON_CONFLICT = `
  on conflict on constraint budget_unit_code_uk do update set
    name = excluded.name, aliases = excluded.aliases, category = excluded.category, classified = excluded.classified,
    sector_office_id = excluded.sector_office_id, version = budget_unit.version + 1
  where (budget_unit.name, budget_unit.aliases, budget_unit.category, budget_unit.classified, budget_unit.sector_office_id)
    is distinct from (excluded.name, excluded.aliases, excluded.category, excluded.classified, excluded.sector_office_id)
  returning (xmax = 0) as created`;

/** A department is a unit of its own at the top of its branch; it is classified when all its units are. */
export async function writeDepartments(manager: EntityManager, district: string, it: DistrictImport): Promise<Written> {
  const offices = new Map(it.sectorOffices.map(({ code, name }) => [code, name]));
  const departments = it.departments.map(({ code, name, aliases, category, sectorOffice }) => {
    const units = it.units.filter(({ department }) => department === code);
    const classified = units.length > 0 && units.every((unit) => unit.classified);
    return { code, name, aliases, category, classified, office: offices.get(sectorOffice) ?? null };
  });
  const rows: { created: boolean }[] = await manager.query(
    `with it as (
       select gen_random_uuid() as id, d.*, o.id as office_id
       from jsonb_to_recordset($2::jsonb) as d (code text, name text, aliases jsonb, category text, classified boolean, office text)
       left join sector_office o on o.district_id = $1 and o.name = d.office
     )
     insert into budget_unit (id, district_id, parent_id, department_id, sector_office_id, code, name, aliases, category, classified)
     select id, $1, null, id, office_id, code, name, array(select jsonb_array_elements_text(aliases)), category, classified from it
     ${ON_CONFLICT}`,
    [district, JSON.stringify(departments)],
  );
  return counted(rows);
}

/** Units below their departments. A unit that carries its department's code is the department itself and is written with it. */
export async function writeUnits(manager: EntityManager, district: string, it: DistrictImport): Promise<Written> {
  const departments = new Set(it.departments.map(({ code }) => code));
  const units = it.units.filter(({ code }) => !departments.has(code));
  const rows: { created: boolean }[] = await manager.query(
    `insert into budget_unit (id, district_id, parent_id, department_id, sector_office_id, code, name, aliases, category, classified)
     select gen_random_uuid(), $1, d.id, d.id, d.sector_office_id, u.code, u.name, array(select jsonb_array_elements_text(u.aliases)),
       d.category, u.classified
     from jsonb_to_recordset($2::jsonb) as u (code text, name text, aliases jsonb, department text, classified boolean)
     join budget_unit d on d.district_id = $1 and d.code = u.department
     ${ON_CONFLICT}`,
    [district, JSON.stringify(units)],
  );
  return counted(rows);
}
