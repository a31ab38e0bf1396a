import { fileURLToPath } from 'node:url';
import { DataSource } from 'typeorm';
import { createOutbox } from '#activities/notification/create-outbox.js';
import { createWebhooks } from '#activities/notification/create-webhooks.js';
import { resync } from '#activities/obligation/resync.js';
import { serversOf } from '#embedded/servers.js';
import { Clock } from '#platform/clock.js';
import { readConfiguration } from '#platform/configuration.js';
import { temporalConnectionOptions } from '#platform/configuration-temporal.js';
import { createLogger, NestLogger } from '#platform/logging.js';
import { connectClient, connectWorker } from '#temporal/connection.js';
import { Engine } from '#temporal/engine.js';
import { TASK_QUEUE } from '#temporal/task-queue.js';
import { startWorker } from './create-worker.js';

const codePath = fileURLToPath(new URL('../../workflow-bundle.js', import.meta.url));
/** Another queue for whoever shares a namespace with somebody else's workers, as tests do. */
const taskQueue = process.env['JIHENG_TASK_QUEUE'] ?? TASK_QUEUE;

/** A worker as a process of its own; any number of them may serve one database and engine. Runs until it is told to end. */
async function main(): Promise<void> {
  const configuration = readConfiguration();
  const log = createLogger(configuration.log);
  const { databaseUrl, temporal, smtpUrl } = await serversOf(configuration);
  const source = await new DataSource({
    type: 'postgres',
    url: databaseUrl,
    installExtensions: false,
    extra: { max: 20 },
  }).initialize();
  const options = await temporalConnectionOptions(temporal);
  const client = await connectClient(options, temporal.namespace);
  const engine = new Engine(client, taskQueue);
  const clock = new Clock();
  const connection = await connectWorker(options, ({ level, message, meta }) => {
    log[level === 'ERROR' ? 'error' : 'warn']({ context: 'temporal', ...meta }, message);
  });
  const { stopped } = await startWorker({
    connection,
    namespace: temporal.namespace,
    workflowBundle: { codePath },
    source,
    engine,
    clock,
    logger: new NestLogger(log),
    options: { taskQueue },
  });
  log.info(`Worker on ${temporal.address}, namespace ${temporal.namespace}, task queue ${taskQueue}`);
  await resync(source, engine);
  // Of all processes with a sender, the one that holds the lock sends.
  const mail = { url: smtpUrl ?? '', from: configuration.mail.from };
  const outbox = smtpUrl === undefined ? null : createOutbox(source, clock, mail, { publicUrl: configuration.api.publicUrl });
  outbox?.pump.start();
  const webhooks = createWebhooks(source, clock, { publicUrl: configuration.api.publicUrl, hosts: configuration.webhookHosts });
  webhooks.start();

  // SIGINT and SIGTERM the SDK takes itself: it polls no more, ends what is under way, and the worker has stopped.
  await stopped;
  await outbox?.close();
  await webhooks.stop();
  await connection.close();
  await client.connection.close();
  await source.destroy();
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
