import { createHash } from 'node:crypto';
import { canonicalJson } from '#contracts/canonical-json.js';

/** What of an entry is hashed; `previousHash` chains it to the one before in its stream. */
export interface HashedEntry {
  readonly stream: string;
  readonly sequence: number;
  readonly at: Date;
  readonly actorId: string | null;
  readonly onBehalfOf: string | null;
  readonly type: string;
  readonly detail: unknown;
  readonly previousHash: string;
}

/** `previousHash` of the first entry of a stream. */
export const NO_HASH = '0'.repeat(64);

/** SHA-256 (hex) over the entry's canonical JSON. */
export const auditHash = ({ detail, ...entry }: HashedEntry): string => auditHashOver(entry, canonicalJson(detail));

/** The same, where the canonical JSON of the detail is there already: it is most of what is hashed. */
export const auditHashOver = (
  { stream, sequence, at, actorId, onBehalfOf, type, previousHash }: Omit<HashedEntry, 'detail'>,
  detailJson: string,
): string => {
  const before = canonicalJson({ actor: actorId, at: at.toISOString() });
  const after = canonicalJson({ onBehalfOf, previousHash, sequence, stream, type });
  // Keys in their order: actor, at, detail, onBehalfOf …
  return createHash('sha256')
    .update(`${before.slice(0, -1)},"detail":${detailJson},${after.slice(1)}`)
    .digest('hex');
};
