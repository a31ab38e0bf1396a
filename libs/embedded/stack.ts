import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { temporalConnectionOptions } from '#platform/configuration-temporal.js';
import type { Configuration } from '#platform/configuration.js';
import { layout, prepareDataFolder, readJson, readSecrets, writePrivate } from './data-folder.js';
import type { DataFolder } from './data-folder.js';
import { EmbeddedError } from './embedded-error.js';
import { startMailbox } from './mailbox.js';
import type { Mailbox } from './mailbox.js';
import { freePorts } from './ports.js';
import { startPostgres } from './postgres.js';
import type { Postgres } from './postgres.js';
import { announce, claim, release, runningStack } from './stack-lock.js';
import type { StackAddresses } from './stack-lock.js';
import { TEMPORAL_PORTS } from './temporal-config.js';
import { ensureNamespace } from './temporal-namespace.js';
import { startTemporal } from './temporal.js';
import type { TemporalServer } from './temporal.js';

export { sweepAbandoned } from './stack-lock.js';
export { EmbeddedError } from './embedded-error.js';

export interface StackOptions {
  /** One line for a person who waits. */
  readonly progress?: (line: string) => void;
  /** False only for tests. */
  readonly durable?: boolean;
  /** A part ended again and again and is not started any more. */
  readonly onGivenUp?: (error: EmbeddedError) => void;
}

/** PostgreSQL, Temporal and a mail server, each either embedded or configured. */
export interface Stack extends StackAddresses {
  readonly folder: DataFolder;
  /** Process numbers of the embedded servers. */
  readonly pids: () => { readonly postgres: number | undefined; readonly temporal: number | undefined };
  /** Ends the embedded parts in order; those of others are left alone. */
  stop(): Promise<void>;
}

const PORTS = ['postgres', 'smtp', ...TEMPORAL_PORTS] as const;
type Ports = Record<(typeof PORTS)[number], number>;

/** The ports of the last start where they are still free: bookmarks and open clients go on working. */
async function choosePorts(folder: DataFolder): Promise<Ports> {
  const file = join(folder.run, 'ports.json');
  const ports = await freePorts(PORTS, await readJson<Partial<Ports>>(file));
  await writePrivate(file, JSON.stringify(ports));
  return ports;
}

/** The Temporal namespace is made sure of on whatever server serves. */
async function prepareNamespace(configuration: Configuration, address: string): Promise<void> {
  const connection = await Connection.connect({
    ...(await temporalConnectionOptions(configuration.temporal, address)),
    connectTimeout: 10_000,
  }).catch((error: Error) => {
    throw new EmbeddedError(
      `The Temporal server at ${address} does not answer (${error.message}): check TEMPORAL_ADDRESS and its TLS settings.`,
      {
        cause: error,
      },
    );
  });
  try {
    await ensureNamespace(connection, configuration.temporal.namespace);
  } finally {
    await connection.close();
  }
}

type Parts = { postgres?: Postgres; temporal?: TemporalServer; mailbox?: Mailbox };
type Surroundings = Required<StackOptions> & { readonly folder: DataFolder };

/** Starts the parts that are not configured, in order; each is handed to `started` as soon as it has to be ended again. */
async function startParts(
  it: Configuration,
  around: Surroundings,
  started: (part: { stop: () => Promise<void> }) => void,
): Promise<Parts & { own: string }> {
  const { folder, progress } = around;
  const [secrets, ports] = [await readSecrets(folder), await choosePorts(folder)];
  const parts: Parts = {};
  if (it.databaseUrl === undefined || it.temporal.address === undefined) {
    progress('Starting PostgreSQL.');
    started((parts.postgres = await startPostgres({ ...around, secrets, port: ports.postgres })));
  }
  if (it.temporal.address === undefined) {
    progress('Starting Temporal.');
    started((parts.temporal = await startTemporal({ ...around, ports, databasePort: ports.postgres, password: secrets.temporal })));
  }
  if (it.mail.smtpUrl === undefined) started((parts.mailbox = await startMailbox(folder.mailbox, ports.smtp)));
  return { ...parts, own: parts.postgres?.url('jiheng', secrets.application, 'jiheng') ?? '' };
}

function addressesOf(it: Configuration, parts: Parts & { own: string }): StackAddresses {
  return {
    databaseUrl: it.databaseUrl ?? parts.own,
    adminDatabaseUrl: it.databaseUrl ?? parts.postgres?.adminUrl ?? '',
    temporalAddress: it.temporal.address ?? parts.temporal?.address ?? '',
    temporalNamespace: it.temporal.namespace,
    smtpUrl: it.mail.smtpUrl ?? parts.mailbox?.url ?? '',
    embedded: (['postgres', 'temporal', 'mailbox'] as const).filter((part) => parts[part] !== undefined),
  };
}

/**
 * Brings up what the configuration does not name: PostgreSQL unless both DATABASE_URL and TEMPORAL_ADDRESS are given
 * (an embedded Temporal server keeps its data in the embedded PostgreSQL), Temporal unless TEMPORAL_ADDRESS is given,
 * a mailbox unless SMTP_URL is given. A part that ends unasked is started again.
 * @throws EmbeddedError with one sentence on what happened and what to do
 */
export async function startStack(configuration: Configuration, options: StackOptions = {}): Promise<Stack> {
  const { progress = () => undefined, durable = true, onGivenUp = () => undefined } = options;
  const folder = await prepareDataFolder(configuration.dataFolder);
  const owner = await claim(folder);
  const stops: (() => Promise<void>)[] = [() => release(folder)];
  const stop = async (): Promise<void> => {
    for (let it = stops.pop(); it; it = stops.pop()) await it();
  };
  try {
    const parts = await startParts(configuration, { folder, progress, durable, onGivenUp }, (it) => stops.push(it.stop));
    const addresses = addressesOf(configuration, parts);
    await prepareNamespace(configuration, addresses.temporalAddress);
    await announce(folder, owner, addresses);
    return { ...addresses, folder, pids: () => ({ postgres: parts.postgres?.pid(), temporal: parts.temporal?.pid() }), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * The stack that `jiheng start` runs on this data folder, if it does; else one for the length of this command.
 * Commands other than `start` use this.
 */
export async function useStack(configuration: Configuration, options: StackOptions = {}): Promise<Stack> {
  const folder = layout(configuration.dataFolder);
  const running = await runningStack(folder);
  if (!running?.addresses) return startStack(configuration, options);
  const none = { postgres: undefined, temporal: undefined };
  return { ...running.addresses, folder, pids: () => none, stop: () => Promise.resolve() };
}
