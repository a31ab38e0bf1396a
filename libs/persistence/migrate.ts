import { DataSource } from 'typeorm';
import { Organisation1700000000001 } from './migrations/1-organisation.js';
import { Campaign1700000000002 } from './migrations/2-campaign.js';
import { Obligation1700000000003 } from './migrations/3-obligation.js';
import { Stages1700000000004 } from './migrations/4-stages.js';
import { Api1700000000005 } from './migrations/5-api.js';
import { Published1700000000006 } from './migrations/6-published.js';
import { WarningColours1700000000007 } from './migrations/7-warning-colours.js';
import { Terms1700000000008 } from './migrations/8-terms.js';

export const MIGRATIONS = [
  Organisation1700000000001,
  Campaign1700000000002,
  Obligation1700000000003,
  Stages1700000000004,
  Api1700000000005,
  Published1700000000006,
  WarningColours1700000000007,
  Terms1700000000008,
];

/** Brings the database at `url` to the present schema; each migration in a transaction of its own. Harmless when it is there already. */
export async function migrate(url: string, schema = 'public'): Promise<void> {
  const source = new DataSource({ type: 'postgres', url, schema, migrations: MIGRATIONS, installExtensions: false });
  await source.initialize();
  try {
    await source.runMigrations({ transaction: 'each' });
  } finally {
    await source.destroy();
  }
}
