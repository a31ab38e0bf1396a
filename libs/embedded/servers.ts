import type { Configuration, TemporalConfiguration } from '#platform/configuration.js';
import { layout } from './data-folder.js';
import { runningStack } from './stack-lock.js';

export interface Servers {
  readonly databaseUrl: string;
  readonly temporal: TemporalConfiguration & { readonly address: string };
  /** Undefined where no mail server is known. */
  readonly smtpUrl: string | undefined;
}

/**
 * Where the servers are for a process that starts none: as configured, or the stack that runs on the data folder.
 * @throws Error, one sentence that says what to set
 */
export async function serversOf(configuration: Configuration): Promise<Servers> {
  const stack = (await runningStack(layout(configuration.dataFolder)))?.addresses;
  const databaseUrl = configuration.databaseUrl ?? stack?.databaseUrl;
  const address = configuration.temporal.address ?? stack?.temporalAddress;
  if (databaseUrl === undefined || address === undefined) {
    throw new Error('Set DATABASE_URL and TEMPORAL_ADDRESS, or start `npm start` on this data folder first.');
  }
  return { databaseUrl, temporal: { ...configuration.temporal, address }, smtpUrl: configuration.mail.smtpUrl ?? stack?.smtpUrl };
}
