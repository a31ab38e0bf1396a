/** Brings the checkout into a state that can run: packages installed, sources built. Without dependencies. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkNode, fail, say } from './console.mjs';
import { obtainS3Server } from './s3/server.mjs';
import { obtainTemporal } from './temporal/binaries.mjs';

export const project = fileURLToPath(new URL('..', import.meta.url));
const at = (...path) => join(project, ...path);
const SOURCES = ['apps', 'libs', 'workflows', 'activities'];
const STAMP = at('dist', '.built');
const WEB_STAMP = at('dist', 'web', '.built');

const changedAt = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0);

/** npm follows a failure with pages about its usage. */
const summary = (said) =>
  said
    .split(/^npm error\s+(?:Clean install|Usage:)/m)[0]
    .trim()
    .slice(-3_000);

/** Runs a program; what it prints is shown only when it fails. */
function run(what, command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: project, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (it) => (said = (said + it).slice(-40_000)));
    child.on('error', (error) => reject(new Error(`${what} could not be run: ${error.message}.`)));
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${what} failed:\n${summary(said)}`))));
  });
}

/** What a lock file wants installed; optional packages may rightly be missing on this platform. */
function packages(file) {
  const entries = Object.entries(JSON.parse(readFileSync(file, 'utf8')).packages ?? {});
  return new Map(
    entries.filter(([path, it]) => path !== '' && !it.optional && !it.devOptional && !it.link).map(([path, it]) => [path, it.version]),
  );
}

/** Dates alone say little: a checkout or another tool's `npm install` moves them. So a newer lock file is compared. */
function needsInstall() {
  const [wanted, installed] = [at('package-lock.json'), at('node_modules', '.package-lock.json')];
  if (!existsSync(installed)) return true;
  if (changedAt(wanted) <= changedAt(installed)) return false;
  const there = packages(installed);
  return [...packages(wanted)].some(([path, version]) => there.get(path) !== version);
}

async function install(tell) {
  if (!needsInstall()) return;
  tell('Installing packages (npm ci).');
  await run('npm ci', 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}

function* filesBelow(folder, ending) {
  if (!existsSync(folder)) return;
  for (const it of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, it.name);
    if (it.isDirectory()) yield* filesBelow(path, ending);
    else if (it.name.endsWith(ending)) yield path;
  }
}

const changedSince = (stamp, inputs) => {
  const built = changedAt(stamp);
  return built === 0 || inputs().some((it) => changedAt(it) > built);
};

const settings = () => [at('.swcrc'), at('package.json'), at('package-lock.json')];

function needsBuild() {
  return changedSince(STAMP, () => [
    ...settings(),
    ...SOURCES.flatMap((it) => [...filesBelow(at(it), '.ts')]).filter((it) => !it.startsWith(at('apps', 'web'))),
  ]);
}

/** The pages hold rules and forms of the libraries besides their own sources. */
function needsPages() {
  const own = () => ['.ts', '.tsx', '.css', '.html', '.svg'].flatMap((it) => [...filesBelow(at('apps', 'web'), it)]);
  const shared = () => ['domain', 'contracts'].flatMap((it) => [...filesBelow(at('libs', it), '.ts')]);
  return changedSince(WEB_STAMP, () => [...settings(), ...own(), ...shared()]);
}

/** Removes what was compiled from a source that is gone: a deleted migration must not run. */
function prune() {
  for (const folder of SOURCES) {
    for (const map of filesBelow(at('dist', folder), '.js.map')) {
      const compiled = map.slice(0, -'.map'.length);
      const source = at(compiled.slice(at('dist').length + 1)).replace(/\.js$/, '.ts');
      if (!existsSync(source)) for (const it of [map, compiled]) rmSync(it, { force: true });
    }
  }
}

/** Dated back to the beginning, so that a source that was saved meanwhile counts as newer. */
function stamp(file, started) {
  writeFileSync(file, started.toISOString());
  utimesSync(file, started, started);
}

async function buildPages(tell) {
  if (!needsPages()) return;
  tell('Building the pages.');
  const started = new Date();
  await run('The build of the pages', 'npm', ['run', 'build:web']);
  stamp(WEB_STAMP, started);
}

async function build(tell) {
  if (!needsBuild()) return;
  tell('Building.');
  const started = new Date();
  await run('The build', 'npm', ['run', 'build']);
  prune();
  const bundle = at('dist', 'apps', 'worker', 'bundle.js');
  if (existsSync(bundle)) await run('Bundling the workflows', process.execPath, [bundle]);
  stamp(STAMP, started);
}

/** One after the other, as each build takes all processors. Without an S3 server only its tests fail, and they say why. */
async function servers({ temporal, s3 }) {
  if (temporal && !process.env.TEMPORAL_ADDRESS) await obtainTemporal({ progress: say });
  if (s3) await obtainS3Server({ progress: say }).catch((error) => say(error.message));
}

/**
 * Installs and builds where that is needed; with `temporal`, gets the Temporal server beside it, as both take minutes
 * at the first start; with `s3`, the S3 server that some tests need.
 */
export async function prepare({ temporal = false, s3 = false, pages = temporal, quiet = false } = {}) {
  const tell = quiet ? () => {} : say;
  await Promise.all([
    install(tell).then(async () => {
      await build(tell);
      if (pages) await buildPages(tell);
    }),
    servers({ temporal, s3 }),
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  checkNode();
  await prepare({ temporal: process.argv.includes('--temporal') }).catch(fail);
}
