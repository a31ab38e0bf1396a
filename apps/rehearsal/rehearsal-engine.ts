import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { isGrpcServiceError } from '@temporalio/client';
import { defaultPayloadConverter } from '@temporalio/common';
import type { temporal } from '@temporalio/proto';
import { Engine } from '#temporal/engine.js';
import type { RehearsalClock } from './rehearsal-clock.js';

type TimeSkipping = temporal.api.common.v1.ITimeSkippingConfig;

/** Whatever is nearer than this needs no move. */
const NEAR_MS = 1_000;
const POLL_MS = 15;
const PATIENCE_MS = 60_000;
const RUNNING = 1;
/** An execution's first task comes within so many events, with its skips and whatever reached it before. */
const FIRST_EVENTS = 20;
const TASK_SCHEDULED = 5;
const ALREADY_STARTED = 6;
const NOT_FOUND = 5;

const duration = (ms: number) => ({ seconds: Math.floor(ms / 1_000), nanos: Math.floor((ms % 1_000) * 1e6) });

/** So that what is due at the very instant is behind the execution when it stops. */
const BEYOND_MS = 5;

/** Runs through whatever is due on the way and stops right after `ms`. */
const forward = (id: string, ms: number): TimeSkipping =>
  ({ enabled: true, fastForwardConfig: { id, duration: duration(ms + BEYOND_MS) } }) as unknown as TimeSkipping;

const hasCode = (error: unknown, code: number): boolean => isGrpcServiceError(error) && Number(error.code) === code;

interface Described {
  readonly running: boolean;
  readonly idle: boolean;
  readonly moving: boolean;
  /** The execution's own present, ms on the engine. */
  readonly now: number;
}

/**
 * The engine of a rehearsal. Every execution has a clock of its own and stands still until it is moved: before anything reaches it, and when
 * its own next instant has come, the server's time skipping brings it to the rehearsal's present. No workflow knows of it.
 */
export class RehearsalEngine extends Engine {
  /** Executions that something has reached since the driver last waited for quiet. */
  readonly touched = new Set<string>();
  private readonly moves = new Map<string, Promise<void>>();
  private readonly skipped = new Map<string, number>();
  private readonly begun = new Set<string>();
  private counter = 0;

  constructor(
    client: Client,
    private readonly rehearsalQueue: string,
    private readonly clock: RehearsalClock,
  ) {
    super(client, rehearsalQueue);
  }

  override async start(type: string, workflowId: string, argument: unknown): Promise<void> {
    this.touched.add(workflowId);
    const ahead = Math.max(0, this.clock.toEngine(this.clock.now()) - Date.now());
    const request = {
      namespace: this.client.options.namespace,
      workflowId,
      requestId: workflowId,
      workflowType: { name: type },
      taskQueue: { name: this.rehearsalQueue },
      input: { payloads: [defaultPayloadConverter.toPayload(argument)!] },
      workflowIdReusePolicy: 3,
      // The first task comes after a delay, and the delay is skipped: so the workflow's first instant is the rehearsal's present.
      workflowStartDelay: duration(ahead) as never,
      timeSkippingConfig: ahead > NEAR_MS ? forward(this.nextId(), ahead) : { enabled: false },
    };
    try {
      await this.client.workflowService.startWorkflowExecution(request);
    } catch (error) {
      if (!hasCode(error, ALREADY_STARTED)) throw error;
    } finally {
      // Whoever looked before it was there has found nothing under way.
      this.touched.add(workflowId);
    }
  }

  /** Moves an execution to the rehearsal's present; one that has ended stays where it is. */
  async moveToPresent(workflowId: string): Promise<void> {
    this.touched.add(workflowId);
    for (let under = this.moves.get(workflowId); under; under = this.moves.get(workflowId)) await under;
    const move = this.move(workflowId).finally(() => this.moves.delete(workflowId));
    this.moves.set(workflowId, move);
    await move;
  }

  /** Waits until nothing is under way in any execution that was touched. */
  async quiet(): Promise<void> {
    while (this.touched.size > 0) {
      const [...ids] = this.touched;
      this.touched.clear();
      const busy = await Promise.all(ids.map(async (id) => ((await this.describe(id)).idle ? null : id)));
      for (const id of busy) if (id !== null) this.touched.add(id);
      if (this.touched.size > 0) await sleep(POLL_MS);
    }
  }

  protected override async reach<T>(workflowId: string, message: () => Promise<T>): Promise<T> {
    await this.moveToPresent(workflowId);
    try {
      return await message();
    } finally {
      this.touched.add(workflowId);
    }
  }

  private async move(workflowId: string): Promise<void> {
    const ahead = this.clock.toEngine(this.clock.now()) - (Date.now() + (await this.skippedBy(workflowId)));
    if (ahead < NEAR_MS) return;
    await this.client.workflowService
      .updateWorkflowExecutionOptions({
        namespace: this.client.options.namespace,
        workflowExecution: { workflowId },
        workflowExecutionOptions: { timeSkippingConfig: forward(this.nextId(), ahead) },
        updateMask: { paths: ['time_skipping_config'] },
      })
      .catch((error: unknown) => {
        if (!hasCode(error, NOT_FOUND)) throw error;
      });
    await this.arrive(workflowId);
  }

  /** By how much the execution's clock is ahead of the wall's, ms. It changes only when we move it; one that has ended needs no move. */
  private async skippedBy(workflowId: string): Promise<number> {
    const known = this.skipped.get(workflowId);
    if (known !== undefined) return known;
    const { running, moving, now } = await this.describe(workflowId);
    // Still on the way to the instant at which it was started: a second move from here would carry it twice as far.
    if (moving) await this.arrive(workflowId);
    return this.skipped.get(workflowId) ?? (running ? now - Date.now() : Infinity);
  }

  /** Waits until the execution has reached the present, or has ended on the way. */
  private async arrive(workflowId: string): Promise<void> {
    const until = Date.now() + PATIENCE_MS;
    for (;;) {
      const { running, moving, now } = await this.describe(workflowId);
      this.skipped.set(workflowId, running ? now - Date.now() : Infinity);
      if (!running || !moving) return;
      if (Date.now() > until) throw new Error(`${workflowId} did not reach ${new Date(this.clock.now()).toISOString()} in a minute.`);
      await sleep(POLL_MS);
    }
  }

  private async describe(workflowId: string): Promise<Described> {
    try {
      const it = await this.client.workflowService.describeWorkflowExecution({
        namespace: this.client.options.namespace,
        execution: { workflowId },
      });
      const running = Number(it.workflowExecutionInfo?.status) === RUNNING;
      const skipping = it.workflowExtendedInfo?.timeSkippingInfo;
      const at = skipping?.currentTime;
      const now = at ? Number(at.seconds) * 1_000 + Number(at.nanos) / 1e6 : Date.now();
      const moving = Boolean(skipping?.effectiveConfig?.enabled);
      const still = !moving && !it.pendingWorkflowTask && (it.pendingActivities ?? []).length === 0;
      return { running, idle: !running || (still && (await this.hasBegun(workflowId))), moving, now };
    } catch (error) {
      if (hasCode(error, NOT_FOUND)) return { running: false, idle: true, moving: false, now: 0 };
      throw error;
    }
  }

  /**
   * Whether its first task was ever scheduled. A busy server ends the skip over the start delay before it acts on the end of the delay: in
   * between nothing is pending, and the execution is not idle for all that.
   */
  private async hasBegun(workflowId: string): Promise<boolean> {
    if (this.begun.has(workflowId)) return true;
    const { history } = await this.client.workflowService.getWorkflowExecutionHistory({
      namespace: this.client.options.namespace,
      execution: { workflowId },
      maximumPageSize: FIRST_EVENTS,
    });
    const begun = (history?.events ?? []).some(({ eventType }) => Number(eventType) === TASK_SCHEDULED);
    if (begun) this.begun.add(workflowId);
    return begun;
  }

  private nextId(): string {
    this.counter += 1;
    return `move-${String(this.counter)}`;
  }
}
