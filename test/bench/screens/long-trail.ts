import { appendAudit } from '#persistence/audit/append-audit.js';
import type { AuditEntry } from '#persistence/audit/append-audit.js';
import type { Ground } from '../ground.js';
import type { Filing } from '../year.js';

const MINUTE_MS = 60_000;

/** Filed, returned, filed again, approved: what a year leaves in the trail of each obligation, over and over till the trail is `total` long. */
export async function lengthenTrail({ source }: Ground, district: string, filings: readonly Filing[], total: number): Promise<void> {
  const [row]: { count: number }[] = await source.query('select count(*)::int from audit_entry where district_id = $1', [district]);
  const missing = total - row!.count;
  const heads: { stream: string; next: number }[] = await source.query(
    `select stream, max(sequence) + 1 as next from audit_entry where stream = any($1) group by stream`,
    [filings.map(({ obligation }) => `obligation/${obligation}`)],
  );
  const next = new Map(heads.map(({ stream, next: sequence }) => [stream, sequence]));
  const now = Date.now();
  const entries = Array.from({ length: Math.max(0, missing) }, (_, i): AuditEntry => {
    const { obligation, documents, debtor, department } = filings[i % filings.length]!;
    const stream = `obligation/${obligation}`;
    const sequence = next.get(stream) ?? 0;
    next.set(stream, sequence + 1);
    const turn = Math.floor(i / filings.length) % 4;
    const moved = { documents: documents.map((id) => ({ id, from: 'open', to: 'in-review' })) };
    const review = { ...moved, verdict: turn === 1 ? 'return' : 'approve' };
    const files = turn % 2 === 0;
    return {
      ...{ stream, sequence, districtId: district, at: new Date(now - i * MINUTE_MS), onBehalfOf: null },
      ...{ actorId: files ? debtor : department, type: files ? 'submit' : 'review', detail: files ? moved : review },
    };
  });
  await source.transaction((manager) => appendAudit(manager, entries));
  await source.query('analyze audit_entry');
}
