import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { appendAudit } from '#persistence/audit/append-audit.js';
import { Clock } from '#platform/clock.js';

/** A change that the API makes itself, for the audit trail. */
export interface Change {
  /** For instance `person/{id}`. */
  readonly stream: string;
  readonly district: string | null;
  readonly actor: string;
  readonly type: string;
  readonly detail: unknown;
}

/** Appends what the API changes by itself (people, places, drafts) to the audit trail, within the change's own transaction. */
@Injectable()
export class Trail {
  constructor(private readonly clock: Clock) {}

  async append(manager: EntityManager, { stream, district, actor, type, detail }: Change): Promise<void> {
    await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [stream]);
    const rows: { next: number }[] = await manager.query(
      'select coalesce(max(sequence), -1) + 1 as next from audit_entry where stream = $1',
      [stream],
    );
    const at = new Date(this.clock.now());
    await appendAudit(manager, [
      { stream, sequence: rows[0]!.next, districtId: district, at, actorId: actor, onBehalfOf: null, type, detail },
    ]);
  }
}
