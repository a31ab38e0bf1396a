import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readDatabase, readQueues } from '#persistence/reading/system-status.js';
import { Clock } from '#platform/clock.js';
import { shippedText } from '#platform/shipped.js';
import { LiveEvents } from '../events/live-events.js';
import type { ApiParts } from '../parts.js';
import { PING_ENGINE } from '../parts.js';
import { BackupDesk } from './backup-desk.js';

/** Longer than this, ms, nobody waits for a part that does not answer. */
const PATIENCE_MS = 5_000;

/** What it answers, or null when it does not. */
const orNull = async <T>(ask: () => Promise<T>): Promise<T | null> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => (timer = setTimeout(() => resolve(null), PATIENCE_MS)));
  try {
    return await Promise.race([ask(), late]);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
};

const NOTHING_KNOWN = { version: null, sizeBytes: null, connections: null, migration: null };

/** 系统状态: how the parts do, in one answer, whichever of them is down. */
@Injectable()
export class SystemStatus {
  private readonly startedAt = new Date();

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly live: LiveEvents,
    private readonly desk: BackupDesk,
    @Inject(PING_ENGINE) private readonly pingEngine: NonNullable<ApiParts['pingEngine']>,
  ) {}

  async get() {
    const [database, queues, engine, backups, product] = await Promise.all([
      orNull(() => readDatabase(this.source)),
      orNull(() => readQueues(this.source, new Date(this.clock.now()))),
      orNull(async () => [await this.pingEngine()]),
      this.desk.list(),
      this.version(),
    ]);
    return {
      ...{ at: new Date(), product, node: process.version, startedAt: this.startedAt, memoryBytes: process.memoryUsage.rss() },
      database: { up: database !== null, ...(database ?? NOTHING_KNOWN) },
      engine: { up: engine !== null },
      queues,
      backups: {
        available: backups.available,
        running: backups.items.some(({ state }) => state === 'running'),
        last: backups.items.find(({ state }) => state === 'done') ?? null,
      },
      listeners: this.live.listeners,
    };
  }

  private async version(): Promise<string> {
    return (JSON.parse(await shippedText('package.json')) as { version: string }).version;
  }
}
