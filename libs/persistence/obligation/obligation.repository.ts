import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';
import type { ObligationState } from '#domain/obligation/state.js';
import { chainAudit } from '#persistence/audit/append-audit.js';
import type { AuditEntry } from '#persistence/audit/append-audit.js';
import { AuditHeads } from './audit-heads.js';
import { RECORD, recordParameters } from './record-statement.js';
import type { Batch } from './record-statement.js';

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

interface RecordedBatch {
  readonly row: ObligationRow;
  readonly committed: () => void;
}

@Injectable()
export class ObligationRepository {
  private readonly heads = new AuditHeads();

  /**
   * Records a batch with its audit entries, whole or not at all, if the obligation stands at the batch's beginning. Null when it does not:
   * another attempt has recorded already. Within a transaction it locks the line till the end; alone it is a transaction by itself.
   * `committed` is to be called once it stands.
   */
  async record(client: PoolClient, batch: Batch, entries: readonly AuditEntry[]): Promise<RecordedBatch | null> {
    const { stream } = entries[0]!;
    const previousHash = await this.heads.at(client, stream, batch.recording.after);
    const { links, heads } = chainAudit(entries, new Map([[stream, previousHash]]));
    const values = recordParameters(batch, links, previousHash);
    const { rows } = await client.query<ObligationRow>({ name: 'record-transitions', text: RECORD, values });
    if (rows[0]) return { row: rows[0], committed: () => void this.heads.moved(heads.get(stream)!) };
    this.heads.forget(stream);
    return null;
  }

  /** The state that stands in the tables. */
  async stateOf(manager: EntityManager, obligation: string): Promise<ObligationState> {
    const rows: { state: ObligationState }[] = await manager.query('select terms || state as state from obligation where id = $1', [
      obligation,
    ]);
    return rows[0]!.state;
  }

  /** Obligations that acceptance within this one has opened and that no workflow runs for yet. */
  async unstartedOpenedBy(manager: EntityManager, obligation: string): Promise<readonly string[]> {
    const rows: { id: string }[] = await manager.query('select id from obligation where opened_by = $1 and started_at is null', [
      obligation,
    ]);
    return rows.map(({ id }) => id);
  }

  /** A new deadline reaches the documents that nobody has touched with it. */
  async moveDue(manager: EntityManager, row: ObligationRow): Promise<void> {
    await manager.query('update document set due_at = $2 where obligation_id = $1', [row.id, row.due_at]);
    await manager.query(`update task set due_at = $2 where obligation_id = $1 and doing = 'file'`, [row.id, row.due_at]);
  }
}
