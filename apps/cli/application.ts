import { EmbeddedError } from '#embedded/embedded-error.js';
import { isFree } from '#embedded/ports.js';
import type { Stack } from '#embedded/stack.js';
import type { Configuration } from '#platform/configuration.js';
import type { Interruption } from './interruption.js';

export interface ApplicationContext {
  readonly configuration: Configuration;
  readonly stack: Stack;
  readonly interruption: Interruption;
  readonly progress: (line: string) => void;
}

type Stop = () => Promise<void>;

function describe({ configuration, stack }: ApplicationContext): string {
  const host = (url: string) => new URL(url).host;
  const where = (part: Stack['embedded'][number]) => (stack.embedded.includes(part) ? 'on this machine' : 'as configured');
  const lines = [
    ['PostgreSQL', `${host(stack.databaseUrl)} (${where('postgres')})`],
    ['Temporal', `${stack.temporalAddress}, namespace ${stack.temporalNamespace} (${where('temporal')})`],
    ['Mail', stack.embedded.includes('mailbox') ? `kept in ${stack.folder.mailbox}` : `sent through ${host(stack.smtpUrl)}`],
    ['Data', configuration.dataFolder],
    ['Logs', stack.folder.logs],
  ];
  return lines.map(([name = '', text = '']) => `  ${name.padEnd(12)}${text}`).join('\n');
}

async function checkPort({ api }: Configuration): Promise<void> {
  if (await isFree(api.port)) return;
  throw new EmbeddedError(`Port ${api.port} is in use by another program: end that one, or set JIHENG_PORT.`);
}

/** Runs until somebody asks it to end, then ends everything it started, in reverse order. */
export async function runApplication(context: ApplicationContext): Promise<void> {
  const stops: Stop[] = [];
  try {
    await checkPort(context.configuration);
    // Here: migrate, seed, worker, API. Whoever starts something pushes onto `stops` how it is ended.
    console.log(`\n绩衡 runs.\n${describe(context)}\n\nCtrl-C ends it.`);
    await context.interruption.asked;
    context.progress('Ending.');
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}
