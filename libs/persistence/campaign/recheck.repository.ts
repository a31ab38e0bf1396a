import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RecheckContent } from '#domain/rectification/content.js';
import type { Candidate } from '#domain/selection/frozen-list.js';
import type { Place } from '#persistence/obligation/obligation-opener.js';
import { ACTORS } from './actors.js';

/** An item of a checklist, as its re-check sees it. */
export interface CheckedItem {
  readonly finding: string;
  readonly number: number;
  readonly problem: string;
  readonly project: string;
  readonly projectName: string;
  readonly place: Place;
}

const ITEM = `f.id as finding, f.number, f.problem, p.id as project, p.name as "projectName",
  jsonb_build_object('unit', p.unit_id, 'department', p.department_id, 'sectorOffice', p.sector_office_id, 'agency', null) as place`;
const ITEMS = 'finding f join evaluation e on e.id = f.evaluation_id join project p on p.id = e.project_id';

/** 现场复核: what can be drawn, what was drawn, and what was found. */
@Injectable()
export class RecheckRepository {
  /** Items of the campaign that are struck off, with the size of their project's budget in yuan. */
  async candidates(manager: EntityManager, campaign: string): Promise<readonly Candidate[]> {
    return manager.query(
      `select f.id, p.department_id as department, coalesce(p.adjusted_budget, p.approved_budget, p.initial_budget, 0)::text as amount
       from ${ITEMS} where f.campaign_id = $1 and f.notice_id is not null and f.struck_off_at is not null order by f.id`,
      [campaign],
    );
  }

  /** What the draw of a stage drew, in its order. */
  async drawn(manager: EntityManager, stage: string): Promise<readonly CheckedItem[]> {
    return manager.query(
      `select ${ITEM} from spot_check_draw d cross join lateral jsonb_array_elements(d.drawn) with ordinality as it (line, place), ${ITEMS}
       where d.stage_id = $1 and f.id = (it.line ->> 'id')::uuid order by it.place`,
      [stage],
    );
  }

  async items(manager: EntityManager, findings: readonly string[]): Promise<ReadonlyMap<string, CheckedItem>> {
    const rows: CheckedItem[] = await manager.query(`select ${ITEM} from ${ITEMS} where f.id = any ($1)`, [findings]);
    return new Map(rows.map((row) => [row.finding, row]));
  }

  async record(
    manager: EntityManager,
    checks: readonly { readonly document: string; readonly finding: string; readonly content: RecheckContent }[],
    at: number,
  ): Promise<void> {
    await manager.query(
      `insert into rectification_recheck (document_id, finding_id, confirmed, found, checked_on, checked_by, filed_by, at)
       select r.document, r.finding, (r.content ->> 'confirmed')::boolean, r.content ->> 'found', (r.content ->> 'checkedOn')::date,
         r.content ->> 'checkedBy', filed.actor_id, $2
       from jsonb_to_recordset($1::text::jsonb) as r (document uuid, finding uuid, content jsonb) join document d on d.id = r.document ${ACTORS}
       on conflict on constraint rectification_recheck_pk do nothing`,
      [JSON.stringify(checks), new Date(at).toISOString()],
    );
  }

  /** What was not confirmed is open again. */
  async reopen(manager: EntityManager, findings: readonly string[]): Promise<void> {
    await manager.query('update finding set struck_off_at = null where id = any ($1)', [findings]);
  }

  /** What was found does not hold: a decision on the unit's objection says so, and the items are struck off again. */
  async overturn(
    manager: EntityManager,
    checks: readonly { readonly document: string; readonly ruling: string }[],
    at: number,
  ): Promise<void> {
    if (checks.length === 0) return;
    await manager.query(
      `with over as (update rectification_recheck k set overturned_by = t.ruling
         from jsonb_to_recordset($1::text::jsonb) as t (document uuid, ruling uuid) where k.document_id = t.document returning k.finding_id)
       update finding set struck_off_at = $2 where id in (select finding_id from over)`,
      [JSON.stringify(checks), new Date(at).toISOString()],
    );
  }
}
