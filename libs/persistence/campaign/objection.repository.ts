import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ObjectionableKind } from '#domain/objection/objection.js';
import type { Place } from '#persistence/obligation/obligation-opener.js';

/** What an objection is about: the accepted document that says what was found, with the place of the unit that may object. */
export interface ObjectedTo {
  readonly objection: string;
  /** The document that was objected to. */
  readonly document: string;
  readonly kind: ObjectionableKind;
  readonly title: string;
  readonly project: string | null;
  readonly subject: string | null;
  readonly place: Place;
}

/** 异议: what units object to. Objections and the decisions on them are documents. */
@Injectable()
export class ObjectionRepository {
  /** By the id of the objection. */
  async objectedTo(manager: EntityManager, objections: readonly string[]): Promise<ReadonlyMap<string, ObjectedTo>> {
    const rows: ObjectedTo[] = await manager.query(
      `select o.id as objection, d.id as document, d.kind, o.title, d.project_id as project, d.subject_id as subject,
         jsonb_build_object('unit', o.unit_id, 'department', o.department_id, 'sectorOffice', o.sector_office_id, 'agency', null) as place
       from document o join document d on d.id = o.subject_id where o.id = any ($1) and o.kind = 'objection'`,
      [objections],
    );
    return new Map(rows.map((row) => [row.objection, row]));
  }

  /** Numbers of the problems of an issued notice that are not items of rectification yet, by the document of its receipt. */
  async openNumbers(manager: EntityManager, receipts: readonly string[]): Promise<ReadonlyMap<string, readonly number[]>> {
    const rows: { receipt: string; numbers: number[] }[] = await manager.query(
      `select d.id as receipt, array_agg(f.number order by f.number) as numbers
       from document d join finding f on f.notice_id = d.subject_id
       where d.id = any ($1) and d.kind = 'feedback-receipt' and f.item_id is null group by d.id`,
      [receipts],
    );
    return new Map(rows.map(({ receipt, numbers }) => [receipt, numbers]));
  }

  /** Who filed or approved last in the obligation: whose decision it is. */
  async lastActor(manager: EntityManager, obligation: string): Promise<string> {
    const rows: { actor: string }[] = await manager.query(
      `select actor_id as actor from audit_entry where stream = $1 and type in ('submit', 'review') order by sequence desc limit 1`,
      [`obligation/${obligation}`],
    );
    return rows[0]!.actor;
  }

  /** Findings of an issued notice are reworded or taken back; what it said is kept. What is an item of rectification already stays. */
  async correctNotice(
    manager: EntityManager,
    notice: string,
    ruling: string,
    corrections: readonly { readonly number: number; readonly problem?: string }[],
    at: number,
  ): Promise<void> {
    await manager.query(
      `with wanted as (select f.id, f.number, f.problem as said, f.recommendation, c.problem
         from finding f join jsonb_to_recordset($3::text::jsonb) as c (number integer, problem text) on c.number = f.number
         where f.notice_id = $1 and f.item_id is null for update of f),
       reworded as (update finding f set problem = w.problem from wanted w where f.id = w.id and w.problem is not null),
       taken as (delete from finding f using wanted w where f.id = w.id and w.problem is null)
       insert into finding_correction (finding_id, ruling_id, notice_id, number, said, recommendation, problem, at)
       select id, $2, $1, number, said, recommendation, problem, $4 from wanted`,
      [notice, ruling, JSON.stringify(corrections), new Date(at).toISOString()],
    );
  }
}
