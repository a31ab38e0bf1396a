import type { EntityManager } from 'typeorm';
import type { ObligationState, Person } from '#domain/obligation/state.js';
import type { DocumentKind } from '#domain/stage/document-kind.js';
import type { Place } from '#persistence/obligation/obligation-opener.js';

/** One document of an obligation; `open`: nothing final has become of it. */
export interface WorkDocument {
  readonly id: string;
  readonly title: string;
  readonly kind: DocumentKind;
  readonly project: string | null;
  readonly subject: string | null;
  readonly open: boolean;
}

/** An open obligation with all its documents, and who has to do with it. */
export interface OpenWork {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly campaign: string;
  readonly stage: string;
  readonly state: ObligationState;
  /** Where its line says that it belongs; without a unit where the evaluated must not see it yet. */
  readonly shown: Place;
  /** Where its debtor, or what it is about, belongs. */
  readonly place: Place;
  readonly documents: readonly WorkDocument[];
  /** Whoever's turn it is with one of its documents. */
  readonly turn: readonly Person[];
}

const place = (alias: string, agency: string): string =>
  `jsonb_build_object('unit', ${alias}.unit_id, 'department', ${alias}.department_id, 'sectorOffice', ${alias}.sector_office_id, 'agency', ${agency})`;

const WORK = `select o.id, o.kind, o.title, o.campaign_id as campaign, o.stage_id as stage, o.terms || o.state as state, ${place('o', 'o.agency_id')} as shown,
    coalesce((select ${place('p', 'o.agency_id')} from document d join project p on p.id = d.project_id
      where o.unit_id is null and d.obligation_id = o.id limit 1), ${place('o', 'o.agency_id')}) as place,
    (select jsonb_agg(jsonb_build_object('id', d.id, 'title', d.title, 'kind', d.kind, 'project', d.project_id, 'subject', d.subject_id,
      'open', d.status in ('open', 'returned', 'in-review')) order by d.id) from document d where d.obligation_id = o.id) as documents,
    array(select distinct t.person_id::text from task t where t.obligation_id = o.id) as turn
  from obligation o where o.status = 'open'`;

/** Open obligations in which a document of these projects is open. */
export const openWorkOnProjects = (manager: EntityManager, projects: readonly string[]): Promise<OpenWork[]> =>
  manager.query(
    `${WORK} and exists (select from document d where d.obligation_id = o.id and d.project_id = any ($1)
      and d.status in ('open', 'returned', 'in-review')) order by o.id`,
    [projects],
  );

/** Open obligations of these units, and of the department of that id. */
export const openWorkOfUnits = (manager: EntityManager, units: readonly string[], department: string): Promise<OpenWork[]> =>
  manager.query(`${WORK} and (o.unit_id = any ($1) or o.department_id = $2) order by o.id`, [units, department]);
