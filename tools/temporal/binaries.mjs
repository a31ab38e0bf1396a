/**
 * Finds the Temporal server for this machine, or gets it: named by the environment, on PATH, in the cache, from the
 * official release, or built from the sources that go.mod and go.sum pin. Plain JavaScript without dependencies, as
 * it runs beside `npm ci`.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { buildWithGo } from '../go/build.mjs';
import { withLock } from '../go/lock.mjs';
import { downloadTemporal } from './release.mjs';

export { goVersion } from '../go/build.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const run = promisify(execFile);
/** The first server that can skip time, which rehearsals need. */
const OLDEST = [1, 32];
const BUILD = {
  what: 'the Temporal server',
  minutes: 'four minutes',
  gigabytes: 7,
  // In this order: the server takes minutes, and what it compiles serves the tool.
  programs: [
    ['temporal-server', 'go.temporal.io/server/cmd/server'],
    ['temporal-sql-tool', 'go.temporal.io/server/cmd/tools/sql'],
  ],
};

export const pinnedVersion = () => /go\.temporal\.io\/server v(\d+\.\d+\.\d+)/.exec(readFileSync(join(here, 'go.mod'), 'utf8'))[1];

/** One folder for each state of the pinned sources, so that an upgrade never meets an old binary. */
export function cacheFolder(env = process.env) {
  const sum = createHash('sha256');
  for (const file of ['go.mod', 'go.sum']) sum.update(readFileSync(join(here, file)));
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'jiheng', 'temporal', sum.digest('hex').slice(0, 12));
}

function executable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

const onPath = (name, env) =>
  (env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((it) => join(it, name))
    .find(executable);

async function versionOf(server) {
  const { stdout, stderr } = await run(server, ['--version'], { timeout: 10_000 }).catch((error) => ({
    stdout: '',
    stderr: String(error),
  }));
  return /(\d+\.\d+\.\d+)/.exec(stdout + stderr)?.[1];
}

const recentEnough = (version) => {
  const [major, minor] = (version ?? '0.0').split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
};

async function named(env) {
  const server = env.JIHENG_TEMPORAL_SERVER;
  const sqlTool = env.JIHENG_TEMPORAL_SQL_TOOL;
  if (!server && !sqlTool) return undefined;
  for (const [name, file] of Object.entries({ JIHENG_TEMPORAL_SERVER: server, JIHENG_TEMPORAL_SQL_TOOL: sqlTool })) {
    if (!file) throw new Error(`${name} is missing: the server and its SQL tool are used only together.`);
    if (!executable(file)) throw new Error(`${name} names ${file}, which is no program that can be run.`);
  }
  const version = await versionOf(server);
  if (!recentEnough(version))
    throw new Error(`JIHENG_TEMPORAL_SERVER is version ${version ?? 'unknown'}; ${OLDEST.join('.')} or later is needed.`);
  return { server, sqlTool, version, source: 'environment' };
}

async function installed(env) {
  const server = onPath('temporal-server', env);
  const sqlTool = onPath('temporal-sql-tool', env);
  if (!server || !sqlTool) return undefined;
  const version = await versionOf(server);
  return recentEnough(version) ? { server, sqlTool, version, source: 'path' } : undefined;
}

function cached(env) {
  const folder = cacheFolder(env);
  const server = join(folder, 'temporal-server');
  const sqlTool = join(folder, 'temporal-sql-tool');
  return executable(server) && executable(sqlTool) ? { server, sqlTool, version: pinnedVersion(), source: 'cache' } : undefined;
}

/** What is on this machine already, or undefined. */
export async function findTemporal(env = process.env) {
  return (await named(env)) ?? (await installed(env)) ?? cached(env);
}

/**
 * Finds the binaries or gets them; takes some four minutes when they have to be built.
 * @param {{env?: NodeJS.ProcessEnv, progress?: (line: string) => void}} options
 */
export async function obtainTemporal({ env = process.env, progress = () => {} } = {}) {
  const found = await findTemporal(env);
  if (found) return found;
  const folder = cacheFolder(env);
  return withLock('the Temporal server', folder, progress, async () => {
    const meanwhile = cached(env);
    if (meanwhile) return meanwhile;
    const refused = await downloadTemporal({ folder, version: pinnedVersion(), progress });
    if (!refused) return { ...cached(env), source: 'download' };
    const failed = await buildWithGo(BUILD, { sources: here, folder, env, progress });
    if (!failed) return { ...cached(env), source: 'build' };
    throw new Error(
      `There is no Temporal server: TEMPORAL_ADDRESS and JIHENG_TEMPORAL_SERVER are not set, temporal-server is not on PATH, ` +
        `the cache ${folder} is empty, the official release could not be downloaded (${refused}), and it could not be built (${failed}). ` +
        'Do one of these: install Go 1.24 or later, connect to the network, or set TEMPORAL_ADDRESS.',
    );
  });
}
