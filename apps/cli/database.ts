import { DataSource } from 'typeorm';
import { layout } from '#embedded/data-folder.js';
import { runningStack } from '#embedded/stack-lock.js';
import { useStack } from '#embedded/stack.js';
import { migrate } from '#persistence/migrate.js';
import { readConfiguration } from '#platform/configuration.js';

/**
 * Gives a command the migrated database: of `DATABASE_URL`, of the stack that runs on this data folder, or of one that is started for as long
 * as the command takes.
 */
export async function withDatabase<T>(work: (source: DataSource) => Promise<T>): Promise<T> {
  const configuration = readConfiguration();
  const running = configuration.databaseUrl ?? (await runningStack(layout(configuration.dataFolder)))?.addresses?.databaseUrl;
  const stack = running === undefined ? await useStack(configuration, { progress: (line) => console.error(`» ${line}`) }) : null;
  const url = running ?? stack!.databaseUrl;
  try {
    await migrate(url);
    const source = await new DataSource({ type: 'postgres', url, installExtensions: false }).initialize();
    try {
      return await work(source);
    } finally {
      await source.destroy();
    }
  } finally {
    await stack?.stop();
  }
}
