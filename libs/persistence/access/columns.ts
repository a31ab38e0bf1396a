import type { Columns } from './visible.js';

/** `department` grants see what carries their unit as its department; `unit` grants what carries their unit. */
const placed = (alias: string) => ({
  district: `${alias}.district_id`,
  unit: `${alias}.unit_id`,
  department: `${alias}.department_id`,
  sectorOffice: `${alias}.sector_office_id`,
});

/** Whoever may act in the person's place today: `$today` is a day in Asia/Shanghai. */
export const actingFor = (person: string, today: string): string =>
  `select ${person}::uuid union all select from_person_id from delegation
   where to_person_id = ${person} and from_on <= ${today} and until_on >= ${today}`;

const WORK = (alias: string): Columns => ({ ...placed(alias), agency: `${alias}.agency_id` });

/** Sheets on which somebody scores by name; they stay the rater's to read when they are filed. */
const SHEETS_OF = (person: string): string =>
  `select document_id from evaluation_rater where person_id = ${person} and withdrawn_at is null`;

/** Lists go by place; an expert's hold what was assigned to them by name. What else was handed to somebody by name stands in their tasks. */
export const OBLIGATIONS = (alias: string): Columns => ({
  ...WORK(alias),
  expert: (it) => `${alias}.id in (select obligation_id from task where person_id = ${it}
    union all select x.obligation_id from document x where x.id in (${SHEETS_OF(it)}))`,
});

export const DOCUMENTS = (alias: string): Columns => ({
  ...WORK(alias),
  expert: (it) => `${alias}.id in (select document_id from task where person_id = ${it} union all ${SHEETS_OF(it)})`,
});

/** One document or obligation: by place, or because it waits for the viewer, or for somebody who delegated to them, or is their sheet. */
export const ONE_DOCUMENT = (alias: string, today: string): Columns => ({
  ...WORK(alias),
  person: (it) =>
    `(exists (select from task where document_id = ${alias}.id and person_id in (${actingFor(it, today)}))
      or ${alias}.id in (${SHEETS_OF(it)}))`,
});
export const ONE_OBLIGATION = (alias: string, today: string): Columns => ({
  ...WORK(alias),
  person: (it) =>
    `(exists (select from task where obligation_id = ${alias}.id and person_id in (${actingFor(it, today)}))
      or ${alias}.id in (select x.obligation_id from document x where x.id in (${SHEETS_OF(it)})))`,
});

/** A project, and whatever hangs on one: an agency sees those that it evaluates. */
export const PROJECTS = (alias: string): Columns => ({
  ...placed(alias),
  agency: (ids) => `exists (select from evaluation v where v.project_id = ${alias}.id and v.agency_id = any (${ids}::uuid[]))`,
});

/** 批复: the department that it is addressed to, and whoever sees one of the documents in it. */
export const APPROVAL_REPLIES = (alias: string): Columns => {
  const holding = (column: string) => (ids: string) =>
    `exists (select from approval_reply_document x join document d on d.id = x.document_id
       where x.reply_id = ${alias}.id and d.${column} = any (${ids}::uuid[]))`;
  return {
    district: `${alias}.district_id`,
    department: `${alias}.department_id`,
    unit: holding('unit_id'),
    sectorOffice: holding('sector_office_id'),
  };
};

/** 结果应用通知: the department that it is addressed to, and the office in charge of it; units see their own decisions, not the letter. */
export const LINKAGE_DOCUMENTS = (alias: string, department: string): Columns => ({
  district: `${alias}.district_id`,
  department: `${alias}.department_id`,
  sectorOffice: `${department}.sector_office_id`,
});

/** What hangs on a unit as such: a department sees its subtree, a unit itself; agencies and experts see no units. */
export const UNITS_OF = (alias: string): Columns => ({
  district: `${alias}.district_id`,
  unit: `${alias}.id`,
  department: `${alias}.department_id`,
  sectorOffice: `${alias}.sector_office_id`,
});

/** The tree. */
export const UNITS = (alias: string): Columns => ({ ...UNITS_OF(alias), system: true });

const DISTRICT_OF_UNIT = (district: string) => (ids: string) =>
  `${district} in (select district_id from budget_unit where id = any (${ids}::uuid[]))`;

/** What everybody of a district may know: the district itself, its offices. */
export const OF_DISTRICT = (district: string): Columns => ({
  district,
  unit: DISTRICT_OF_UNIT(district),
  department: DISTRICT_OF_UNIT(district),
  sectorOffice: (ids) => `${district} in (select district_id from sector_office where id = any (${ids}::uuid[]))`,
  agency: (ids) => `${district} in (select district_id from agency where id = any (${ids}::uuid[]))`,
  expert: (it) => `${district} in (select district_id from role_grant where person_id = ${it} and role = 'expert')`,
  system: true,
});

/** Agencies: those of the district for the bureau and its readers, and the agency itself. */
export const AGENCIES = (alias: string): Columns => ({ district: `${alias}.district_id`, agency: `${alias}.id`, system: true });

const HOLDS = (alias: string, what: string) => `exists (select from role_grant g where g.person_id = ${alias}.id and ${what})`;

/** People: oneself, and those who hold a role in a place that one sees. */
export const PEOPLE = (alias: string): Columns => ({
  district: (ids) =>
    `(${alias}.district_id = any (${ids}::uuid[]) or ${HOLDS(
      alias,
      `(g.district_id = any (${ids}::uuid[])
        or g.unit_id in (select id from budget_unit where district_id = any (${ids}::uuid[]))
        or g.sector_office_id in (select id from sector_office where district_id = any (${ids}::uuid[]))
        or g.agency_id in (select id from agency where district_id = any (${ids}::uuid[])))`,
    )})`,
  unit: (ids) => HOLDS(alias, `g.unit_id = any (${ids}::uuid[])`),
  department: (ids) => HOLDS(alias, `g.unit_id in (select id from budget_unit where department_id = any (${ids}::uuid[]))`),
  sectorOffice: (ids) => HOLDS(alias, `g.sector_office_id = any (${ids}::uuid[])`),
  agency: (ids) => HOLDS(alias, `g.agency_id = any (${ids}::uuid[])`),
  person: (it) => `${alias}.id = ${it}`,
  system: true,
});

/** Of whole districts only: policies, the audit trail. */
export const DISTRICT_ONLY = (district: string): Columns => ({ district });

/** By no place: lists that are read only after what they hang on was found visible, and public ones. */
export const NOBODY: Columns = {};
