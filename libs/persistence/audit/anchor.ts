import { createHash } from 'node:crypto';
import { appendFile, readFile } from 'node:fs/promises';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import type { AuditBreach } from './verify-audit.js';

const anchorSchema = z.strictObject({
  /** When the anchor was written, ISO 8601. */
  at: z.string(),
  streams: z.int(),
  entries: z.int(),
  /** Root of a binary SHA-256 tree over the heads, in the order of their streams. */
  root: z.string().regex(/^[0-9a-f]{64}$/),
  heads: z.array(z.tuple([z.string(), z.int(), z.string()])),
});

/** How all streams stood at a moment, kept outside the database: one line of JSON. */
export type Anchor = z.infer<typeof anchorSchema>;

type Head = Anchor['heads'][number];

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Leaves and inner nodes are hashed with different prefixes; a node without a sibling goes up as it is. */
export const merkleRoot = (heads: readonly Head[]): string => {
  let level = heads.map(([stream, sequence, hash]) => sha256(`leaf:${JSON.stringify([stream, sequence, hash])}`));
  while (level.length > 1) {
    level = level.flatMap((left, i) => {
      if (i % 2 === 1) return [];
      const right = level[i + 1];
      return [right === undefined ? left : sha256(`node:${left}${right}`)];
    });
  }
  return level[0] ?? sha256('empty');
};

const headsOf = async (source: DataSource): Promise<Head[]> => {
  const rows: { stream: string; sequence: number; hash: string }[] = await source.query(
    'select distinct on (stream) stream, sequence, hash from audit_entry order by stream, sequence desc',
  );
  return rows.map(({ stream, sequence, hash }) => [stream, sequence, hash]);
};

/** Writes how all streams stand now as one more line to a file outside the database. Best kept where the database's keeper cannot write. */
export async function anchorAudit(source: DataSource, file: string, now: number): Promise<Anchor> {
  const heads = await headsOf(source);
  const entries = heads.reduce((sum, [, sequence]) => sum + sequence + 1, 0);
  const anchor = { at: new Date(now).toISOString(), streams: heads.length, entries, root: merkleRoot(heads), heads };
  await appendFile(file, `${JSON.stringify(anchor)}\n`, { mode: 0o600 });
  return anchor;
}

export class AnchorFileError extends Error {
  override readonly name = 'AnchorFileError';
}

/** Every anchor of a file, oldest first. @throws AnchorFileError naming the line that is none */
export async function readAnchors(file: string): Promise<readonly Anchor[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line, i) => {
    try {
      return anchorSchema.parse(JSON.parse(line));
    } catch {
      throw new AnchorFileError(`${file}, line ${String(i + 1)}: not an anchor`);
    }
  });
}

/** Does every stream that was anchored still go through its anchored entry? Answers the streams that were cut or written anew. */
export async function verifyAgainstAnchor(source: DataSource, anchor: Anchor): Promise<readonly AuditBreach[]> {
  if (merkleRoot(anchor.heads) !== anchor.root) return [{ stream: '', sequence: 0, fault: 'BAD_ANCHOR' }];
  const rows: { stream: string; sequence: number; hash: string | null; last: number | null }[] = await source.query(
    `select h.stream, h.sequence, e.hash, (select max(sequence) from audit_entry l where l.stream = h.stream) as last
     from unnest($1::text[], $2::integer[]) as h (stream, sequence)
     left join audit_entry e on e.stream = h.stream and e.sequence = h.sequence order by h.stream`,
    [anchor.heads.map(([stream]) => stream), anchor.heads.map(([, sequence]) => sequence)],
  );
  const anchored = new Map(anchor.heads.map(([stream, , hash]) => [stream, hash]));
  return rows.flatMap(({ stream, sequence, hash, last }): AuditBreach[] => {
    if (hash === anchored.get(stream)) return [];
    if (last === null) return [{ stream, sequence: 0, fault: 'VANISHED' }];
    return last < sequence ? [{ stream, sequence: last + 1, fault: 'CUT' }] : [{ stream, sequence, fault: 'REWRITTEN' }];
  });
}
