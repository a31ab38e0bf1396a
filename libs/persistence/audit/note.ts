import type { EntityManager } from 'typeorm';
import { appendAudit } from './append-audit.js';
import type { AuditEntry } from './append-audit.js';

/**
 * One entry at the end of a stream that several may write to (a campaign, the organisation): writers of the same stream wait for each other
 * till the transaction ends. Streams of obligations have one writer and number their entries themselves.
 */
export async function note(manager: EntityManager, entry: Omit<AuditEntry, 'sequence'>): Promise<void> {
  await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [entry.stream]);
  const rows: { next: number }[] = await manager.query(
    'select coalesce(max(sequence) + 1, 0)::int as next from audit_entry where stream = $1',
    [entry.stream],
  );
  await appendAudit(manager, [{ ...entry, sequence: rows[0]!.next }]);
}
