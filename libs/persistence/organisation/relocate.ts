import type { EntityManager } from 'typeorm';
import type { Place } from '#persistence/obligation/obligation-opener.js';

const SET_PLACE = 'unit_id = $2, department_id = $3, sector_office_id = $4';

/** The project belongs elsewhere from now on, with the feedback notices that are still being acted on. */
export async function moveProject(manager: EntityManager, project: string, { unit, department, sectorOffice }: Place): Promise<void> {
  const values = [project, unit, department, sectorOffice];
  await manager.query(`update project set ${SET_PLACE}, version = version + 1 where id = $1`, values);
  await manager.query(
    `update feedback_notice n set unit_id = $2 from evaluation e
     where e.id = n.evaluation_id and e.project_id = $1 and n.rectified_at is null`,
    [project, unit],
  );
}

/** The project is cancelled (撤销); a key evaluation of it that has not begun is abandoned. */
export async function cancelProject(manager: EntityManager, project: string): Promise<void> {
  await manager.query(`update project set status = 'cancelled', version = version + 1 where id = $1`, [project]);
  await manager.query(
    `update evaluation e set status = 'abandoned' from stage s
     where s.id = e.stage_id and e.project_id = $1 and e.status = 'planned' and s.status = 'planned'`,
    [project],
  );
}

/** Active projects of these units in years that are not closed, and what of theirs is evaluated as a whole. */
export async function projectsOf(manager: EntityManager, units: readonly string[]): Promise<readonly { id: string; place: Place }[]> {
  return manager.query(
    `select p.id, jsonb_build_object('unit', p.unit_id, 'department', p.department_id, 'sectorOffice', p.sector_office_id, 'agency', null) as place
     from project p where p.unit_id = any ($1) and p.status in ('active', 'subject') and not exists
       (select from campaign c where c.district_id = p.district_id and c.fiscal_year = p.fiscal_year and c.status = 'closed')
     order by p.id for update of p`,
    [units],
  );
}

interface Dissolution {
  readonly unit: string;
  readonly successor: { readonly id: string; readonly department: string; readonly sectorOffice: string | null };
  readonly below: readonly string[];
  readonly on: string;
}

/** 撤并: the unit ends on this day; what stood below it stands below its successor. */
export async function dissolveUnit(manager: EntityManager, { unit, successor, below, on }: Dissolution): Promise<void> {
  await manager.query('update budget_unit set dissolved_on = $2, version = version + 1 where id = $1', [unit, on]);
  await manager.query(
    `update budget_unit set parent_id = case when parent_id = $2 then $3::uuid else parent_id end, department_id = $4, sector_office_id = $5,
       version = version + 1 where id = any ($1)`,
    [below, unit, successor.id, successor.department, successor.sectorOffice],
  );
}

/** The obligation and what is open in it are seen at another place; what is closed in it stays where it was. */
export async function moveObligation(manager: EntityManager, obligation: string, place: Place): Promise<void> {
  const values = [obligation, place.unit, place.department, place.sectorOffice];
  await manager.query(`update obligation set ${SET_PLACE} where id = $1`, values);
  await manager.query(`update document set ${SET_PLACE} where obligation_id = $1 and status in ('open', 'returned', 'in-review')`, values);
}

/** Documents opened anew begin with what had been written in the old ones, and take their place wherever they are asked for. */
export async function succeed(manager: EntityManager, old: readonly string[], fresh: readonly string[]): Promise<void> {
  await manager.query(
    `with pair as (select * from unnest($1::uuid[], $2::uuid[]) as t (old, fresh)),
     copied as (insert into document_content (document_id, version, content, saved_at, saved_by)
       select p.fresh, 1, c.content, c.saved_at, c.saved_by from pair p join document d on d.id = p.old
       join document_content c on c.document_id = d.id and c.version = d.content_version returning document_id),
     answers as (update warning w set answer_id = p.fresh from pair p where w.answer_id = p.old),
     items as (update finding f set item_id = p.fresh from pair p where f.item_id = p.old)
     update document set content_version = 1 where id in (select document_id from copied)`,
    [old, fresh],
  );
}
