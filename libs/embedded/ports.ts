import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { EmbeddedError } from './embedded-error.js';

const LOOPBACK = '127.0.0.1';
/**
 * Below the range from which systems take the near end of outgoing connections, so that none of them is in the way at
 * the next start; and Temporal keeps the ports of its members in a smallint, which ends at 32767.
 */
const RANGE = [20_000, 32_700] as const;
const ATTEMPTS = 500;

/** Whether nobody listens on this port of the loopback interface. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: LOOPBACK, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** As many different free ports as there are names; those of `preferred` that are still free stay as they are. */
export async function freePorts<K extends string>(
  names: readonly K[],
  preferred: Partial<Record<string, number>> = {},
): Promise<Record<K, number>> {
  const chosen = new Map<K, number>();
  const take = async (name: K, port: number): Promise<void> => {
    if (![...chosen.values()].includes(port) && (await isFree(port))) chosen.set(name, port);
  };
  for (const name of names) {
    const wish = preferred[name];
    if (wish !== undefined) await take(name, wish);
  }
  for (const name of names) {
    for (let attempt = 0; !chosen.has(name); attempt += 1) {
      if (attempt === ATTEMPTS) {
        throw new EmbeddedError(`No port from ${RANGE[0]} to ${RANGE[1]} is free on ${LOOPBACK}: end some programs that listen there.`);
      }
      await take(name, randomInt(...RANGE));
    }
  }
  return Object.fromEntries(chosen) as Record<K, number>;
}
