/**
 * `npm run dev`: PostgreSQL and Temporal stay up; after every saved source the product is built, the workflows are bundled, and API and worker
 * start anew. A change in libs/embedded or tools takes effect when this command itself is started again.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkNode, fail, say } from './console.mjs';

checkNode();

const SOURCES = ['apps', 'libs', 'workflows', 'activities'];
/** An editor saves in several steps, and a branch switch touches many files. */
const SETTLE_MS = 400;
const PATIENCE_MS = 20_000;

/** The child sees the running servers as configured ones; its lock, logs and mailbox lie in a folder of its own. */
const environment = (configuration, stack) => ({
  ...process.env,
  DATABASE_URL: stack.databaseUrl,
  TEMPORAL_ADDRESS: stack.temporalAddress,
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

/** What the sources look like now. Polled: watching folders loses files that an editor or git replaces. */
function sourcesNow(project) {
  const seen = [];
  for (const folder of SOURCES) {
    for (const file of readdirSync(join(project, folder), { recursive: true })) {
      if (!file.endsWith('.ts') || file.endsWith('.spec.ts')) continue;
      const found = statSync(join(project, folder, file), { throwIfNoEntry: false });
      seen.push(`${folder}/${file} ${found?.mtimeMs ?? 0}`);
    }
  }
  return seen.join('\n');
}

/** Answers a function that resolves once something has been saved since the last time and nothing has been for a moment. */
function watchSources(project) {
  let known = sourcesNow(project);
  return async (isOver) => {
    for (let last = known; !isOver();) {
      await sleep(SETTLE_MS);
      const now = sourcesNow(project);
      if (now === last && now !== known) {
        known = now;
        return;
      }
      last = now;
    }
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
      if (code !== 0 && !wish.isAsked()) say(`The application ended with code ${code}; the next saved source starts it again.`);
    });
    return application;
  };
  let application = start();
  try {
    while (!wish.isAsked()) {
      await Promise.race([saved(wish.isAsked), wish.asked]);
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
