import { setTimeout as sleep } from 'node:timers/promises';

/** Looks again until what is expected has come about; the last failure is the test's when it does not in time. */
export async function eventually(look: () => Promise<void>, patienceMs = 20_000): Promise<void> {
  for (const until = Date.now() + patienceMs; ; await sleep(30)) {
    try {
      await look();
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
    }
  }
}
