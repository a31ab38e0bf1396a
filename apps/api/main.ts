import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { submissionGate } from '#activities/submission/submission-gate.js';
import { serversOf } from '#embedded/servers.js';
import { Clock } from '#platform/clock.js';
import { Backups } from '#platform/backup/backups.js';
import { createFiles } from '#platform/files/create-files.js';
import { readConfiguration } from '#platform/configuration.js';
import { temporalConnectionOptions } from '#platform/configuration-temporal.js';
import { createLogger, NestLogger } from '#platform/logging.js';
import { connectClient } from '#temporal/connection.js';
import { Engine } from '#temporal/engine.js';
import { RehearsalProcesses } from '../rehearsal/rehearsal-processes.js';
import { createApi } from './create-api.js';
import { metricsOf } from './parts.js';

/** The API as a process of its own; any number of them may serve one database and engine. */
async function main(): Promise<void> {
  const configuration = readConfiguration();
  const logger = createLogger(configuration.log);
  const { databaseUrl, temporal } = await serversOf(configuration);
  const dataSource = await new DataSource({
    type: 'postgres',
    url: databaseUrl,
    installExtensions: false,
    extra: { max: 20 },
  }).initialize();
  const options = await temporalConnectionOptions(temporal);
  const client = await connectClient(options, temporal.namespace);
  const rehearsals = new RehearsalProcesses({ databaseUrl, temporal: options });
  const { host, port, publicUrl } = configuration.api;
  const api = await createApi(
    {
      dataSource,
      engine: new Engine(client),
      clock: new Clock(),
      gate: submissionGate(dataSource),
      files: await createFiles(configuration, (line) => logger.warn(line)),
      backups: new Backups({ folder: join(configuration.dataFolder, 'backups'), databaseUrl }),
      options: {
        publicUrl,
        secureCookie: publicUrl.startsWith('https:'),
        webhookHosts: configuration.webhookHosts,
        ...metricsOf(configuration),
      },
      rehearsals,
      pingEngine: () => client.connection.ensureConnected(),
    },
    new NestLogger(logger),
  );
  await api.listen(port, host);
  logger.info(`API at ${publicUrl}, documentation at ${publicUrl}/api/docs`);

  const stop = async (): Promise<void> => {
    await api.close();
    await rehearsals.stop();
    await client.connection.close();
    await dataSource.destroy();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
