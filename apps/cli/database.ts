import { DataSource } from 'typeorm';
import { layout } from '#embedded/data-folder.js';
import { runningStack } from '#embedded/stack-lock.js';
import { useStack } from '#embedded/stack.js';
import { migrate } from '#persistence/migrate.js';
import { temporalConnectionOptions } from '#platform/configuration-temporal.js';
import { readConfiguration } from '#platform/configuration.js';
import type { Configuration } from '#platform/configuration.js';
import { connectClient } from '#temporal/connection.js';
import { Engine } from '#temporal/engine.js';

/** Where the engine that belongs to the database answers. */
export interface Servers {
  readonly configuration: Configuration;
  /** Undefined: none is configured, and none runs on this data folder. */
  readonly temporalAddress: string | undefined;
}

/**
 * Gives a command the migrated database: of `DATABASE_URL`, of the stack that runs on this data folder, or of one that is started for as long
 * as the command takes.
 */
export async function withDatabase<T>(work: (source: DataSource, servers: Servers) => Promise<T>): Promise<T> {
  const configuration = readConfiguration();
  const running = (await runningStack(layout(configuration.dataFolder)))?.addresses;
  const known = configuration.databaseUrl ?? running?.databaseUrl;
  const stack = known === undefined ? await useStack(configuration, { progress: (line) => console.error(`» ${line}`) }) : null;
  const url = known ?? stack!.databaseUrl;
  const temporalAddress = configuration.temporal.address ?? (running ?? stack)?.temporalAddress;
  try {
    await migrate(url);
    const source = await new DataSource({ type: 'postgres', url, installExtensions: false }).initialize();
    try {
      return await work(source, { configuration, temporalAddress });
    } finally {
      await source.destroy();
    }
  } finally {
    await stack?.stop();
  }
}

/** The engine of these servers; `close` when done. @throws Error when nothing says where it is */
export async function engineOf({
  configuration: { temporal },
  temporalAddress,
}: Servers): Promise<{ engine: Engine; close: () => Promise<void> }> {
  if (temporalAddress === undefined) throw new Error('Set TEMPORAL_ADDRESS: warnings that the figures raise are workflows.');
  const client = await connectClient(await temporalConnectionOptions(temporal, temporalAddress), temporal.namespace);
  return { engine: new Engine(client), close: () => client.connection.close() };
}
