/** `npm run bench [-- parts … --large --json FILE]`: the set-up of `npm test`, then the benchmark on an embedded stack of its own. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { checkNode, fail } from './console.mjs';

checkNode();

/** Resolves to the exit code. What is killed with the terminal gets its signal from there. */
function run(project, args) {
  const child = spawn(process.execPath, args, { cwd: project, stdio: 'inherit', env: { ...process.env, TZ: 'UTC' } });
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

try {
  const { prepare, project } = await import('./prepare.mjs');
  await prepare({ temporal: true });
  const parts = process.argv.slice(2).filter((it) => !it.startsWith('--'));
  if (parts.length === 0 || parts.includes('screens')) process.env.JIHENG_BROWSER = await findBrowser();
  const swc = join(project, 'node_modules', '@swc', 'cli', 'bin', 'swc.js');
  const built = await run(project, [swc, 'test/bench', '-d', 'dist', '--quiet']);
  process.exit(built === 0 ? await run(project, [join(project, 'dist', 'test', 'bench', 'main.js'), ...process.argv.slice(2)]) : built);
} catch (error) {
  fail(error);
}
