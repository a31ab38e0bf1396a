import { fork, spawn } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Client } from '@temporalio/client';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { DataSource } from 'typeorm';
import { freePorts } from '#embedded/ports.js';
import { startStack, sweepAbandoned } from '#embedded/stack.js';
import { migrate } from '#persistence/migrate.js';
import { Clock } from '#platform/clock.js';
import { readConfiguration } from '#platform/configuration.js';
import { connectClient } from '#temporal/connection.js';
import { Engine } from '#temporal/engine.js';
import { processorTime } from './cpu.js';
import { until } from './measure.js';

/** Task queue of the workflows that do nothing. */
export const RAW_QUEUE = 'bench-raw';
const PREFIX = 'jiheng-bench-';
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export interface WorkerOrder {
  readonly address: string;
  readonly namespace: string;
  readonly databaseUrl: string;
  /** The workflow bundle. */
  readonly code: string;
  readonly raw: boolean;
}

/** An embedded stack as `npm start` brings it up (durable), the product's database, and what an API process has to talk to the engine. */
export interface Ground {
  readonly source: DataSource;
  readonly client: Client;
  readonly engine: Engine;
  readonly clock: Clock;
  readonly databaseUrl: string;
  /** Starts a worker process; answers how it is ended. */
  hire(kind: 'raw' | 'product'): Promise<() => Promise<void>>;
  /** Starts an API process; answers where it listens and how it is ended. */
  serve(): Promise<{ readonly url: string; stop(): Promise<void> }>;
  /** Processor time (ms) used so far by the engine, PostgreSQL, the worker or API process, and this one, which asks. */
  cpu(): Readonly<Record<string, number>>;
  close(): Promise<void>;
}

async function hire(order: WorkerOrder): Promise<{ pid: number | undefined; stop: () => Promise<void> }> {
  const execArgv =
    process.env['JIHENG_BENCH_PROFILE'] && !order.raw ? ['--cpu-prof', '--cpu-prof-dir', process.env['JIHENG_BENCH_PROFILE']] : [];
  const child = fork(here('./worker-process.js'), { execArgv, env: { ...process.env, JIHENG_BENCH_WORKER: JSON.stringify(order) } });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', () => reject(new Error('The worker process ended before it was ready.')));
  });
  const stop = async (): Promise<void> => {
    child.send('stop');
    await ended;
  };
  return { pid: child.pid, stop };
}

/** The API as it runs in production, on the stack of the folder. */
async function serve(folder: string): Promise<{ pid: number | undefined; url: string; stop: () => Promise<void> }> {
  const { api } = await freePorts(['api'], {});
  const env = { ...process.env, JIHENG_DATA: folder, JIHENG_PORT: String(api), JIHENG_LOG_LEVEL: 'warn' };
  const child = spawn(process.execPath, [here('../../apps/api/main.js')], { env, stdio: ['ignore', 'inherit', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = `http://127.0.0.1:${String(api)}/api/v1`;
  await until(async () => (await fetch(`${url}/session`).catch(() => null)) !== null, 50, 60_000);
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
  };
  return { pid: child.pid, url, stop };
}

/** Bundles the workflows that do nothing beside the product's bundle. */
async function rawBundle(folder: string): Promise<string> {
  const file = join(folder, 'raw-bundle.js');
  const { code } = await bundleWorkflowCode({ workflowsPath: here('./raw.workflows.js'), logger: new DefaultLogger('WARN') });
  await writeFile(file, code);
  return file;
}

export async function prepareGround(): Promise<Ground> {
  await sweepAbandoned(tmpdir(), PREFIX);
  const folder = await mkdtemp(join(tmpdir(), PREFIX));
  // PostgreSQL may run as another user, who has to pass through.
  await chmod(folder, 0o711);
  const stack = await startStack(readConfiguration({ JIHENG_DATA: folder }), { progress: (line) => console.error(`» ${line}`) });
  const { databaseUrl, temporalAddress: address, temporalNamespace: namespace } = stack;
  await migrate(databaseUrl);
  const source = await new DataSource({ type: 'postgres', url: databaseUrl, extra: { max: 20 } }).initialize();
  const client = await connectClient({ address, tls: false }, namespace);
  let worker: number | undefined;
  const bundles = { raw: await rawBundle(folder), product: here('../../workflow-bundle.js') };
  return {
    source,
    client,
    engine: new Engine(client),
    clock: new Clock(),
    databaseUrl,
    hire: async (kind) => {
      const child = await hire({ address, namespace, databaseUrl, code: bundles[kind], raw: kind === 'raw' });
      const before = worker;
      worker ??= child.pid;
      return async () => {
        worker = before;
        await child.stop();
      };
    },
    serve: async () => {
      const api = await serve(folder);
      worker = api.pid;
      return api;
    },
    cpu: () => processorTime({ engine: stack.pids().temporal, PostgreSQL: stack.pids().postgres, worker, client: process.pid }),
    close: async () => {
      await client.connection.close();
      await source.destroy();
      await stack.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
