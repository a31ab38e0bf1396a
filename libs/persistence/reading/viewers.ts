import type { DataSource } from 'typeorm';
import type { Viewer } from '#persistence/access/viewer.js';
import { grantsOf } from './people.js';

/** Active people with their roles, as if they had logged in. */
export const readViewers = (source: DataSource, people: readonly string[]): Promise<Viewer[]> =>
  source.query(
    `select p.id as person, p.name, p.email, p.language, ${grantsOf('p.id')} as grants from person p where p.id = any ($1::uuid[]) and p.active`,
    [people],
  );
