/** A worker in a process of its own, as in production: the product's, or one that does nothing. */
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { DataSource } from 'typeorm';
import { Clock } from '#platform/clock.js';
import { connectClient } from '#temporal/connection.js';
import { Engine } from '#temporal/engine.js';
import { startWorker, WORKER_SETTINGS } from '#worker/create-worker.js';
import { withLeanThreads } from '#worker/threads/lean-threads.js';
import { RAW_QUEUE } from './ground.js';
import type { WorkerOrder } from './ground.js';

const { address, namespace, databaseUrl, code, raw } = JSON.parse(process.env['JIHENG_BENCH_WORKER']!) as WorkerOrder;

Runtime.install({ logger: new DefaultLogger('ERROR') });

async function rawWorker(): Promise<() => Promise<void>> {
  const connection = await NativeConnection.connect({ address });
  const settings = { ...WORKER_SETTINGS, connection, namespace, taskQueue: RAW_QUEUE, workflowBundle: { codePath: code } };
  const worker = await withLeanThreads(() => Worker.create(settings));
  const stopped = worker.run();
  return async () => {
    worker.shutdown();
    await stopped;
  };
}

async function productWorker(): Promise<() => Promise<void>> {
  const source = await new DataSource({ type: 'postgres', url: databaseUrl, extra: { max: 20 } }).initialize();
  const client = await connectClient({ address, tls: false }, namespace);
  const connection = await NativeConnection.connect({ address });
  const parts = { source, engine: new Engine(client), clock: new Clock() };
  const { stop } = await startWorker({ connection, namespace, workflowBundle: { codePath: code }, ...parts });
  return stop;
}

const stop = await (raw ? rawWorker() : productWorker());
process.once('message', () => void stop().finally(() => process.exit()));
process.once('disconnect', () => process.exit());
process.send!('ready');
