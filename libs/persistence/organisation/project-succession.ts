import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Place } from '#persistence/obligation/obligation-opener.js';

/** A project that ends in others, with the figures that they share. Amounts are decimal yuan. */
export interface Predecessor {
  readonly id: string;
  readonly name: string;
  readonly fiscalYear: number;
  readonly attribute: 'new' | 'continuing';
  readonly class: 'ordinary' | 'key';
  /** As it stands now: adjusted, or else approved, or else as it began. */
  readonly budget: string;
  readonly executed: string;
  /** A key evaluation of it has begun and is not over. */
  readonly evaluated: boolean;
}

/** A project that begins in the year, in place of others. */
export interface Successor {
  readonly code: string;
  readonly name: string;
  readonly budget: string;
  /** Null: nothing is known of it yet. */
  readonly executed: string | null;
  readonly place: Place;
}

export async function predecessors(manager: EntityManager, ids: readonly string[]): Promise<readonly Predecessor[]> {
  return manager.query(
    `select p.id, p.name, p.fiscal_year as "fiscalYear", p.attribute, p.class,
       coalesce(p.adjusted_budget, p.approved_budget, p.initial_budget, 0)::text as budget, coalesce(p.executed_amount, 0)::text as executed,
       exists (select from evaluation e join stage s on s.id = e.stage_id where e.project_id = p.id
         and e.status not in ('accepted', 'abandoned') and not (e.status = 'planned' and s.status = 'planned')) as evaluated
     from project p where p.id = any ($1) order by p.code`,
    [ids],
  );
}

/** The first of these codes that the district has used in the year. */
export async function codeTaken(manager: EntityManager, district: string, year: number, codes: readonly string[]): Promise<string | null> {
  const rows: { code: string }[] = await manager.query(
    'select code from project where district_id = $1 and fiscal_year = $2 and code = any ($3) order by code limit 1',
    [district, year, codes],
  );
  return rows[0]?.code ?? null;
}

/** Writes the new projects; where their figures come from stands with them. Answers their ids, in the order given. */
export async function beginProjects(
  manager: EntityManager,
  { district, year, like, origin }: { district: string; year: number; like: Pick<Predecessor, 'attribute' | 'class'>; origin: string },
  successors: readonly Successor[],
): Promise<readonly string[]> {
  const rows = successors.map(({ place, ...it }) => ({ id: uuid(), ...it, ...place }));
  await manager.query(
    `insert into project (id, district_id, fiscal_year, unit_id, department_id, sector_office_id, code, name, attribute, class, initial_budget,
       executed_amount, sources)
     select r.id, $2, $3, r.unit, r.department, r."sectorOffice", r.code, r.name, $4, $5, r.budget, r.executed,
       jsonb_strip_nulls(jsonb_build_object('initial_budget', $6::text, 'executed_amount', case when r.executed is not null then $6::text end))
     from jsonb_to_recordset($1::text::jsonb)
       as r (id uuid, unit uuid, department uuid, "sectorOffice" uuid, code text, name text, budget numeric, executed numeric)`,
    [JSON.stringify(rows), district, year, like.attribute, like.class, origin],
  );
  return rows.map(({ id }) => id);
}

/** What is open and still to be done about a project is about its heir from now on, with the notices that are being acted on. */
export async function inherit(
  manager: EntityManager,
  documents: readonly string[],
  from: string,
  heir: { id: string; place: Place },
): Promise<void> {
  await manager.query('update document set project_id = $2 where id = any ($1)', [documents, heir.id]);
  await manager.query(
    `update feedback_notice n set unit_id = $2 from evaluation e where e.id = n.evaluation_id and e.project_id = $1 and n.rectified_at is null`,
    [from, heir.place.unit],
  );
}

export interface Descent {
  readonly from: string;
  readonly to: string;
}

/** 沿革: which project came of which. */
export async function putLineage(manager: EntityManager, change: string, descents: readonly Descent[]): Promise<void> {
  await manager.query(
    `insert into project_lineage (change_id, from_project_id, to_project_id)
     select $1, d."from", d."to" from jsonb_to_recordset($2::text::jsonb) as d ("from" uuid, "to" uuid)`,
    [change, JSON.stringify(descents)],
  );
}

/** The campaigns of a year that run, or are paused. */
export async function runningCampaigns(manager: EntityManager, district: string, year: number): Promise<readonly string[]> {
  const rows: { id: string }[] = await manager.query(
    `select id from campaign where district_id = $1 and fiscal_year = $2 and status in ('running', 'paused')`,
    [district, year],
  );
  return rows.map(({ id }) => id);
}
