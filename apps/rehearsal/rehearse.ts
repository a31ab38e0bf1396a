import type { Outcome } from './outcome.js';
import { openYear } from './rehearsed-year.js';
import type { YearOptions } from './rehearsed-year.js';
import type { Script } from './script.js';
import type { Servers } from './stage.js';

export interface RehearsalOptions extends YearOptions {
  /** Schema and namespace stay, to be looked at. */
  readonly keep?: boolean;
}

/** Runs the whole year of a script in virtual time on the real engine, and answers what happened. */
export async function rehearse(script: Script, servers: Servers, { keep = false, ...options }: RehearsalOptions = {}): Promise<Outcome> {
  const year = await openYear(script, servers, options);
  try {
    await year.until();
    return await year.outcome();
  } finally {
    await year.close(keep);
  }
}
