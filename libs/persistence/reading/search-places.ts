import type { Action } from '#contracts/api/actions.js';
import type { Searched } from '#contracts/api/search.routes.js';
import { AGENCIES, DOCUMENTS, PEOPLE, PROJECTS, UNITS } from '#persistence/access/columns.js';
import type { Columns } from '#persistence/access/visible.js';
import { contains } from './list.js';

/** Where things of one kind are looked for, and by which rule of access. */
export interface Place {
  readonly action: Action;
  readonly sees: Columns;
  readonly name: string;
  readonly code: string;
  /** Links and words, by column; what is absent is null. */
  readonly links: Readonly<Record<string, string>>;
  readonly from: string;
  readonly finds: (placeholder: string) => string;
  /** Newest years first, among names that fit alike. */
  readonly year?: string;
}

export const LINKS = {
  detail: 'text',
  status: 'text',
  fiscalYear: 'integer',
  campaign: 'uuid',
  unit: 'uuid',
  project: 'uuid',
  evaluation: 'uuid',
  document: 'uuid',
} as const;

/** The index of projects leads to documents, too: a title is made of its project's name or of its unit's. */
const PROJECT_IS = (it: string): string => `p.grams @> query_grams(${it}::text) and ${contains('p.name', 'p.code')(it)}`;

const ROLES = `(select string_agg(distinct g.role || coalesce('：' || coalesce(gu.name, gs.name, ga.name, gd.name), ''), '、')
  from role_grant g left join budget_unit gu on gu.id = g.unit_id left join sector_office gs on gs.id = g.sector_office_id
  left join agency ga on ga.id = g.agency_id left join district gd on gd.id = g.district_id where g.person_id = h.id)`;

export const PLACES: Readonly<Record<Searched, Place>> = {
  project: {
    action: 'projects.read',
    sees: PROJECTS('p'),
    name: 'p.name',
    code: 'p.code',
    links: { detail: 'u.name', status: 'p.status', fiscalYear: 'p.fiscal_year', unit: 'p.unit_id', project: 'p.id' },
    from: 'project p join budget_unit u on u.id = p.unit_id',
    finds: PROJECT_IS,
    year: 'p.fiscal_year',
  },
  unit: {
    action: 'places.read',
    sees: UNITS('u'),
    name: 'u.name',
    code: 'u.code',
    links: { detail: 'd.name', unit: 'u.id', status: `case when u.dissolved_on is null then 'active' else 'dissolved' end` },
    from: 'budget_unit u join budget_unit d on d.id = u.department_id',
    finds: contains('u.name', 'u.code', `array_to_string(u.aliases, ' ')`),
  },
  document: {
    action: 'documents.read',
    sees: DOCUMENTS('d'),
    name: 'd.title',
    code: 'null::text',
    links: {
      detail: 'u.name',
      status: 'd.status',
      fiscalYear: 'c.fiscal_year',
      campaign: 'd.campaign_id',
      unit: 'd.unit_id',
      project: 'd.project_id',
      document: 'd.id',
    },
    from: 'document d join campaign c on c.id = d.campaign_id left join budget_unit u on u.id = d.unit_id',
    finds: (it) =>
      `(d.project_id in (select p.id from project p where ${PROJECT_IS(it)})
        or d.project_id is null and d.unit_id in (select x.id from budget_unit x where ${contains('x.name')(it)}))`,
    year: 'c.fiscal_year',
  },
  finding: {
    action: 'feedback.read',
    sees: { ...PROJECTS('p'), agency: 'e.agency_id' },
    name: 'f.problem',
    code: 'f.number::text',
    links: {
      detail: 'p.name',
      status: `case when f.struck_off_at is null then 'open' else 'struck-off' end`,
      fiscalYear: 'p.fiscal_year',
      campaign: 'f.campaign_id',
      unit: 'p.unit_id',
      project: 'p.id',
      evaluation: 'f.evaluation_id',
      document: 'f.item_id',
    },
    from: 'finding f join evaluation e on e.id = f.evaluation_id join project p on p.id = e.project_id',
    finds: contains('f.problem', 'f.recommendation'),
    year: 'p.fiscal_year',
  },
  agency: {
    action: 'places.read',
    sees: AGENCIES('a'),
    name: 'a.name',
    code: 'null::text',
    links: { status: `case when a.active then 'active' else 'inactive' end` },
    from: 'agency a',
    finds: contains('a.name'),
  },
  person: {
    action: 'people.read',
    sees: PEOPLE('h'),
    name: 'h.name',
    code: 'h.email',
    links: { detail: ROLES, status: `case when h.active then 'active' else 'inactive' end` },
    from: 'person h',
    finds: contains('h.name', 'h.email'),
  },
};

export const ALIAS: Readonly<Record<Searched, string>> = { project: 'p', unit: 'u', document: 'd', finding: 'f', agency: 'a', person: 'h' };
