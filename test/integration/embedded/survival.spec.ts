import { spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import pg from 'pg';
import { removeFolder } from '#embedded/data-folder.js';
import { beganAt } from '#embedded/process-identity.js';
import { startStack, useStack } from '#embedded/stack.js';
import type { Stack } from '#embedded/stack.js';
import { readConfiguration } from '#platform/configuration.js';

let folder: string;
let stack: Stack;
const said: string[] = [];
const configuration = () => readConfiguration({ JIHENG_DATA: folder });
const start = () => startStack(configuration(), { progress: (line) => said.push(line) });

async function query<T>(sql: string, url = stack.databaseUrl): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows as T[];
  } finally {
    await client.end();
  }
}

async function onTemporal<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address: stack.temporalAddress, connectTimeout: 5_000 });
  try {
    return await work(new Client({ connection, namespace: stack.temporalNamespace }));
  } finally {
    await connection.close();
  }
}

const startYear = (id: string) => onTemporal((it) => it.workflow.start('annualCycle', { workflowId: id, taskQueue: 'nobody-listens' }));
const statusOf = (id: string) => onTemporal(async (it) => (await it.workflow.getHandle(id).describe()).status.name);

/** Asks until it is answered: what was killed takes a moment to come back. */
async function eventually<T>(ask: () => Promise<T>): Promise<T> {
  for (const end = Date.now() + 30_000; ; await sleep(200)) {
    try {
      return await ask();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}

const untilGone = async (pid: number) => {
  while ((await beganAt(pid)) !== undefined) await sleep(20);
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiheng-test-survival-'));
  await chmod(folder, 0o711);
  stack = await start();
  await query('create table filing (id int primary key)');
  await query('insert into filing values (1)');
  await startYear('campaign/first');
});

afterAll(async () => {
  await stack.stop();
  await removeFolder(folder);
});

describe('the stack on this machine', () => {
  it('shows its passwords to nobody else', async () => {
    for (const file of [stack.folder.secrets, join(stack.folder.temporal, 'server.yaml'), join(stack.folder.run, 'stack.json')]) {
      expect((await stat(file)).mode & 0o777).toBe(0o600);
    }
    const { superuser } = JSON.parse(await readFile(stack.folder.secrets, 'utf8')) as { superuser: string };
    const { postgres } = stack.pids();
    expect(await readFile(`/proc/${postgres}/cmdline`, 'utf8')).not.toContain(superuser);
  });

  it('lets the application neither be superuser nor see the database of Temporal', async () => {
    expect(await query('select rolsuper from pg_roles where rolname = current_user')).toEqual([{ rolsuper: false }]);
    await expect(query('select 1', stack.databaseUrl.replace(/jiheng$/, 'temporal'))).rejects.toThrow(/permission denied/);
  });

  it('runs once on a data folder; another command uses the one that runs', async () => {
    const child = spawn(process.execPath, ['test/support/stack-process.mjs'], { env: { ...process.env, JIHENG_DATA: folder } });
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (it: string) => (complaint += it));
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(1);
    expect(complaint).toContain(`already runs on ${folder} (process ${process.pid})`);
    const used = await useStack(configuration());
    expect(used.databaseUrl).toBe(stack.databaseUrl);
    await used.stop();
    expect(await query('select id from filing')).toEqual([{ id: 1 }]);
  });

  it('brings PostgreSQL back after kill -9, with everything, and Temporal goes on', async () => {
    const { postgres = 0 } = stack.pids();
    process.kill(postgres, 'SIGKILL');
    await untilGone(postgres);
    expect(await eventually(() => query('select id from filing'))).toEqual([{ id: 1 }]);
    expect(stack.pids().postgres).not.toBe(postgres);
    expect(await eventually(() => statusOf('campaign/first'))).toBe('RUNNING');
    expect(said).toContain('PostgreSQL ended unexpectedly; starting it again.');
  });

  it('brings Temporal back after kill -9, with every execution', async () => {
    const { temporal = 0 } = stack.pids();
    process.kill(temporal, 'SIGKILL');
    await untilGone(temporal);
    expect(await eventually(() => statusOf('campaign/first'))).toBe('RUNNING');
    await eventually(() => startYear('campaign/second'));
    expect(stack.pids().temporal).not.toBe(temporal);
  });

  it('comes back on the same ports after a restart', async () => {
    const before = stack;
    await stack.stop();
    stack = await start();
    expect(stack.databaseUrl).toBe(before.databaseUrl);
    expect(stack.temporalAddress).toBe(before.temporalAddress);
    expect(await statusOf('campaign/second')).toBe('RUNNING');
    expect(await query('select id from filing')).toEqual([{ id: 1 }]);
  });

  it('takes over after kill -9 of the process that started it', async () => {
    await stack.stop();
    const child = spawn(process.execPath, ['test/support/stack-process.mjs'], { env: { ...process.env, JIHENG_DATA: folder } });
    const line = await new Promise<string>((resolve) => child.stdout.setEncoding('utf8').once('data', resolve));
    const left = JSON.parse(line) as { postgres: number; temporal: number };
    child.kill('SIGKILL');
    await untilGone(child.pid ?? 0);
    expect(await beganAt(left.postgres)).toBeDefined();
    expect(await beganAt(left.temporal)).toBeDefined();
    stack = await start();
    expect(await beganAt(left.postgres)).toBeUndefined();
    expect(await beganAt(left.temporal)).toBeUndefined();
    expect(await query('select id from filing')).toEqual([{ id: 1 }]);
    expect(await statusOf('campaign/first')).toBe('RUNNING');
  });
});
