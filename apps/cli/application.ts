import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { pino } from 'pino';
import { DataSource } from 'typeorm';
import { createApi } from '#api/create-api.js';
import { metricsOf } from '#api/parts.js';
import { createOutbox } from '#activities/notification/create-outbox.js';
import { createWebhooks } from '#activities/notification/create-webhooks.js';
import { resync } from '#activities/obligation/resync.js';
import { submissionGate } from '#activities/submission/submission-gate.js';
import { EmbeddedError } from '#embedded/embedded-error.js';
import { isFree } from '#embedded/ports.js';
import type { Stack } from '#embedded/stack.js';
import { migrate } from '#persistence/migrate.js';
import { temporalConnectionOptions } from '#platform/configuration-temporal.js';
import type { Configuration } from '#platform/configuration.js';
import { Clock } from '#platform/clock.js';
import { Backups } from '#platform/backup/backups.js';
import { createFiles } from '#platform/files/create-files.js';
import { NestLogger, createLogger } from '#platform/logging.js';
import { connectClient, connectWorker } from '#temporal/connection.js';
import { Engine } from '#temporal/engine.js';
import { startWorker } from '#worker/create-worker.js';
import { RehearsalProcesses } from '../rehearsal/rehearsal-processes.js';
import { prepareDemonstration } from './demonstration.js';
import type { Demonstration } from './demonstration.js';
import type { Interruption } from './interruption.js';

export interface ApplicationContext {
  readonly configuration: Configuration;
  readonly stack: Stack;
  readonly interruption: Interruption;
  readonly progress: (line: string) => void;
}

type Stop = () => Promise<unknown>;

const codePath = fileURLToPath(new URL('../../workflow-bundle.js', import.meta.url));

const clockTime = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Letters into a mailbox on this machine are there to be looked at: they do not wait for the hour at which offices read theirs. */
const SOON = { hours: Array.from({ length: 288 }, (_, i) => clockTime(i * 5)), gatherMinutes: 0 };

/** Columns on a terminal: a Chinese character takes two. */
const width = (text: string): number => [...text].reduce((sum, it) => sum + (it.charCodeAt(0) > 0x2e7f ? 2 : 1), 0);

function describe({ configuration, stack }: ApplicationContext, { accounts, year }: Demonstration): string {
  const host = (url: string) => new URL(url).host;
  const where = (part: Stack['embedded'][number]) => (stack.embedded.includes(part) ? 'on this machine' : 'as configured');
  const lines = [
    ['Pages', configuration.api.publicUrl],
    ['API', `${configuration.api.publicUrl}/api/docs`],
    ['PostgreSQL', `${host(stack.databaseUrl)} (${where('postgres')})`],
    ['Temporal', `${stack.temporalAddress}, namespace ${stack.temporalNamespace} (${where('temporal')})`],
    ['Mail', stack.embedded.includes('mailbox') ? `kept in ${stack.folder.mailbox}` : `sent through ${host(stack.smtpUrl)}`],
    ['Data', configuration.dataFolder],
    ['Logs', stack.folder.logs],
    ...(year === null ? [] : [['Year', year]]),
    ...accounts.map(({ who, email, password }) => [who, `${email}  ${password}`]),
  ];
  return lines.map(([name = '', text = '']) => `  ${name}${' '.repeat(Math.max(1, 14 - width(name)))}${text}`).join('\n');
}

async function checkPort({ api }: Configuration): Promise<void> {
  if (await isFree(api.port)) return;
  throw new EmbeddedError(`Port ${api.port} is in use by another program: end that one, or set JIHENG_PORT.`);
}

/** Worker, API and mail sender on the servers of the stack; whoever starts something pushes onto `stops` how it is ended. */
async function startParts({ configuration, stack, progress }: ApplicationContext, stops: Stop[]): Promise<Demonstration> {
  const log = createLogger(configuration.log, pino.destination({ dest: join(stack.folder.logs, 'jiheng.log'), mkdir: true }));
  progress('Preparing the database.');
  await migrate(stack.databaseUrl);
  const source = await new DataSource({
    type: 'postgres',
    url: stack.databaseUrl,
    installExtensions: false,
    extra: { max: 30 },
  }).initialize();
  stops.push(() => source.destroy());
  const clock = new Clock();
  const options = await temporalConnectionOptions(configuration.temporal, stack.temporalAddress);
  const client = await connectClient(options, stack.temporalNamespace);
  stops.push(() => client.connection.close());
  const engine = new Engine(client);

  progress('Starting worker and API.');
  const connection = await connectWorker(options, ({ level, message, meta }) => {
    log[level === 'ERROR' ? 'error' : 'warn']({ context: 'temporal', ...meta }, message);
  });
  stops.push(() => connection.close());
  const workerParts = { connection, namespace: stack.temporalNamespace, workflowBundle: { codePath } };
  const worker = await startWorker({ ...workerParts, source, engine, clock, logger: new NestLogger(log) });
  stops.push(() => worker.stop());
  await resync(source, engine);

  const outbox = createOutbox(
    source,
    clock,
    { url: stack.smtpUrl, from: configuration.mail.from },
    { publicUrl: configuration.api.publicUrl, ...(stack.embedded.includes('mailbox') ? { schedule: SOON } : {}) },
  );
  outbox.pump.start();
  stops.push(() => outbox.close());
  const webhooks = createWebhooks(source, clock, { publicUrl: configuration.api.publicUrl, hosts: configuration.webhookHosts });
  webhooks.start();
  stops.push(() => webhooks.stop());

  const rehearsals = new RehearsalProcesses({ databaseUrl: stack.databaseUrl, temporal: options });
  stops.push(() => rehearsals.stop());
  const { host, port, publicUrl } = configuration.api;
  const parts = {
    dataSource: source,
    engine,
    clock,
    gate: submissionGate(source),
    files: await createFiles(configuration, (line) => log.warn(line)),
    backups: new Backups({ folder: join(configuration.dataFolder, 'backups'), databaseUrl: stack.databaseUrl }),
    rehearsals,
    options: {
      publicUrl,
      secureCookie: publicUrl.startsWith('https:'),
      webhookHosts: configuration.webhookHosts,
      ...metricsOf(configuration),
    },
  };
  const api = await createApi({ ...parts, pingEngine: () => client.connection.ensureConnected() }, new NestLogger(log));
  await api.listen(port, host);
  stops.push(() => api.close());
  // Accounts whose password is known belong on this machine only, never into somebody's database.
  return prepareDemonstration({ source, engine, clock, progress, demonstrate: stack.embedded.includes('postgres') });
}

/** Runs until somebody asks it to end, then ends everything it started, in reverse order. */
export async function runApplication(context: ApplicationContext): Promise<void> {
  const stops: Stop[] = [];
  try {
    await checkPort(context.configuration);
    const demonstration = await startParts(context, stops);
    console.log(`\n绩衡 runs.\n${describe(context, demonstration)}\n\nCtrl-C ends it.`);
    await context.interruption.asked;
    context.progress('Ending.');
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}
