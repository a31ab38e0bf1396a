import { NestFactory } from '@nestjs/core';
import { Worker } from '@temporalio/worker';
import type { LoggerService } from '@nestjs/common';
import type { NativeConnection, WorkerOptions, WorkflowBundleOption } from '@temporalio/worker';
import { ActivitiesModule, activitiesOf } from '#activities/activities.module.js';
import type { ActivityParts } from '#activities/activities.module.js';
import { TASK_QUEUE } from '#temporal/task-queue.js';
import { withLeanThreads } from './threads/lean-threads.js';

interface WorkerParts extends ActivityParts {
  readonly connection: NativeConnection;
  readonly namespace: string;
  readonly workflowBundle: WorkflowBundleOption;
  readonly options?: Partial<WorkerOptions>;
  readonly logger?: LoggerService;
}

export interface RunningWorker {
  readonly worker: Worker;
  /** Settles when the worker has stopped; rejects when it failed. */
  readonly stopped: Promise<void>;
  stop(): Promise<void>;
}

/** How every worker polls and caches; the benchmark's raw worker takes the same. */
export const WORKER_SETTINGS = {
  maxCachedWorkflows: 3000,
  // A fixed number: pollers that scale by themselves cost twice the processor time of the updates they bring.
  workflowTaskPollerBehavior: { type: 'simple-maximum', maximum: 20 },
  activityTaskPollerBehavior: { type: 'simple-maximum', maximum: 10 },
  shutdownGraceTime: '10s',
} as const;

/** Starts a worker for all workflows and activities. It holds no state: any number may run, any may be killed. */
export async function startWorker({
  connection,
  namespace,
  workflowBundle,
  options,
  logger,
  ...parts
}: WorkerParts): Promise<RunningWorker> {
  const context = await NestFactory.createApplicationContext(ActivitiesModule.forRoot(parts), { logger: logger ?? ['error', 'warn'] });
  const settings = {
    connection,
    namespace,
    taskQueue: TASK_QUEUE,
    workflowBundle,
    activities: activitiesOf(context),
    ...WORKER_SETTINGS,
    ...options,
  };
  const worker = await withLeanThreads(() => Worker.create(settings));

  const stopped = worker.run().finally(() => context.close());
  const stop = async (): Promise<void> => {
    if (worker.getState() === 'RUNNING') worker.shutdown();
    await stopped;
  };
  return { worker, stopped, stop };
}
