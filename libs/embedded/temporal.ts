import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Connection } from '@temporalio/client';
import { obtainTemporal } from '#tools/temporal/binaries.mjs';
import { writePrivate } from './data-folder.js';
import type { DataFolder } from './data-folder.js';
import { emptyTable, hasTable } from './databases.js';
import { EmbeddedError, explain } from './embedded-error.js';
import { ManagedProcess } from './managed-process.js';
import type { ProcessPlan } from './managed-process.js';
import { dynamicConfig, serverConfig } from './temporal-config.js';
import type { TemporalPorts } from './temporal-config.js';

const run = promisify(execFile);
const USER = 'temporal';
/** A fifth of the server's processor time goes into collecting garbage by Go's default; memory it takes little of (soft limit). */
const GO = { GOGC: '400', GOMEMLIMIT: '1GiB' };

export interface TemporalOptions {
  readonly folder: DataFolder;
  readonly ports: TemporalPorts;
  readonly databasePort: number;
  readonly password: string;
  readonly progress: (line: string) => void;
  readonly onGivenUp: (error: EmbeddedError) => void;
}

export interface TemporalServer {
  readonly address: string;
  readonly pid: () => number | undefined;
  readonly stop: () => Promise<void>;
}

/** Creates or updates one of the server's two databases with the server's own tool. */
async function migrateDatabase(sqlTool: string, options: TemporalOptions, database: string, schema: string): Promise<void> {
  const url = `postgresql://${USER}:${encodeURIComponent(options.password)}@127.0.0.1:${options.databasePort}/${database}`;
  const where = [
    '--plugin',
    'postgres12',
    '--endpoint',
    '127.0.0.1',
    '--port',
    String(options.databasePort),
    '--user',
    USER,
    '--database',
    database,
  ];
  // The password goes through the environment, as command lines can be read by everybody.
  const env = { PATH: process.env.PATH, SQL_PASSWORD: options.password };
  const call = (...args: string[]) =>
    run(sqlTool, [...where, ...args], { env }).catch((error: { stdout?: string; stderr?: string }) => {
      throw explain(`The schema of Temporal's database ${database}`, options.folder.logs, `${error.stdout ?? ''}${error.stderr ?? ''}`);
    });
  if (!(await hasTable(url, 'schema_version'))) await call('setup-schema', '-v', '0.0');
  await call('update-schema', '--schema-name', schema);
  // Hosts of an earlier run, which a new one would wait for in vain: nobody else runs on this database.
  if (database === 'temporal') await emptyTable(url, 'cluster_membership');
}

/** Whether the server answers at the address. */
export async function temporalAnswers(address: string): Promise<boolean> {
  try {
    const connection = await Connection.connect({ address, connectTimeout: 1_000 });
    await connection.close();
    return true;
  } catch {
    return false;
  }
}

async function writeConfiguration({ folder, ports, databasePort, password }: TemporalOptions): Promise<string> {
  const file = join(folder.temporal, 'server.yaml');
  const dynamic = join(folder.temporal, 'dynamic-config.yaml');
  await writePrivate(dynamic, dynamicConfig());
  await writePrivate(file, serverConfig(ports, { port: databasePort, user: USER, password }, dynamic));
  return file;
}

/** The official Temporal server on the embedded PostgreSQL; finds or builds the server first. */
export async function startTemporal(options: TemporalOptions): Promise<TemporalServer> {
  const { folder, ports, progress } = options;
  const binaries = await obtainTemporal({ progress }).catch((error: Error) => {
    throw new EmbeddedError(error.message, { cause: error });
  });
  const file = await writeConfiguration(options);
  await Promise.all([
    migrateDatabase(binaries.sqlTool, options, 'temporal', 'postgresql/v12/temporal'),
    migrateDatabase(binaries.sqlTool, options, 'temporal_visibility', 'postgresql/v12/visibility'),
  ]);
  const address = `127.0.0.1:${ports.frontend}`;
  const plan: ProcessPlan = {
    name: 'Temporal',
    command: binaries.server,
    args: ['--config-file', file, '--allow-no-auth', 'start'],
    folder: folder.temporal,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, TZ: 'UTC', ...GO },
    user: undefined,
    log: join(folder.logs, 'temporal.log'),
    record: join(folder.run, 'temporal.json'),
    marker: file,
    gentleSignal: 'SIGTERM',
    patience: { end: 10_000, ready: 120_000 },
    ready: () => temporalAnswers(address),
  };
  const server = new ManagedProcess(plan, progress, options.onGivenUp);
  await server.start();
  return { address, pid: () => server.pid, stop: () => server.stop() };
}
