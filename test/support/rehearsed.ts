import { DataSource } from 'typeorm';
import type { Client } from '@temporalio/client';
import { connectClient } from '#temporal/connection.js';
import type { Outcome } from '../../apps/rehearsal/outcome.js';
import { rehearse } from '../../apps/rehearsal/rehearse.js';
import type { Script } from '../../apps/rehearsal/script.js';
import { createDatabase, temporalServer } from './database.js';

/** A year that was rehearsed, with its tables and its executions to be looked at. */
export interface Rehearsed {
  readonly outcome: Outcome;
  readonly source: DataSource;
  readonly client: Client;
  readonly campaign: string;
  strike(): Promise<void>;
}

/** Rehearses a script on the run's servers and keeps the stage until `strike`. */
export async function rehearseKept(script: Script): Promise<Rehearsed> {
  const database = await createDatabase();
  const { address } = temporalServer();
  const outcome = await rehearse(script, { databaseUrl: database.url, temporal: { address, tls: false } }, { keep: true });
  const schema = await schemaOf(database.url);
  const url = new URL(database.url);
  url.searchParams.set('options', `-c search_path=${schema},public`);
  const source = await new DataSource({ type: 'postgres', url: url.href, installExtensions: false }).initialize();
  const namespace = schema.replace('_', '-');
  const client = await connectClient({ address, tls: false }, namespace);
  const [row]: { id: string }[] = await source.query('select id from campaign order by fiscal_year limit 1');
  const strike = async (): Promise<void> => {
    await client.connection.operatorService.deleteNamespace({ namespace });
    await client.connection.close();
    await source.destroy();
    await database.drop();
  };
  return { outcome, source, client, campaign: row!.id, strike };
}

/** The database is the rehearsal's alone, so the schema beside `public` is its own. */
async function schemaOf(databaseUrl: string): Promise<string> {
  const source = await new DataSource({ type: 'postgres', url: databaseUrl, installExtensions: false }).initialize();
  try {
    const [row]: { name: string }[] = await source.query(`select nspname as name from pg_namespace where nspname like 'rehearsal\\_%'`);
    return row!.name;
  } finally {
    await source.destroy();
  }
}
