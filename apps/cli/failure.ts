import { ConfigurationError } from '#platform/configuration.js';

/** One sentence a failure, on stderr, and exit code 1; the stack trace only with JIHENG_DEBUG=1. */
export function reportFailure(error: unknown): void {
  const debug = /^(1|true|yes|on)$/.test(process.env.JIHENG_DEBUG ?? '');
  if (error instanceof ConfigurationError) for (const problem of error.problems) console.error(`✗ ${problem}`);
  else if (!(error instanceof Error)) console.error(`✗ ${String(error)}`);
  else console.error(`✗ ${debug ? (error.stack ?? error.message) : error.message || error.name}`);
  process.exitCode = 1;
}
