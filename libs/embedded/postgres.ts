import { execFile } from 'node:child_process';
import { chown, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { removeFolder } from './data-folder.js';
import type { DataFolder, Secrets } from './data-folder.js';
import { answers, ensureRoles } from './databases.js';
import { EmbeddedError, explain } from './embedded-error.js';
import { endLeftover, ManagedProcess } from './managed-process.js';
import type { ProcessPlan } from './managed-process.js';
import { postgresBinaries } from './postgres-binaries.js';
import type { PostgresBinaries } from './postgres-binaries.js';
import { endRecorded, record, runsWith } from './process-identity.js';
import { barrier, unprivilegedUser } from './unprivileged-user.js';
import type { User } from './unprivileged-user.js';

const run = promisify(execFile);
const SUPERUSER = 'postgres';

export interface PostgresOptions {
  readonly folder: DataFolder;
  readonly secrets: Secrets;
  readonly port: number;
  /** False only for tests: a crash of the machine may then lose everything. */
  readonly durable: boolean;
  readonly progress: (line: string) => void;
  readonly onGivenUp: (error: EmbeddedError) => void;
}

export interface Postgres {
  /** As superuser, database `postgres`. */
  readonly adminUrl: string;
  readonly url: (role: string, password: string, database: string) => string;
  readonly pid: () => number | undefined;
  readonly stop: () => Promise<void>;
}

/** For a machine that does other work as well; connections are many, as every worker holds some. */
const SETTINGS = {
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  max_connections: '300',
  random_page_cost: '1.1',
  // Compiling a query costs more than running any of ours.
  jit: 'off',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  wal_compression: 'on',
  // There is no replica to feed.
  wal_level: 'minimal',
  max_wal_senders: '0',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] %q%d ',
  unix_socket_directories: '',
  listen_addresses: '127.0.0.1',
};
const UNSAFE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** Creates the cluster in a folder beside, so that an aborted creation leaves no half one. */
async function initialise(binaries: PostgresBinaries, folder: string, password: string, user: User | undefined): Promise<void> {
  const unfinished = `${folder}.new`;
  await removeFolder(unfinished);
  await mkdir(unfinished, { mode: 0o700 });
  const passwordFile = join(unfinished, 'password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (user) for (const it of [unfinished, passwordFile]) await chown(it, user.uid, user.gid);
  const data = join(unfinished, 'data');
  const args = ['-D', data, '-U', SUPERUSER, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8', '--no-instructions'];
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const as = user ? { uid: user.uid, gid: user.gid } : {};
  await run(binaries.initdb, [...args, ...locale], { cwd: unfinished, env: environment(), ...as }).catch((error: { stderr?: string }) => {
    throw explain('Creating the database cluster (initdb)', folder, error.stderr ?? String(error));
  });
  await rename(data, folder);
  await removeFolder(unfinished);
}

const environment = (): NodeJS.ProcessEnv => ({ PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' });

/** The cluster's major version, or undefined when there is none yet. */
async function clusterVersion(folder: string): Promise<string | undefined> {
  return readFile(join(folder, 'PG_VERSION'), 'utf8').then(
    (it) => it.trim(),
    () => undefined,
  );
}

/** A server that runs on this cluster although we have no record of it: postmaster.pid names it. */
async function endUnrecorded(folder: string, patience: number): Promise<void> {
  const file = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number(file.split('\n')[0]);
  if (pid > 0 && (await runsWith(pid, folder))) await endRecorded(await record(pid, folder), 'SIGINT', patience);
}

async function prepareCluster(options: PostgresOptions, binaries: PostgresBinaries, user: User | undefined): Promise<void> {
  const { folder, progress } = options;
  const closed = user && (await barrier(folder.root, user));
  if (closed) {
    throw new EmbeddedError(
      `PostgreSQL runs as the user ${user.name}, who may not enter ${closed} on the way to the data folder: set JIHENG_DATA to another folder, such as /var/lib/jiheng.`,
    );
  }
  const version = await clusterVersion(folder.postgres);
  const [major] = binaries.version.split('.');
  if (version === undefined) {
    progress('Creating the database cluster.');
    await initialise(binaries, folder.postgres, options.secrets.superuser, user);
  } else if (version !== major) {
    throw new EmbeddedError(
      `The data in ${folder.postgres} are of PostgreSQL ${version} and this version brings ${major}: dump them with the old version, or set JIHENG_DATA to a new folder.`,
    );
  }
}

/** PostgreSQL on 127.0.0.1 on the data folder's cluster; creates the cluster at the first start. */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const { folder, secrets, port, progress } = options;
  const user = await unprivilegedUser(progress);
  const binaries = await postgresBinaries(user, join(folder.root, 'programs'));
  await prepareCluster(options, binaries, user);
  const url = (role: string, password: string, database: string) =>
    `postgresql://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
  const adminUrl = url(SUPERUSER, secrets.superuser, 'postgres');
  const settings = Object.entries({ ...SETTINGS, ...(options.durable ? {} : UNSAFE), port: String(port) });
  const plan: ProcessPlan = {
    name: 'PostgreSQL',
    command: binaries.postgres,
    args: ['-D', folder.postgres, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    folder: folder.postgres,
    env: environment(),
    user,
    log: join(folder.logs, 'postgres.log'),
    record: join(folder.run, 'postgres.json'),
    marker: folder.postgres,
    // Fast shutdown: sessions are ended, data are written.
    gentleSignal: 'SIGINT',
    patience: { end: 30_000, ready: 300_000 },
    ready: () => answers(adminUrl).catch(() => Promise.reject(wrongPassword(folder))),
  };
  const server = new ManagedProcess(plan, progress, options.onGivenUp);
  await endLeftover(plan);
  await endUnrecorded(folder.postgres, plan.patience.end);
  await server.start();
  const stop = () => server.stop();
  try {
    await ensureRoles(adminUrl, [
      { name: 'jiheng', password: secrets.application, databases: ['jiheng'] },
      { name: 'temporal', password: secrets.temporal, databases: ['temporal', 'temporal_visibility'] },
    ]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { adminUrl, url, pid: () => server.pid, stop };
}

function wrongPassword(folder: DataFolder): EmbeddedError {
  return new EmbeddedError(
    `PostgreSQL refuses the password in ${folder.secrets}: put back the file that belongs to ${folder.postgres}, or set JIHENG_DATA to a new folder.`,
  );
}
