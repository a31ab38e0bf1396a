/**
 * `npm test [-- arguments of jest]`: the same set-up as `npm start`, then every test that needs no browser.
 * `npm run test:browser`: the journeys in a real browser, which is found or installed first.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { checkNode, fail } from './console.mjs';

checkNode();

/** Runs jest and resolves to its exit code; Ctrl-C reaches it by itself, as it belongs to the same terminal. */
function jest(project, args) {
  const nodeOptions = `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning`;
  const child = spawn(process.execPath, [join(project, 'node_modules', 'jest', 'bin', 'jest.js'), ...args], {
    cwd: project,
    stdio: 'inherit',
    env: { ...process.env, NODE_OPTIONS: nodeOptions.trim(), TZ: 'UTC' },
  });
  const wait = () => undefined;
  process.on('SIGINT', wait);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

try {
  const { prepare, project } = await import('./prepare.mjs');
  const browser = process.argv[2] === '--browser';
  const wishes = process.argv.slice(browser ? 3 : 2);
  const everything = wishes.length === 0 || browser;
  // A selection may need no server; if it does, the global set-up gets it.
  await prepare({ temporal: everything, s3: everything && !browser });
  if (browser) process.env.JIHENG_BROWSER = await findBrowser();
  const folder = join(project, 'coverage');
  mkdirSync(folder, { recursive: true });
  const results = join(folder, browser ? 'browser-results.json' : 'results.json');
  rmSync(results, { force: true });
  const coverage = !browser && (everything || process.env.CI) && !wishes.some((it) => it.startsWith('--coverage')) ? ['--coverage'] : [];
  const code = await jest(project, [
    '--json',
    `--outputFile=${results}`,
    ...coverage,
    ...(browser ? ['--config', 'jest.browser.config.mjs'] : []),
    ...wishes,
  ]);
  // A run that was killed leaves its servers behind.
  const { sweepAbandoned } = await import('../dist/libs/embedded/stack-lock.js');
  await sweepAbandoned(tmpdir(), 'jiheng-test-');
  process.exit(code);
} catch (error) {
  fail(error);
}
