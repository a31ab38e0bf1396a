/**
 * Finds the S3 server that tests of the attachments' store need, or builds it from the sources that go.mod and go.sum pin: Versity's gateway,
 * which keeps buckets as folders. The product itself never starts one. Plain JavaScript without dependencies.
 */
import { createHash } from 'node:crypto';
import { accessSync, constants, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildWithGo } from '../go/build.mjs';
import { withLock } from '../go/lock.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const NAME = 'versitygw';
const BUILD = {
  what: 'the S3 server of the tests',
  minutes: 'a minute',
  gigabytes: 2,
  programs: [[NAME, 'github.com/versity/versitygw/cmd/versitygw']],
};

function cacheFolder(env) {
  const sum = createHash('sha256');
  for (const file of ['go.mod', 'go.sum']) sum.update(readFileSync(join(here, file)));
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'jiheng', 's3', sum.digest('hex').slice(0, 12));
}

function executable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The path of the program: the one that JIHENG_S3_SERVER names, or that of the cache, which is filled the first time.
 * @param {{env?: NodeJS.ProcessEnv, progress?: (line: string) => void}} options
 */
export async function obtainS3Server({ env = process.env, progress = () => {} } = {}) {
  if (env.JIHENG_S3_SERVER) return env.JIHENG_S3_SERVER;
  const folder = cacheFolder(env);
  const program = join(folder, NAME);
  if (executable(program)) return program;
  return withLock(BUILD.what, folder, progress, async () => {
    if (executable(program)) return program;
    const failed = await buildWithGo(BUILD, { sources: here, folder, env, progress });
    if (!failed) return program;
    throw new Error(`There is no S3 server for the tests: ${failed}. Install Go 1.25 or later, or name versitygw in JIHENG_S3_SERVER.`);
  });
}
