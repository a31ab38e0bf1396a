import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { Connection } from '@temporalio/client';
import { findTemporal, goVersion, pinnedVersion } from '#tools/temporal/binaries.mjs';
import { temporalConnectionOptions } from '#platform/configuration-temporal.js';
import { createFileStore } from '#platform/files/create-files.js';
import { ConfigurationError, readConfiguration } from '#platform/configuration.js';
import type { Configuration } from '#platform/configuration.js';
import { freeMegabytes, layout } from './data-folder.js';
import { serverVersion } from './databases.js';
import { platformPackage } from './postgres-binaries.js';
import { isFree } from './ports.js';
import { runningStack } from './stack-lock.js';

/** One thing that `jiheng doctor` looked at. */
export interface Finding {
  readonly what: string;
  /** A note is worth knowing; only `missing` keeps the product from running. */
  readonly state: 'ok' | 'note' | 'missing';
  readonly detail: string;
}

const run = promisify(execFile);
const OLDEST_POSTGRES = 15;
const NEEDED_MB = 500;
const ok = (what: string, detail: string): Finding => ({ what, state: 'ok', detail });
const note = (what: string, detail: string): Finding => ({ what, state: 'note', detail });
const missing = (what: string, detail: string): Finding => ({ what, state: 'missing', detail });
const message = (error: unknown): string => (error instanceof Error ? error.message || error.name : String(error));

async function npm(): Promise<Finding> {
  const { stdout } = await run('npm', ['--version']).catch(() => ({ stdout: '' }));
  return stdout ? ok('npm', stdout.trim()) : note('npm', 'not on PATH: needed only to install');
}

async function postgres(it: Configuration): Promise<Finding> {
  const embedded = await platformPackage().then(
    ({ version }) => ok('PostgreSQL', `embedded, ${version}`),
    (error: unknown) => missing('PostgreSQL', message(error)),
  );
  if (it.databaseUrl === undefined) return embedded;
  const { host } = new URL(it.databaseUrl);
  try {
    const version = await serverVersion(it.databaseUrl);
    const detail = `DATABASE_URL, ${host}, version ${version}`;
    return Number.parseInt(version, 10) >= OLDEST_POSTGRES
      ? ok('PostgreSQL', detail)
      : missing('PostgreSQL', `${detail}: ${OLDEST_POSTGRES} or later is needed`);
  } catch (error) {
    return missing('PostgreSQL', `DATABASE_URL, ${host} does not answer: ${message(error)}`);
  }
}

async function configuredTemporal(it: Configuration, address: string): Promise<Finding> {
  try {
    const connection = await Connection.connect({ ...(await temporalConnectionOptions(it.temporal)), connectTimeout: 5_000 });
    const { serverVersion: version } = await connection.workflowService.getSystemInfo({});
    await connection.close();
    return ok('Temporal', `TEMPORAL_ADDRESS, ${address}, version ${version}, namespace ${it.temporal.namespace}`);
  } catch (error) {
    return missing('Temporal', `TEMPORAL_ADDRESS, ${address} does not answer: ${message(error)}`);
  }
}

async function temporal(it: Configuration, env: NodeJS.ProcessEnv): Promise<Finding[]> {
  if (it.temporal.address !== undefined) return [await configuredTemporal(it, it.temporal.address)];
  const go = await goVersion(env);
  const tool = go ? ok('Go', go) : note('Go', 'not installed: needed only to build the Temporal server');
  try {
    const found = await findTemporal(env);
    if (found) return [ok('Temporal', `embedded, ${found.version ?? 'version unknown'}, from ${found.source}: ${found.server}`), tool];
  } catch (error) {
    return [missing('Temporal', message(error)), tool];
  }
  const version = pinnedVersion();
  const later = `${version} will be downloaded, or else built with ${go ?? 'Go'}, at the next start`;
  return [go ? note('Temporal', later) : missing('Temporal', `${later}; without network and without Go there is none`), tool];
}

/** The data folder itself, or the nearest folder above it that exists. */
async function dataFolder(it: Configuration): Promise<Finding> {
  let folder = it.dataFolder;
  const exists = (path: string) =>
    access(path, constants.F_OK).then(
      () => true,
      () => false,
    );
  while (!(await exists(folder)) && dirname(folder) !== folder) folder = dirname(folder);
  const writable = await access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
  if (!writable) return missing('Data folder', `${it.dataFolder} cannot be written: set JIHENG_DATA`);
  const free = await freeMegabytes(folder);
  const detail = `${it.dataFolder}${folder === it.dataFolder ? '' : ' (will be created)'}, ${free} MB free`;
  return free >= NEEDED_MB ? ok('Data folder', detail) : missing('Data folder', `${detail}: ${NEEDED_MB} MB are needed`);
}

async function attachments({ files }: Configuration): Promise<Finding> {
  const store = await createFileStore(files);
  return store.check().then(
    () => ok('Attachments', `${store.description}${files.s3 ? ' answers' : ''}`),
    (error: unknown) => missing('Attachments', `${store.description} cannot be used: ${message(error)}`),
  );
}

async function port(it: Configuration): Promise<Finding[]> {
  const running = await runningStack(layout(it.dataFolder));
  const { port: number } = it.api;
  if (running) return [ok('Running', `process ${running.owner}${running.addresses ? '' : ', still starting'}`), note('Port', `${number}`)];
  const free = await isFree(number);
  return [
    note('Running', 'no'),
    free ? ok('Port', `${number} is free`) : missing('Port', `${number} is in use: end that program, or set JIHENG_PORT`),
  ];
}

/** Looks at everything that a start needs, and changes nothing. */
export async function diagnose(env: NodeJS.ProcessEnv): Promise<Finding[]> {
  const common = [ok('Node', process.versions.node), await npm()];
  let it: Configuration;
  try {
    it = readConfiguration(env);
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return [...common, ...error.problems.map((problem) => missing('Configuration', problem))];
  }
  const mail = it.mail.smtpUrl === undefined ? `kept in ${layout(it.dataFolder).mailbox}` : `SMTP_URL, ${new URL(it.mail.smtpUrl).host}`;
  return [
    ...common,
    await postgres(it),
    ...(await temporal(it, env)),
    ok('Mail', mail),
    await attachments(it),
    await dataFolder(it),
    ...(await port(it)),
  ];
}
