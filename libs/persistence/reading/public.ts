import type { DataSource } from 'typeorm';
import { NOBODY } from '#persistence/access/columns.js';
import { NEWEST, OPEN_UNITS, PUBLISHED } from './disclosure.js';
import { contains, equals, uuidEquals } from './list.js';
import type { ListSpec } from './list.js';
import { readRows } from './rows.js';

const HEAD = `p.id, g.code as district, g.name as "districtName", p.fiscal_year as "fiscalYear", u.department_id as department,
  top.name as "departmentName", u.id as unit, u.name as "unitName", p.title, y.label, p.version, p.hash, p.published_at as "publishedAt"`;
const FROM = `${PUBLISHED} join district g on g.id = p.district_id left join disclosure_duty y on y.document_id = p.document_id`;
const ofProjects = (field: string): string => `jsonb_path_query_array(p.content, '$.projects[*].${field}')::text`;

/** Newest versions of one district; a word is looked for in the title, the unit and the projects' names and codes. */
export const PUBLIC_LIST: ListSpec = {
  action: 'results.read',
  select: `${HEAD}, coalesce(jsonb_array_length(p.content -> 'projects'), 0) as projects`,
  from: FROM,
  where: `${OPEN_UNITS} and ${NEWEST}`,
  sees: NOBODY,
  sorts: { publishedAt: { sql: 'p.published_at', type: 'timestamptz' } },
  id: [{ sql: 'p.id', type: 'uuid' }],
  filters: {
    district: uuidEquals('p.district_id'),
    q: contains('p.title', 'u.name', ofProjects('name'), ofProjects('code')),
    department: uuidEquals('u.department_id'),
    unit: uuidEquals('u.id'),
    fiscalYear: equals('p.fiscal_year', 'integer'),
  },
};

export interface PublicHead {
  readonly id: string;
  readonly district: string;
  readonly districtName: string;
  readonly fiscalYear: number;
  readonly department: string;
  readonly departmentName: string;
  readonly unit: string;
  readonly unitName: string;
  readonly title: string;
  readonly label: string | null;
  readonly version: number;
  readonly hash: string;
  readonly publishedAt: string;
}

/** One version with its content. Null: there is none, or its unit is classified now. */
export const readPublication = async <C>(
  source: DataSource,
  id: string,
): Promise<(PublicHead & { readonly document: string; readonly reason: string | null; readonly content: C }) | null> => {
  const rows = await readRows<PublicHead & { document: string; reason: string | null; content: C }>(
    source,
    `select ${HEAD}, p.document_id as document, p.reason, p.content from ${FROM} where p.id = $1::uuid and ${OPEN_UNITS}`,
    [id],
  );
  return rows[0] ?? null;
};

export const readVersions = (
  source: DataSource,
  document: string,
): Promise<{ id: string; version: number; hash: string; publishedAt: string; reason: string | null }[]> =>
  readRows(
    source,
    `select p.id, p.version, p.hash, p.published_at as "publishedAt", p.reason from ${FROM}
     where p.document_id = $1::uuid and ${OPEN_UNITS} order by p.version`,
    [document],
  );

/** Versions with one of these hashes; what is classified now matches nothing. */
export const matchHashes = (source: DataSource, hashes: readonly string[]): Promise<(PublicHead & { readonly newest: boolean })[]> =>
  readRows(
    source,
    `select ${HEAD}, ${NEWEST} as newest from ${FROM} where p.hash = any ($1::text[]) and ${OPEN_UNITS}
     order by p.published_at desc, p.id limit 100`,
    [hashes],
  );

/** Districts that have published anything that is public now. */
export const publicDistricts = (source: DataSource): Promise<{ code: string; name: string; publications: number }[]> =>
  readRows(
    source,
    `select g.code, g.name, count(*)::int as publications from ${FROM} where ${OPEN_UNITS} and ${NEWEST} group by g.id order by g.code`,
    [],
  );

export interface PublicDistrict {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly years: readonly { readonly fiscalYear: number; readonly publications: number }[];
  readonly departments: readonly { readonly id: string; readonly code: string; readonly name: string; readonly publications: number }[];
}

/** A district with what there is to choose from: years and departments of which something is public. */
export const publicDistrict = async (source: DataSource, code: string): Promise<PublicDistrict | null> => {
  const rows = await readRows<PublicDistrict>(
    source,
    `with public as (select p.id, p.district_id, p.fiscal_year, top.id as department, top.code, top.name from ${FROM}
       where g.code = $1 and ${OPEN_UNITS} and ${NEWEST}),
     years as (select fiscal_year as "fiscalYear", count(*)::int as publications from public group by fiscal_year),
     departments as (select department as id, code, name, count(*)::int as publications from public group by department, code, name)
     select d.id, d.code, d.name,
       coalesce((select json_agg(y order by y."fiscalYear" desc) from years y), '[]') as years,
       coalesce((select json_agg(x order by x.code) from departments x), '[]') as departments
     from district d where d.code = $1`,
    [code],
  );
  return rows[0] ?? null;
};
