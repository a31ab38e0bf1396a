import type { EntityManager } from 'typeorm';
import type { DistrictImport } from '#contracts/import/district.schema.js';
import { counted } from './import-places.js';
import type { Written } from './import-places.js';

type Project = DistrictImport['projects'][number];

const COLUMNS = {
  initialBudget: 'initial_budget',
  approvedBudget: 'approved_budget',
  adjustedBudget: 'adjusted_budget',
  fundsReceived: 'funds_received',
  executed: 'executed_amount',
} as const satisfies Record<Project['amounts'][number]['kind'], string>;

const row = ({ code, name, unit, class: size, isNew, amounts }: Project) => {
  const figures = amounts.map(({ kind, yuan, label, source }) => [COLUMNS[kind], yuan, `${label}（${source}）`] as const);
  return {
    code,
    name,
    unit,
    class: size,
    attribute: isNew ? 'new' : 'continuing',
    ...Object.fromEntries(figures.map(([column, yuan]) => [column, yuan])),
    sources: Object.fromEntries(figures.map(([column, , source]) => [column, source])),
  };
};

/** Projects of one year by their code. Figures that the import does not carry stay as they are. */
export async function writeProjects(manager: EntityManager, district: string, year: number, it: DistrictImport): Promise<Written> {
  const figures = Object.values(COLUMNS);
  const kept = figures.map((column) => `${column} = coalesce(excluded.${column}, project.${column})`).join(', ');
  const changed = figures
    .map((column) => `coalesce(excluded.${column}, project.${column}) is distinct from project.${column}`)
    .join(' or ');
  const rows: { created: boolean }[] = await manager.query(
    `insert into project (id, district_id, fiscal_year, unit_id, department_id, sector_office_id, code, name, attribute, class,
       ${figures.join(', ')}, sources)
     select gen_random_uuid(), $1, $2, u.id, u.department_id, u.sector_office_id, p.code, p.name, p.attribute, p.class,
       ${figures.map((column) => `p.${column}`).join(', ')}, p.sources
     from jsonb_to_recordset($3::jsonb) as p (code text, name text, unit text, attribute text, class text,
       ${figures.map((column) => `${column} numeric(18, 2)`).join(', ')}, sources jsonb)
     join budget_unit u on u.district_id = $1 and u.code = p.unit
     on conflict on constraint project_code_uk do update set
       name = excluded.name, unit_id = excluded.unit_id, department_id = excluded.department_id, sector_office_id = excluded.sector_office_id,
       attribute = excluded.attribute, class = excluded.class, ${kept}, sources = project.sources || excluded.sources,
       version = project.version + 1
     where (project.name, project.unit_id, project.sector_office_id, project.attribute, project.class)
       is distinct from (excluded.name, excluded.unit_id, excluded.sector_office_id, excluded.attribute, excluded.class)
       or project.sources is distinct from project.sources || excluded.sources or ${changed}
     returning (xmax = 0) as created`,
    [district, year, JSON.stringify(it.projects.map(row))],
  );
  return counted(rows);
}

/** Published results of projects and of departments as a whole. */
export async function writeResults(manager: EntityManager, district: string, year: number, it: DistrictImport): Promise<Written> {
  const agencies = new Map(it.agencies.map(({ code, name }) => [code, name]));
  const named = (published: NonNullable<Project['published']>) => ({
    ...published,
    agency: published.agency === null ? null : (agencies.get(published.agency) ?? null),
  });
  const results = [
    ...it.projects.flatMap(({ code, unit, published }) => (published ? [{ unit, project: code, ...named(published) }] : [])),
    ...it.departments.flatMap(({ code, published }) => (published ? [{ unit: code, project: null, ...named(published) }] : [])),
  ];
  const rows: { created: boolean }[] = await manager.query(
    `insert into published_result (id, district_id, fiscal_year, unit_id, project_id, agency_id, score, self_score, grade, source)
     select gen_random_uuid(), $1, $2, u.id, p.id, a.id, r.score, r."selfScore", r.grade, r.source
     from jsonb_to_recordset($3::jsonb) as r (unit text, project text, agency text, score numeric, "selfScore" numeric, grade text, source text)
     join budget_unit u on u.district_id = $1 and u.code = r.unit
     left join project p on p.district_id = $1 and p.fiscal_year = $2 and p.code = r.project
     left join agency a on a.district_id = $1 and a.name = r.agency
     on conflict on constraint published_result_uk do update set
       agency_id = excluded.agency_id, score = excluded.score, self_score = excluded.self_score, grade = excluded.grade, source = excluded.source
     where (published_result.agency_id, published_result.score, published_result.self_score, published_result.grade, published_result.source)
       is distinct from (excluded.agency_id, excluded.score, excluded.self_score, excluded.grade, excluded.source)
     returning (xmax = 0) as created`,
    [district, year, JSON.stringify(results)],
  );
  return counted(rows);
}

export async function writeFindings(manager: EntityManager, district: string, year: number, it: DistrictImport): Promise<Written> {
  const rows: { created: boolean }[] = await manager.query(
    `insert into published_finding (id, district_id, fiscal_year, project_id, code, kind, number, text)
     select gen_random_uuid(), $1, $2, p.id, f.code, f.kind, f.number, f.text
     from jsonb_to_recordset($3::jsonb) as f (code text, project text, kind text, number text, text text)
     left join project p on p.district_id = $1 and p.fiscal_year = $2 and p.code = f.project
     on conflict on constraint published_finding_code_uk do update set
       project_id = excluded.project_id, kind = excluded.kind, number = excluded.number, text = excluded.text
     where (published_finding.project_id, published_finding.kind, published_finding.number, published_finding.text)
       is distinct from (excluded.project_id, excluded.kind, excluded.number, excluded.text)
     returning (xmax = 0) as created`,
    [district, year, JSON.stringify(it.findings)],
  );
  return counted(rows);
}
