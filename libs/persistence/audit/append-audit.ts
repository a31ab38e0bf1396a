import type { EntityManager } from 'typeorm';
import { canonicalJson } from '#contracts/canonical-json.js';
import type { TrailType } from '#contracts/trail-type.js';
import { auditHashOver, NO_HASH } from './audit-hash.js';

export interface AuditEntry {
  /** One hash chain a stream, for instance `obligation/{id}`. */
  readonly stream: string;
  /** Consecutive within its stream, from 0. */
  readonly sequence: number;
  readonly districtId: string | null;
  /** The business instant of what happened. */
  readonly at: Date;
  /** Null: the clock, or the campaign itself. */
  readonly actorId: string | null;
  readonly onBehalfOf: string | null;
  readonly type: TrailType;
  readonly detail: unknown;
}

/** The newest entry of a stream. */
export interface AuditHead {
  readonly stream: string;
  readonly sequence: number;
  readonly hash: string;
}

/** The entries do not follow the last one of their stream. A bug of the caller: nothing was written. */
export class AuditGapError extends Error {
  override readonly name = 'AuditGapError';

  constructor(stream: string, sequence: number) {
    super(`Audit entry ${String(sequence)} of ${stream} has no entry before it.`);
  }
}

/** An entry as it stands in its chain. */
export interface AuditLink extends AuditEntry {
  readonly detailJson: string;
  readonly previousHash: string;
  readonly hash: string;
}

/** Hashes of the entries that the new ones follow: one look-up by primary key for all streams together. */
async function hashesBefore(manager: EntityManager, firsts: readonly AuditEntry[]): Promise<Map<string, string>> {
  const hashes = new Map(firsts.filter(({ sequence }) => sequence === 0).map(({ stream }) => [stream, NO_HASH]));
  const later = firsts.filter(({ sequence }) => sequence > 0);
  if (later.length === 0) return hashes;
  const rows: { stream: string; hash: string }[] = await manager.query(
    `select stream, hash from audit_entry join unnest($1::text[], $2::integer[]) as before (stream, sequence) using (stream, sequence)`,
    [later.map(({ stream }) => stream), later.map(({ sequence }) => sequence - 1)],
  );
  for (const { stream, hash } of rows) hashes.set(stream, hash);
  return hashes;
}

/** Hashes each entry onto the one before it; `before` knows the hash that a stream's first one follows. @throws AuditGapError */
export function chainAudit(
  entries: readonly AuditEntry[],
  before: ReadonlyMap<string, string>,
): { links: AuditLink[]; heads: Map<string, AuditHead> } {
  const heads = new Map<string, AuditHead>();
  const links = entries.map((entry) => {
    const head = heads.get(entry.stream);
    const previousHash = head?.hash ?? before.get(entry.stream);
    if (previousHash === undefined || (head && head.sequence + 1 !== entry.sequence)) throw new AuditGapError(entry.stream, entry.sequence);
    const detailJson = canonicalJson(entry.detail);
    const hash = auditHashOver({ ...entry, previousHash }, detailJson);
    heads.set(entry.stream, { stream: entry.stream, sequence: entry.sequence, hash });
    return { ...entry, detailJson, previousHash, hash };
  });
  return { links, heads };
}

export const AUDIT_COLUMNS = 'stream, sequence, district_id, at, actor_id, on_behalf_of, type, detail, previous_hash, hash';
/** The same, as they come out of arrays of text. */
export const AUDIT_VALUES = AUDIT_COLUMNS.replace('detail', 'detail::jsonb');

/** One array a column, in the order of `AUDIT_COLUMNS`. */
export const auditParameters = (links: readonly AuditLink[]): unknown[][] => [
  links.map((it) => it.stream),
  links.map((it) => it.sequence),
  links.map((it) => it.districtId),
  links.map((it) => it.at.toISOString()),
  links.map((it) => it.actorId),
  links.map((it) => it.onBehalfOf),
  links.map((it) => it.type),
  links.map((it) => it.detailJson),
  links.map((it) => it.previousHash),
  links.map((it) => it.hash),
];

/** One insert for any number of rows. No `on conflict`: an entry that is there already is an error and fails the transaction. */
async function insert(manager: EntityManager, links: readonly AuditLink[]): Promise<void> {
  await manager.query(
    `insert into audit_entry (${AUDIT_COLUMNS}) select ${AUDIT_VALUES} from unnest($1::text[], $2::integer[], $3::uuid[], $4::timestamptz[],
       $5::uuid[], $6::uuid[], $7::text[], $8::text[], $9::text[], $10::text[]) as entry (${AUDIT_COLUMNS})`,
    auditParameters(links),
  );
}

/**
 * Appends entries to their streams within the caller's transaction, each hashed onto the one before it; entries of several streams may be
 * mixed, those of one stream must follow each other and the stream's last entry. Answers the new head of every stream.
 *
 * @throws AuditGapError when an entry does not follow; a unique violation when it is there already.
 */
export async function appendAudit(manager: EntityManager, entries: readonly AuditEntry[]): Promise<readonly AuditHead[]> {
  if (entries.length === 0) return [];
  const firsts = [...new Map([...entries].reverse().map((entry) => [entry.stream, entry])).values()];
  const { links, heads } = chainAudit(entries, await hashesBefore(manager, firsts));
  await insert(manager, links);
  return [...heads.values()];
}
