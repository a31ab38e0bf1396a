import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { clearInterval, setInterval } from 'node:timers';
import { promisify } from 'node:util';

const run = promisify(execFile);
const GIGABYTE = 1024 ** 3;

/** The version of Go on this machine, or undefined. */
export async function goVersion(env = process.env) {
  const { stdout } = await run('go', ['env', 'GOVERSION'], { env, timeout: 60_000 }).catch(() => ({ stdout: '' }));
  return stdout.trim() || undefined;
}

/** Free bytes where the Go cache will lie; its folder may not exist yet. */
async function freeForGo(env) {
  const { stdout } = await run('go', ['env', 'GOCACHE'], { env });
  let folder = stdout.trim();
  while (folder && !existsSync(folder)) folder = dirname(folder);
  const { bavail, bsize } = await statfs(folder || '/');
  return bavail * bsize;
}

/** Builds one program under a temporary name, so that an aborted build leaves no half binary. */
async function build([name, source], { sources, folder, env, progress }) {
  const unfinished = join(folder, `${name}.${process.pid}`);
  const started = Date.now();
  const args = ['build', '-v', '-buildvcs=false', '-trimpath', '-ldflags', '-s -w', '-o', unfinished, source];
  // GOWORK: a workspace file above this folder must not take part in a pinned build.
  const go = spawn('go', args, { cwd: sources, env: { ...env, GOWORK: 'off' }, stdio: ['ignore', 'ignore', 'pipe'] });
  let compiled = 0;
  const said = [];
  go.stderr.setEncoding('utf8').on('data', (chunk) => {
    for (const line of chunk.split('\n').filter(Boolean)) {
      compiled += 1;
      said.push(line);
      if (said.length > 20) said.shift();
    }
  });
  const seconds = () => Math.round((Date.now() - started) / 1000);
  const timer = setInterval(() => progress(`Building ${name}: ${compiled} packages after ${seconds()} s.`), 15_000);
  const abandon = () => go.kill();
  process.once('exit', abandon);
  try {
    const code = await new Promise((resolve) => {
      go.on('error', (error) => resolve(error.message));
      go.on('close', resolve);
    });
    if (code !== 0) return `go build ended with ${code}: ${said.slice(-3).join(' ')}`;
    await rename(unfinished, join(folder, name));
    progress(`Built ${name} in ${seconds()} s.`);
    return undefined;
  } finally {
    clearInterval(timer);
    process.off('exit', abandon);
    await rm(unfinished, { force: true });
  }
}

/**
 * Builds programs of the module whose go.mod and go.sum lie in `sources` into `folder`.
 * @param {{what: string, minutes: string, gigabytes: number, programs: [string, string][]}} plan `gigabytes`: of sources and of the
 *   compiler's caches when nothing is there yet; each program with its package
 * @returns why it was not possible, or undefined
 */
export async function buildWithGo({ what, minutes, gigabytes, programs }, options) {
  const version = await goVersion(options.env);
  if (!version) return 'Go is not installed';
  const free = (await freeForGo(options.env)) / GIGABYTE;
  if (free < gigabytes) return `the disk has ${free.toFixed(1)} GB free where ${gigabytes} GB are needed to build`;
  await mkdir(options.folder, { recursive: true });
  options.progress(`Building ${what} with ${version}: about ${minutes}, once.`);
  for (const program of programs) {
    if (existsSync(join(options.folder, program[0]))) continue;
    const failed = await build(program, options);
    if (failed) return failed;
  }
  return undefined;
}
