import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RectificationContent } from '#domain/rectification/content.js';
import { ACTORS } from './actors.js';

/** An accepted report of one item. */
export interface AcceptedReport {
  readonly document: string;
  readonly finding: string;
  readonly content: RectificationContent;
}

/** 整改台账: what was reported of each item and accepted, and which items are closed by it. */
@Injectable()
export class RectificationRepository {
  async record(manager: EntityManager, reports: readonly AcceptedReport[], at: number): Promise<void> {
    await manager.query(
      `insert into rectification_report (document_id, finding_id, remaining, remaining_by, recovered_amount, adjusted_amount, project_effect,
         reported_by, verified_by, accepted_at)
       select r.document, r.finding, r.content -> 'remaining' ->> 'text', (r.content -> 'remaining' ->> 'by')::date,
         coalesce((r.content ->> 'recoveredAmount')::numeric, 0), coalesce((r.content ->> 'adjustedAmount')::numeric, 0),
         r.content ->> 'projectEffect', filed.actor_id, approved.actor_id, $2
       from jsonb_to_recordset($1::text::jsonb) as r (document uuid, finding uuid, content jsonb) join document d on d.id = r.document ${ACTORS}
       on conflict on constraint rectification_report_pk do nothing`,
      [JSON.stringify(reports), new Date(at).toISOString()],
    );
  }

  async strikeOff(manager: EntityManager, findings: readonly string[], at: number): Promise<void> {
    await manager.query('update finding set struck_off_at = $2 where id = any ($1) and struck_off_at is null', [
      findings,
      new Date(at).toISOString(),
    ]);
  }

  /** From now on these documents are the items of their findings. */
  async assign(manager: EntityManager, items: readonly { readonly finding: string; readonly item: string }[]): Promise<void> {
    await manager.query('update finding f set item_id = t.item from unnest($1::uuid[], $2::uuid[]) as t (id, item) where f.id = t.id', [
      items.map(({ finding }) => finding),
      items.map(({ item }) => item),
    ]);
  }

  /** Whom an obligation of items tells when it closes: the notice's workflow, or, of an item that was reopened, the stage. */
  async parentOf(manager: EntityManager, obligation: string): Promise<string> {
    const rows: { parent: string }[] = await manager.query('select parent from obligation where id = $1', [obligation]);
    return rows[0]!.parent;
  }

  /** Obligations of a notice that are not closed, in the order in which they were opened. */
  async open(manager: EntityManager, parent: string): Promise<readonly string[]> {
    const rows: { id: string }[] = await manager.query(
      `select id from obligation where parent = $1 and kind = 'rectification-item' and status = 'open' order by opened_at, id`,
      [parent],
    );
    return rows.map(({ id }) => id);
  }
}
