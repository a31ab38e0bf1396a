import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export interface DataRequestRow {
  readonly id: string;
  readonly evaluation: string;
  readonly items: readonly string[];
  readonly obligation: string;
  readonly askedBy: string;
  readonly requestId: string;
  /** Business instant, ms. */
  readonly askedAt: number;
}

/** 资料调取 of the evaluations. */
@Injectable()
export class DataRequestRepository {
  async byRequest(manager: EntityManager, requestId: string): Promise<{ readonly id: string; readonly obligation: string } | undefined> {
    const rows: { id: string; obligation: string }[] = await manager.query(
      'select id, obligation_id as obligation from data_request where request_id = $1',
      [requestId],
    );
    return rows[0];
  }

  async put(manager: EntityManager, it: DataRequestRow): Promise<void> {
    await manager.query(
      `insert into data_request (id, evaluation_id, items, obligation_id, asked_by, request_id, asked_at) values ($1, $2, $3::text::jsonb, $4, $5, $6, $7)`,
      [it.id, it.evaluation, JSON.stringify(it.items), it.obligation, it.askedBy, it.requestId, new Date(it.askedAt).toISOString()],
    );
  }

  /** What was asked for, by request. */
  async items(manager: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const rows: { id: string; items: string[] }[] = await manager.query('select id, items from data_request where id = any ($1)', [ids]);
    return new Map(rows.map(({ id, items }) => [id, items]));
  }

  async answered(manager: EntityManager, documents: readonly string[], at: number): Promise<void> {
    await manager.query('update data_request r set answered_at = $2 from document d where d.subject_id = r.id and d.id = any ($1)', [
      documents,
      new Date(at).toISOString(),
    ]);
  }
}
