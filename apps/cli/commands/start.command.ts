import type { Command } from 'commander';
import { interruption } from '../interruption.js';

async function start(): Promise<void> {
  const { readConfiguration } = await import('#platform/configuration.js');
  const configuration = readConfiguration();
  const [{ startStack }, { runApplication }] = await Promise.all([import('#embedded/stack.js'), import('../application.js')]);
  const progress = (line: string): void => console.error(`» ${line}`);
  const wish = interruption();
  let failure: Error | undefined;
  const onGivenUp = (error: Error): void => {
    failure = error;
    wish.ask();
  };
  const stack = await startStack(configuration, { progress, onGivenUp });
  try {
    if (!wish.isAsked()) await runApplication({ configuration, stack, interruption: wish, progress });
  } finally {
    await stack.stop();
  }
  if (failure) throw failure;
}

export function register(program: Command): void {
  program
    .command('start')
    .description('bring up what is not configured (PostgreSQL, Temporal, mailbox), and run the API and a worker')
    .action(async () => {
      await start();
      // Third parties' timers must not keep a process that is done.
      process.exit();
    });
}
