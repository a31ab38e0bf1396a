import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { obligationWorkflowId } from '#contracts/obligation/obligation.contract.js';
import type { ObligationState } from '#domain/obligation/state.js';
import { Engine } from '#temporal/engine.js';

/** As many starts under way at once as the server takes in its stride. */
const AT_ONCE = 50;

/** Runs `work` on every item, a bounded number at a time. The first failure is thrown when those under way have ended. */
export async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>, atOnce = AT_ONCE): Promise<void> {
  const queue = items.values();
  const lanes = Array.from({ length: Math.min(atOnce, items.length) }, async () => {
    for (const item of queue) await work(item);
  });
  const failed = (await Promise.allSettled(lanes)).find((lane) => lane.status === 'rejected');
  if (failed) throw failed.reason;
}

/** Brings rows of obligations to life. */
@Injectable()
export class ObligationStarter {
  constructor(
    private readonly source: DataSource,
    private readonly engine: Engine,
  ) {}

  /** Starts the workflows of those that have none yet; safe to repeat. `progressed` is called as they start. */
  async start(obligations: readonly string[], progressed: () => void = () => undefined): Promise<void> {
    const rows: { id: string; state: ObligationState }[] = await this.source.query(
      'select id, terms || state as state from obligation where id = any ($1) and started_at is null',
      [obligations],
    );
    await inParallel(rows, async ({ id, state }) => {
      await this.engine.start('obligation', obligationWorkflowId(id), state);
      progressed();
    });
    await this.source.query('update obligation set started_at = clock_timestamp() where id = any ($1) and started_at is null', [
      rows.map(({ id }) => id),
    ]);
  }
}
