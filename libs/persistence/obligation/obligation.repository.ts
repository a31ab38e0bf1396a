import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Recording } from '#contracts/obligation/obligation.contract.js';
import type { ObligationState } from '#domain/obligation/state.js';
import type { DocumentChange } from '#domain/obligation/transition.js';

/** The line of an obligation as far as recording needs it. */
export interface ObligationRow {
  readonly id: string;
  readonly kind: string;
  readonly district_id: string;
  readonly campaign_id: string;
  readonly stage_id: string;
  readonly unit_id: string | null;
  readonly department_id: string | null;
  readonly sector_office_id: string | null;
  readonly due_at: Date;
}

/** A submitted document with the content version it is filed in; null: the newest. */
export interface Filed {
  readonly id: string;
  readonly version: number | null;
}

const asDate = (ms: number): string => new Date(ms).toISOString();

/** Documents that changed, columnwise: the last change of each within the batch. Instants are business instants. */
const columnsOf = (changes: readonly DocumentChange[], toBusiness: (ms: number) => number) => [
  changes.map((it) => it.id),
  changes.map((it) => it.to),
  changes.map((it) => it.step),
  changes.map((it) => it.round),
  changes.map((it) => (it.limitAt === null ? null : asDate(toBusiness(it.limitAt)))),
];

@Injectable()
export class ObligationRepository {
  /**
   * Brings the obligation's line to the end of the batch, if it stands at the batch's beginning. Null when it does not: another attempt
   * has recorded already. Locks the line till the transaction ends.
   */
  async advance(manager: EntityManager, recording: Recording, toBusiness: (ms: number) => number): Promise<ObligationRow | null> {
    const { state, after, next } = recording;
    const lastAt = recording.transitions.at(-1)?.at;
    const [rows] = await manager.query<[ObligationRow[], number]>(
      `update obligation set sequence = $3, state = $4::text::jsonb, status = $5, due_on = $6, due_at = $7, deadline_serial = $8,
         next_at = $9, next_what = $10, closed_at = case when $5 = 'closed' then $11::timestamptz end
       where id = $1 and sequence = $2
       returning id, kind, district_id, campaign_id, stage_id, unit_id, department_id, sector_office_id, due_at`,
      [
        state.id,
        after,
        state.sequence,
        JSON.stringify(state),
        state.status,
        state.deadline.dueOn,
        asDate(toBusiness(state.deadline.dueAt)),
        state.deadline.serial,
        next && asDate(toBusiness(next.at)),
        next && next.what,
        lastAt === undefined ? null : asDate(toBusiness(lastAt)),
      ],
    );
    return rows[0] ?? null;
  }

  /** The state that stands in the tables. */
  async stateOf(manager: EntityManager, obligation: string): Promise<ObligationState> {
    const rows: { state: ObligationState }[] = await manager.query('select state from obligation where id = $1', [obligation]);
    return rows[0]!.state;
  }

  /** Obligations that acceptance within this one has opened and that no workflow runs for yet. */
  async unstartedOpenedBy(manager: EntityManager, obligation: string): Promise<readonly string[]> {
    const rows: { id: string }[] = await manager.query('select id from obligation where opened_by = $1 and started_at is null', [
      obligation,
    ]);
    return rows.map(({ id }) => id);
  }

  /** Documents and whose turn it is with them, in one statement. A document that was submitted is filed in the version that was checked. */
  async applyChanges(
    manager: EntityManager,
    row: ObligationRow,
    changes: readonly DocumentChange[],
    filed: readonly Filed[],
    at: number,
    toBusiness: (ms: number) => number,
  ): Promise<void> {
    const turns = changes.flatMap((it) => it.turn.map((person) => [it.id, person, it.to === 'in-review' ? 'review' : 'file'] as const));
    await manager.query(
      `with change as (
         select * from unnest($1::uuid[], $2::text[], $3::text[], $4::integer[], $5::timestamptz[]) as c (id, status, step, round, limit_at)
       ), changed as (
         update document set status = c.status, step = c.step, round = c.round, limit_at = c.limit_at, changed_at = $6, due_at = $7,
           filed_version = case when document.id = any ($8::uuid[])
             then coalesce((select f.version from unnest($8::uuid[], $13::integer[]) f (id, version) where f.id = document.id), content_version)
             else filed_version end
         from change c where document.id = c.id
       ), left_over as (
         delete from task using change c where task.document_id = c.id
           and not exists (select from unnest($9::uuid[], $10::uuid[]) t (d, p) where t.d = task.document_id and t.p = task.person_id)
       )
       insert into task (document_id, person_id, obligation_id, doing, due_at)
       select t.document_id, t.person_id, $12, t.doing, coalesce(case when t.doing = 'review' then c.limit_at end, $7)
       from unnest($9::uuid[], $10::uuid[], $11::text[]) as t (document_id, person_id, doing) join change c on c.id = t.document_id
       on conflict (document_id, person_id) do update set doing = excluded.doing, due_at = excluded.due_at`,
      [
        ...columnsOf(changes, toBusiness),
        asDate(toBusiness(at)),
        row.due_at,
        filed.map(({ id }) => id),
        turns.map(([document]) => document),
        turns.map(([, person]) => person),
        turns.map(([, , doing]) => doing),
        row.id,
        filed.map(({ version }) => version),
      ],
    );
  }

  /** A new deadline reaches the documents that nobody has touched with it. */
  async moveDue(manager: EntityManager, row: ObligationRow): Promise<void> {
    await manager.query('update document set due_at = $2 where obligation_id = $1', [row.id, row.due_at]);
    await manager.query(`update task set due_at = $2 where obligation_id = $1 and doing = 'file'`, [row.id, row.due_at]);
  }
}
