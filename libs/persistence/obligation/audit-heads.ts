import type { PoolClient } from 'pg';
import type { AuditHead } from '#persistence/audit/append-audit.js';

/** Some hundred bytes each: as many as a worker may hold obligations in its cache, and more. */
const KEPT = 10_000;

const LAST = {
  name: 'audit-head',
  text: 'select hash from audit_entry where stream = $1 and sequence = $2',
};

/**
 * Hashes in which audit chains of obligations end, as far as this process wrote them itself: it need not ask before it writes the next entry.
 * An entry is never changed, and the statement that follows it holds it against the table once more.
 */
export class AuditHeads {
  private readonly heads = new Map<string, AuditHead>();

  /** The hash of the entry, or an empty text where the stream does not reach so far. */
  async at(client: PoolClient, stream: string, sequence: number): Promise<string> {
    const known = this.heads.get(stream);
    if (known?.sequence === sequence) return known.hash;
    const { rows } = await client.query<{ hash: string }>({ ...LAST, values: [stream, sequence] });
    return rows[0]?.hash ?? '';
  }

  /** To be told once the entry is committed. */
  moved(head: AuditHead): void {
    this.heads.delete(head.stream);
    this.heads.set(head.stream, head);
    if (this.heads.size > KEPT) this.heads.delete(this.heads.keys().next().value!);
  }

  forget(stream: string): void {
    this.heads.delete(stream);
  }
}
