import { setPriority } from 'node:os';
import type { RehearsalOrder } from './order.js';
import { runRehearsal } from './run-rehearsal.js';

const LOWER = 5;

/** One rehearsal in a process of its own. It is told what to do by its parent, and ends early when the parent has gone. */
process.once('message', (order: RehearsalOrder) => {
  const parent = new AbortController();
  process.once('disconnect', () => {
    parent.abort();
  });
  // Ctrl-C on a terminal reaches every process; the parent says itself when it ends.
  process.on('SIGINT', () => undefined);
  setPriority(LOWER);
  void runRehearsal(order, parent.signal)
    .catch((error: unknown) => {
      console.error(error);
      process.exitCode = 1;
    })
    .finally(() => {
      if (process.connected) process.disconnect();
    });
});
