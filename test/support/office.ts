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
  /** Of the office's database and namespace, for a worker in a process of its own. */
  readonly servers: { readonly databaseUrl: string; readonly address: string; readonly namespace: string };
  readonly workers: readonly RunningWorker[];
  /** Starts a worker beside those that run. */
  hire(): Promise<RunningWorker>;
  close(): Promise<void>;
}

type EngineFor = (client: Client, taskQueue: string) => Engine;

const realEngine: EngineFor = (client, taskQueue) => new Engine(client, taskQueue);

/** Opens an office, with one worker unless nobody is hired yet. */
export async function openOffice(clock = new Clock(), engineFor = realEngine, hired = 1): Promise<Office> {
  const database = await createDatabase();
  const source = await new DataSource({ type: 'postgres', url: database.url, extra: { max: 20 } }).initialize();
  const { address, namespace } = temporalServer();
  const client = await connectClient({ address, tls: false }, namespace);
  const connection = await connectWorker({ address, tls: false });
  const taskQueue = `test-${randomUUID()}`;
  const engine = engineFor(client, taskQueue);
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
  for (let i = 0; i < hired; i += 1) await hire();
  const close = async (): Promise<void> => {
    await Promise.all(workers.map((worker) => worker.stop()));
    await connection.close();
    await client.connection.close();
    await source.destroy();
    await database.drop();
  };
  const servers = { databaseUrl: database.url, address, namespace };
  return { source, client, engine, clock, taskQueue, servers, workers, hire, close };
}
