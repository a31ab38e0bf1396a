/**
 * `npm run dev`: PostgreSQL, Temporal and mailbox stay up; after every saved source the product is built, the workflows are bundled, and API and
 * worker start anew. A change in libs/embedded or tools takes effect when this command itself is started again.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkNode, fail, say } from './console.mjs';

checkNode();

const SOURCES = ['apps', 'libs', 'workflows', 'activities'];
/** An editor saves in several steps, and a branch switch touches many files. */
const SETTLE_MS = 200;
const PATIENCE_MS = 20_000;

/** The child sees the running servers as configured ones, and keeps its own lock in a folder of its own. */
const environment = (configuration, stack) => ({
  ...process.env,
  DATABASE_URL: stack.databaseUrl,
  TEMPORAL_ADDRESS: stack.temporalAddress,
  SMTP_URL: stack.smtpUrl,
  JIHENG_DATA: join(configuration.dataFolder, 'dev'),
});

/** API and worker in a process of their own. `ended` answers the exit code. */
function startApplication(project, env) {
  const main = join(project, 'dist', 'apps', 'cli', 'main.js');
  const child = spawn(process.execPath, ['--enable-source-maps', main, 'start'], {
    cwd: project,
    stdio: 'inherit',
    env,
  });
  const ended = once(child, 'exit').then(([code]) => code ?? 1);
  const stop = async () => {
    if (child.exitCode !== null) return;
    child.kill('SIGTERM');
    const late = sleep(PATIENCE_MS, 'late', { ref: false });
    if ((await Promise.race([ended, late])) === 'late') child.kill('SIGKILL');
    await ended;
  };
  return { ended, stop };
}

/** Resolves after something was saved and the file system has been quiet for a moment; at once when that has happened already. */
function watchSources(project) {
  let saved = 0;
  let heard = () => undefined;
  for (const folder of SOURCES) {
    watch(join(project, folder), { recursive: true }, (_, file) => {
      if (!file?.endsWith('.ts') || file.endsWith('.spec.ts')) return;
      saved += 1;
      heard();
    });
  }
  return async () => {
    if (saved === 0) await new Promise((resolve) => (heard = resolve));
    for (let before = -1; before !== saved; await sleep(SETTLE_MS)) before = saved;
    saved = 0;
  };
}

async function dev() {
  const { prepare, project } = await import('./prepare.mjs');
  const saved = watchSources(project);
  await prepare({ temporal: true });
  const { readConfiguration } = await import('../dist/libs/platform/configuration.js');
  const { startStack } = await import('../dist/libs/embedded/stack.js');
  const { interruption } = await import('../dist/apps/cli/interruption.js');
  const wish = interruption();
  const configuration = readConfiguration();
  const stack = await startStack(configuration, {
    progress: say,
    onGivenUp: (error) => (say(error.message), wish.ask()),
  });
  const start = () => {
    const application = startApplication(project, environment(configuration, stack));
    void application.ended.then((code) => {
      if (code !== 0 && !wish.isAsked())
        say(`The application ended with code ${code}; the next saved source starts it again.`);
    });
    return application;
  };
  let application = start();
  try {
    while (!wish.isAsked()) {
      await Promise.race([saved(), wish.asked]);
      if (wish.isAsked()) break;
      try {
        // What is not right stays out: the application that runs goes on.
        await prepare();
      } catch (error) {
        say(error.message);
        continue;
      }
      await application.stop();
      application = start();
    }
  } finally {
    await application.stop();
    await stack.stop();
  }
}

try {
  await dev();
  process.exit();
} catch (error) {
  fail(error);
}
