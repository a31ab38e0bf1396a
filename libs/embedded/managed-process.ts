import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { open, rename, stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { readJson, writePrivate } from './data-folder.js';
import { EmbeddedError, explain } from './embedded-error.js';
import { beganAt, endRecorded, record } from './process-identity.js';
import type { ProcessRecord } from './process-identity.js';
import type { User } from './unprivileged-user.js';

const LOG_LIMIT = 50 * 1024 ** 2;
const SAID_LIMIT = 8 * 1024;
/** Unexpected ends within a minute after which a part is given up. */
const TOO_OFTEN = 8;

export interface ProcessPlan {
  /** For people: "PostgreSQL". */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  readonly user: User | undefined;
  readonly log: string;
  /** Where the process is recorded, for a next start after this one was killed. */
  readonly record: string;
  /** Stands in the command line of this process and of no other one. */
  readonly marker: string;
  readonly gentleSignal: NodeJS.Signals;
  /** Milliseconds it may take to end, and to become ready. */
  readonly patience: { readonly end: number; readonly ready: number };
  /** Resolves to true once it serves. */
  readonly ready: () => Promise<boolean>;
}

/** A server process of ours: recorded, logged, started again when it ends unasked, ended when we say so. */
export class ManagedProcess {
  private child: ChildProcess | undefined;
  private logOffset = 0;
  private stopping = false;
  private ends: number[] = [];

  constructor(
    private readonly plan: ProcessPlan,
    private readonly progress: (line: string) => void,
    private readonly onGivenUp: (error: EmbeddedError) => void = () => undefined,
  ) {}

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** Ends what an earlier start left running, and starts; resolves when it serves. */
  async start(): Promise<void> {
    await endLeftover(this.plan);
    try {
      await this.startUntilReady();
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  async stop(): Promise<void> {
    this.stopping = true;
    const { child } = this;
    const began = child?.pid === undefined ? undefined : await beganAt(child.pid);
    if (child?.pid === undefined || began === undefined) return;
    await endRecorded({ pid: child.pid, began, marker: this.plan.marker }, this.plan.gentleSignal, this.plan.patience.end);
  }

  /** A few attempts, as what a killed process left behind can take some seconds to go. */
  private async startUntilReady(): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      await this.launch();
      if (await this.becomesReady()) break;
      const said = await this.lastWords();
      const passing = /shared memory block|lock file|starting up|another server/i.test(said);
      if (this.stopping || !passing || attempt === 10) throw explain(this.plan.name, this.plan.log, said);
      await sleep(500);
    }
    this.child?.once('exit', () => void this.comeBack());
    if (this.child?.exitCode !== null || this.child.signalCode !== null) void this.comeBack();
  }

  private async launch(): Promise<void> {
    const { plan } = this;
    const size = await rotated(plan.log);
    this.logOffset = size;
    const log = openSync(plan.log, 'a', 0o600);
    try {
      // A process group of its own: Ctrl-C is for us, and we end the parts in the right order.
      const child = spawn(plan.command, plan.args, {
        cwd: plan.folder,
        env: plan.env,
        stdio: ['ignore', log, log],
        detached: true,
        ...(plan.user && { uid: plan.user.uid, gid: plan.user.gid }),
      });
      this.child = child;
      await new Promise<void>((resolve, reject) => {
        child.once('spawn', resolve);
        child.once('error', (error) => reject(new EmbeddedError(`${plan.name} could not be run: ${error.message}.`, { cause: error })));
      });
      child.unref();
      if (child.pid !== undefined) await writePrivate(plan.record, JSON.stringify(await record(child.pid, plan.marker)));
    } finally {
      closeSync(log);
    }
  }

  private async becomesReady(): Promise<boolean> {
    const { child, plan } = this;
    for (const end = Date.now() + plan.patience.ready; Date.now() < end; await sleep(50)) {
      if (!child || child.exitCode !== null || child.signalCode !== null) return false;
      if (await plan.ready()) return true;
    }
    throw new EmbeddedError(`${plan.name} was not ready after ${plan.patience.ready / 1000} s. Its log is ${plan.log}.`);
  }

  private async comeBack(): Promise<void> {
    if (this.stopping) return;
    const now = Date.now();
    this.ends = [...this.ends.filter((it) => now - it < 60_000), now];
    if (this.ends.length > TOO_OFTEN) {
      this.onGivenUp(new EmbeddedError(`${this.plan.name} ended ${this.ends.length} times within a minute. Its log is ${this.plan.log}.`));
      return;
    }
    this.progress(`${this.plan.name} ended unexpectedly; starting it again.`);
    await sleep(100 * this.ends.length);
    if (this.stopping) return;
    await this.startUntilReady().then(
      () => this.progress(`${this.plan.name} is back.`),
      (error: unknown) => {
        if (!this.stopping) this.onGivenUp(error instanceof EmbeddedError ? error : explain(this.plan.name, this.plan.log, String(error)));
      },
    );
  }

  /** What the process wrote into its log since it was launched, from the end. */
  private async lastWords(): Promise<string> {
    const file = await open(this.plan.log, 'r');
    try {
      const { size } = await file.stat();
      const from = Math.max(this.logOffset, size - SAID_LIMIT);
      const { buffer, bytesRead } = await file.read(Buffer.alloc(size - from), 0, size - from, from);
      return buffer.toString('utf8', 0, bytesRead);
    } finally {
      await file.close();
    }
  }
}

/** Ends the process that an earlier start recorded, if it still runs. */
export async function endLeftover(it: Pick<ProcessPlan, 'record' | 'gentleSignal' | 'patience'>): Promise<void> {
  const left = await readJson<ProcessRecord>(it.record);
  if (left) await endRecorded(left, it.gentleSignal, it.patience.end);
}

/** Size of the log, after one that grew too long was put aside. */
async function rotated(log: string): Promise<number> {
  const size = await stat(log).then(
    (it) => it.size,
    () => 0,
  );
  if (size < LOG_LIMIT) return size;
  await rename(log, `${log}.1`);
  return 0;
}
