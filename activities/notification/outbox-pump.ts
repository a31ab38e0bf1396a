import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { Clock } from '#platform/clock.js';
import type { Drained } from './outbox-sender.js';

/** Any number that nothing else in this database locks. */
const LOCK = 7_201_517;

interface Sender {
  drain(now: number): Promise<Drained>;
}

/** Drains the outbox every few seconds, in one process of all that share the database. */
export class OutboxPump {
  private readonly log = new Logger(OutboxPump.name);
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();
  private stopped = true;

  constructor(
    private readonly source: DataSource,
    private readonly sender: Sender,
    private readonly clock: Clock,
    private readonly lock = LOCK,
  ) {}

  start(everySeconds = 5): void {
    if (!this.stopped) return;
    this.stopped = false;
    const next = (): void => {
      this.timer = setTimeout(() => {
        this.running = this.pump().finally(() => {
          if (!this.stopped) next();
        });
      }, everySeconds * 1_000);
    };
    next();
  }

  /** Ends once what is being sent is sent. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.running;
  }

  /** One drain, unless another process is at it. A failure is logged and tried again the next time. */
  private async pump(): Promise<void> {
    const runner = this.source.createQueryRunner();
    try {
      const [{ locked }] = (await runner.query('select pg_try_advisory_lock($1) as locked', [this.lock])) as [{ locked: boolean }];
      if (!locked) return;
      try {
        await this.sender.drain(this.clock.now());
      } finally {
        await runner.query('select pg_advisory_unlock($1)', [this.lock]);
      }
    } catch (error) {
      this.log.error(`The outbox could not be drained: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      await runner.release().catch(() => undefined);
    }
  }
}
