import type { DataSource } from 'typeorm';
import { auditHash, NO_HASH } from './audit-hash.js';

export type AuditFault =
  /** A number is missing: an entry was taken out. */
  | 'GAP'
  /** It does not carry the hash of the entry before it. */
  | 'BROKEN_LINK'
  /** What it says is not what was hashed. */
  | 'ALTERED'
  /** The stream ends before the entry that was anchored. */
  | 'CUT'
  /** The anchored entry is another one now: the stream was written anew. */
  | 'REWRITTEN'
  /** An anchored stream is not there any more. */
  | 'VANISHED'
  /** The anchor does not agree with itself. */
  | 'BAD_ANCHOR';

export interface AuditBreach {
  readonly stream: string;
  readonly sequence: number;
  readonly fault: AuditFault;
}

export interface AuditVerdict {
  readonly streams: number;
  readonly entries: number;
  /** In the order of stream and sequence; of a stream only its first. */
  readonly breaches: readonly AuditBreach[];
}

interface Row {
  readonly stream: string;
  readonly sequence: number;
  readonly at: Date;
  readonly actorId: string | null;
  readonly onBehalfOf: string | null;
  readonly type: string;
  readonly detail: unknown;
  readonly previousHash: string;
  readonly hash: string;
}

/** Rows of one page of a walk through all streams. */
const PAGE = 5_000;

const page = async (source: DataSource, stream: string | undefined, after: { stream: string; sequence: number }): Promise<Row[]> =>
  source.query(
    `select stream, sequence, at, actor_id as "actorId", on_behalf_of as "onBehalfOf", type, detail, previous_hash as "previousHash", hash
     from audit_entry where (stream, sequence) > ($1, $2) and ($3::text is null or stream = $3)
     order by stream, sequence limit ${String(PAGE)}`,
    [after.stream, after.sequence, stream ?? null],
  );

/** Goes along streams entry by entry and finds the first fault of each. */
export class ChainWalk {
  streams = 0;
  entries = 0;
  readonly breaches: AuditBreach[] = [];
  private last: { stream: string; sequence: number; hash: string; broken: boolean } | null = null;

  take(row: Row): void {
    this.entries += 1;
    if (this.last?.stream !== row.stream) {
      this.streams += 1;
      this.last = { stream: row.stream, sequence: -1, hash: NO_HASH, broken: false };
    }
    const { sequence, hash, broken } = this.last;
    const fault = broken ? null : this.faultOf(row, sequence, hash);
    if (fault) this.breaches.push({ stream: row.stream, sequence: fault === 'GAP' ? sequence + 1 : row.sequence, fault });
    this.last = { stream: row.stream, sequence: row.sequence, hash: row.hash, broken: broken || fault !== null };
  }

  private faultOf(row: Row, sequence: number, hash: string): AuditFault | null {
    if (row.sequence !== sequence + 1) return 'GAP';
    if (row.previousHash !== hash) return 'BROKEN_LINK';
    return auditHash(row) === row.hash ? null : 'ALTERED';
  }
}

/**
 * Recomputes the hash chains of all streams, or of one, from what the database holds. A tail that was cut off leaves a chain that is whole:
 * only an anchor outside the database (`verifyAgainstAnchor`) shows that.
 */
export async function verifyAudit(source: DataSource, { stream }: { readonly stream?: string } = {}): Promise<AuditVerdict> {
  const walk = new ChainWalk();
  for (let after = { stream: '', sequence: -1 }; ;) {
    const rows = await page(source, stream, after);
    for (const row of rows) walk.take(row);
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) break;
    after = { stream: last.stream, sequence: last.sequence };
  }
  const { streams, entries, breaches } = walk;
  return { streams, entries, breaches };
}
