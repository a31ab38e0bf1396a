import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Client } from '@temporalio/client';
import { DataSource } from 'typeorm';
import { Clock } from '#platform/clock.js';
import { connectClient, connectWorker } from '#temporal/connection.js';
import { Engine } from '#temporal/engine.js';
import { startWorker } from '#worker/create-worker.js';
import type { RunningWorker } from '#worker/create-worker.js';
import { createDatabase, temporalServer } from './database.js';

const codePath = fileURLToPath(new URL('../../dist/workflow-bundle.js', import.meta.url));

/** The product without its web server: a database, the engine on a task queue of its own, and a worker that may be killed. */
export interface Office {
  readonly source: DataSource;
  readonly client: Client;
  readonly engine: Engine;
  readonly clock: Clock;
  readonly taskQueue: string;
  /** Starts a worker beside those that run. */
  hire(): Promise<RunningWorker>;
  close(): Promise<void>;
}

export async function openOffice(clock = new Clock()): Promise<Office> {
  const database = await createDatabase();
  const source = await new DataSource({ type: 'postgres', url: database.url, extra: { max: 20 } }).initialize();
  const { address, namespace } = temporalServer();
  const client = await connectClient({ address, tls: false }, namespace);
  const connection = await connectWorker({ address, tls: false });
  const taskQueue = `test-${randomUUID()}`;
  const engine = new Engine(client, taskQueue);
  const workers: RunningWorker[] = [];
  const hire = async (): Promise<RunningWorker> => {
    const worker = await startWorker({
      connection,
      namespace,
      workflowBundle: { codePath },
      source,
      engine,
      clock,
      options: { taskQueue },
    });
    workers.push(worker);
    return worker;
  };
  await hire();
  const close = async (): Promise<void> => {
    await Promise.all(workers.map((worker) => worker.stop()));
    await connection.close();
    await client.connection.close();
    await source.destroy();
    await database.drop();
  };
  return { source, client, engine, clock, taskQueue, hire, close };
}
