import { setTimeout as sleep } from 'node:timers/promises';
import { RehearsalClock } from '../../apps/rehearsal/rehearsal-clock.js';
import { RehearsalEngine } from '../../apps/rehearsal/rehearsal-engine.js';
import { openOffice } from './office.js';
import type { Office } from './office.js';

/** An office whose time a test moves: the product's workflows on the real server, each brought to the present when it is reached. */
export interface VirtualOffice extends Office {
  readonly engine: RehearsalEngine;
  readonly clock: RehearsalClock;
  /** It is `instant` now (`2023-03-01T09:00`, in Asia/Shanghai): these executions come there, and whatever follows from it happens. */
  moveTo(instant: string, ...workflows: readonly string[]): Promise<void>;
  /** Waits until nothing is under way. */
  settle(): Promise<void>;
}

const chinese = (instant: string): number => Date.parse(`${instant}:00+08:00`);

export async function openVirtualOffice(begin: string): Promise<VirtualOffice> {
  const clock = new RehearsalClock(chinese(begin), Date.now());
  let engine: RehearsalEngine | undefined;
  const office = await openOffice(clock, (client, queue) => (engine = new RehearsalEngine(client, queue, clock)));
  const settle = async (): Promise<void> => {
    for (let calm = 0; calm < 3; calm += 1) {
      await engine!.quiet();
      const statuses = office.workers.map(({ worker }) => worker.getStatus());
      const busy = statuses.some((it) => it.numInFlightActivities + it.numInFlightWorkflowActivations > 0);
      if (busy || engine!.touched.size > 0) calm = -1;
      await sleep(5);
    }
  };
  const moveTo = async (instant: string, ...workflows: readonly string[]): Promise<void> => {
    clock.advance(chinese(instant));
    await Promise.all(workflows.map((it) => engine!.moveToPresent(it)));
    await settle();
  };
  return { ...office, engine: engine!, clock, moveTo, settle };
}
