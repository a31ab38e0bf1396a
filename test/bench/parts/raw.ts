import { v7 as uuid } from 'uuid';
import { RAW_QUEUE } from '../ground.js';
import type { Ground } from '../ground.js';
import { inLanes, latencies, timed } from '../measure.js';
import type { Report } from '../report.js';

const AT_ONCE = 50;
const ROWS = 50_000;
const ROUNDS = 3;

const best = async (work: () => Promise<number>): Promise<number> => {
  const rates: number[] = [];
  for (let i = 0; i < ROUNDS; i += 1) rates.push(await work());
  return Math.max(...rates);
};

/** Starts as many idle workflows as there are units, and ends them. Answers starts a second. */
async function starts({ client }: Ground, count: number): Promise<number> {
  const ids = Array.from({ length: count }, () => uuid());
  const start = (i: number) => client.workflow.start('idle', { taskQueue: RAW_QUEUE, workflowId: ids[i]! });
  const ms = await timed(() => inLanes(count, AT_ONCE, async (i) => void (await start(i))));
  await inLanes(count, AT_ONCE, async (i) => void (await client.workflow.getHandle(ids[i]!).signal('end')));
  return (count * 1000) / ms;
}

async function executions({ client }: Ground, count: number): Promise<number> {
  const run = () => client.workflow.execute('nothing', { taskQueue: RAW_QUEUE, workflowId: uuid() });
  return (count * 1000) / (await timed(() => inLanes(count, AT_ONCE, run)));
}

/** Updates that do nothing, spread over as many workflows as there are units. */
async function updates(ground: Ground, report: Report, units: number): Promise<void> {
  const { client } = ground;
  const handles = await Promise.all(
    Array.from({ length: 50 }, () => client.workflow.start('idle', { taskQueue: RAW_QUEUE, workflowId: uuid() })),
  );
  const update = (i: number) => handles[i % handles.length]!.executeUpdate('echo', { args: [i], updateId: uuid() });
  await latencies(100, AT_ONCE, update);
  const one = await latencies(200, 1, update);
  report.add({ part: 'raw', what: 'update, 1 client, p50', value: one.p50, unit: 'ms' });
  report.add({ part: 'raw', what: 'update, 1 client, p99', value: one.p99, unit: 'ms' });
  const before = ground.cpu();
  const twenty = await latencies(units * 2, 20, update);
  report.add({ part: 'raw', what: 'update, 20 clients, p50', value: twenty.p50, unit: 'ms' });
  report.cost('raw', 'update', units * 2, before, ground.cpu());
  report.add({ part: 'raw', what: 'updates at 20 clients', value: twenty.rate, unit: '/s' });
  report.add({
    part: 'raw',
    what: 'updates at 50 clients',
    value: await best(async () => (await latencies(units * 2, AT_ONCE, update)).rate),
    unit: '/s',
  });
  await Promise.all(handles.map((handle) => handle.signal('end')));
}

async function inserts({ source }: Ground, report: Report): Promise<void> {
  await source.query('create table bench_row (id uuid primary key, owner uuid not null, status text not null, at timestamptz not null)');
  const batch = 1000;
  const owner = uuid();
  const insert = async (): Promise<void> => {
    const ids = Array.from({ length: batch }, () => uuid());
    await source.query(`insert into bench_row select id, $2, 'open', now() from unnest($1::uuid[]) as row (id)`, [ids, owner]);
  };
  const rate = await best(async () => (ROWS * 1000) / (await timed(() => inLanes(ROWS / batch, 4, insert))));
  report.add({ part: 'raw', what: `PostgreSQL: rows inserted, ${String(batch)} a statement`, value: rate, unit: '/s' });
  await source.query('drop table bench_row');
  const commit = await latencies(300, 1, () => source.query(`select pg_current_xact_id()`));
  report.add({ part: 'raw', what: 'PostgreSQL: a durable transaction of one statement, p50', value: commit.p50, unit: 'ms' });
}

/** (a) What the engine and the database do when nothing is asked of them. */
export async function raw(ground: Ground, report: Report, units: number): Promise<void> {
  const fire = await ground.hire('raw');
  await executions(ground, 100);
  const before = ground.cpu();
  report.add({ part: 'raw', what: 'workflow starts', value: await best(() => starts(ground, units)), unit: '/s' });
  report.cost('raw', 'start, and end by a signal', units * ROUNDS, before, ground.cpu());
  report.add({ part: 'raw', what: 'executions, start to end', value: await best(() => executions(ground, units)), unit: '/s' });
  await updates(ground, report, units);
  await fire();
  await inserts(ground, report);
}
