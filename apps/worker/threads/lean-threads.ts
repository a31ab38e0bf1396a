import workerThreads from 'node:worker_threads';
import type { WorkerOptions } from 'node:worker_threads';
import { shippedPath } from '#platform/shipped.js';

const PRELOADED = shippedPath('apps/worker/threads/without-promise-stacks.mjs');

class LeanThread extends workerThreads.Worker {
  constructor(file: string | URL, options: WorkerOptions = {}) {
    super(file, { ...options, execArgv: [...(options.execArgv ?? process.execArgv), '--import', PRELOADED] });
  }
}

/**
 * Creates a worker whose workflow threads keep no stack trace of each promise, which costs a third of their processor time (decision 13).
 * The SDK has no option for it and starts its threads while the worker is created, so the threads started meanwhile are ours.
 */
export async function withLeanThreads<T>(create: () => Promise<T>): Promise<T> {
  const { Worker } = workerThreads;
  workerThreads.Worker = LeanThread;
  try {
    return await create();
  } finally {
    workerThreads.Worker = Worker;
  }
}
