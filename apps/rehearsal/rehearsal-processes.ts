import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { RehearsalRunner } from '#api/parts.js';
import type { RehearsalOrder } from './order.js';
import type { Servers } from './stage.js';

const entry = fileURLToPath(
  new URL(import.meta.url.includes('/dist/') ? './main.js' : '../../dist/apps/rehearsal/main.js', import.meta.url),
);
/** So long a rehearsal has to take its schema away when its parent ends, ms. */
const GRACE_MS = 15_000;

/** Runs each rehearsal in a child of this process, below it in priority: the service goes on meanwhile. */
export class RehearsalProcesses implements RehearsalRunner {
  private readonly children = new Set<ChildProcess>();

  constructor(private readonly servers: Servers) {}

  start(rehearsal: string): Promise<void> {
    const child = fork(entry, [], { serialization: 'advanced', execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    this.children.add(child);
    const order: RehearsalOrder = { rehearsal, servers: this.servers };
    child.send(order, () => undefined);
    return new Promise((resolve) => {
      const ended = (): void => {
        this.children.delete(child);
        resolve();
      };
      child.once('exit', ended);
      child.once('error', ended);
    });
  }

  /** Tells the children that it is over: they end as interrupted and tidy up behind them. */
  async stop(): Promise<void> {
    await Promise.all([...this.children].map((child) => this.end(child)));
  }

  private async end(child: ChildProcess): Promise<void> {
    const exited = once(child, 'exit');
    if (child.connected) child.disconnect();
    const late = new AbortController();
    const forced = sleep(GRACE_MS, undefined, { signal: late.signal }).then(
      () => child.kill('SIGKILL'),
      () => undefined,
    );
    await exited;
    late.abort();
    await forced;
  }
}
