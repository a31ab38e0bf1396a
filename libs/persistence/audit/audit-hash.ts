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
export const auditHash = ({ stream, sequence, at, actorId, onBehalfOf, type, detail, previousHash }: HashedEntry): string =>
  createHash('sha256')
    .update(canonicalJson({ stream, sequence, at: at.toISOString(), actor: actorId, onBehalfOf, type, detail, previousHash }))
    .digest('hex');
