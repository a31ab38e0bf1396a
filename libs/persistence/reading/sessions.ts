import type { DataSource } from 'typeorm';
import type { Viewer } from '#persistence/access/viewer.js';
import { grantsOf } from './people.js';

export interface LoadedSession {
  readonly viewer: Viewer;
  readonly expiresAt: Date;
  readonly seenAt: Date;
}

/** The session of a token's hash with its person and roles, by one indexed query; null when it is over or the person is inactive. */
export const readSession = async (source: DataSource, tokenHash: string, now: Date): Promise<LoadedSession | null> => {
  const rows: (Viewer & { expiresAt: Date; seenAt: Date })[] = await source.query(
    `select s.person_id as person, p.name, p.email, p.language, ${grantsOf('p.id')} as grants, s.expires_at as "expiresAt", s.seen_at as "seenAt"
     from session s join person p on p.id = s.person_id and p.active
     where s.token_hash = $1 and s.expires_at > $2`,
    [tokenHash, now],
  );
  const row = rows[0];
  if (!row) return null;
  const { expiresAt, seenAt, ...viewer } = row;
  return { viewer, expiresAt, seenAt };
};
