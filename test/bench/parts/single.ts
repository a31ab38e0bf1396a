import { v7 as uuid } from 'uuid';
import type { Command } from '#domain/obligation/command.js';
import type { Ground } from '../ground.js';
import { RAW_QUEUE } from '../ground.js';
import { latencies, timed } from '../measure.js';
import type { Report } from '../report.js';
import type { Filing } from '../year.js';
import { launchYear } from './launch.js';

const UNITS = 100;
const EACH = 400;

type Turn = readonly [filing: Filing, document: string];

const act = (what: 'submit' | 'approve', [{ debtor, department }, id]: Turn): Command => {
  const asked = { requestId: uuid(), documents: [{ id }] };
  if (what === 'submit') return { name: 'submit', ...asked, actor: debtor };
  return { name: 'review', verdict: 'approve', ...asked, actor: department };
};

/** Latencies of one kind of click; at one client each beside a raw update, so that both meet the same machine. */
async function measure(ground: Ground, report: Report, turns: readonly Turn[], clients: number): Promise<void> {
  for (const what of ['submit', 'approve'] as const) {
    const one = async (i: number): Promise<void> => {
      const [answer] = await ground.engine.act(turns[i]![0].obligation, act(what, turns[i]!));
      if (answer?.outcome !== 'done') throw new Error(JSON.stringify(answer));
    };
    const before = ground.cpu();
    const { p50, p99, rate } = await latencies(turns.length, clients, one);
    const who = `${what}, ${String(clients)} client${clients > 1 ? 's' : ''}`;
    report.add({ part: 'single', what: `${who}, p50`, value: p50, unit: 'ms' });
    report.add({ part: 'single', what: `${who}, p99`, value: p99, unit: 'ms' });
    report.add({ part: 'single', what: `${who}`, value: rate, unit: '/s' });
    report.cost('single', what, turns.length, before, ground.cpu());
  }
}

/** Submissions and updates that do nothing in turn, one at a time. */
async function besideRaw(ground: Ground, report: Report, turns: readonly Turn[]): Promise<void> {
  const fire = await ground.hire('raw');
  const idle = await ground.client.workflow.start('idle', { taskQueue: RAW_QUEUE, workflowId: uuid() });
  const echo = () => idle.executeUpdate('echo', { args: [1], updateId: uuid() });
  for (let i = 0; i < 20; i += 1) await echo();
  for (const what of ['submit', 'approve'] as const) {
    const [raw, product]: [number[], number[]] = [[], []];
    for (const turn of turns) {
      raw.push(await timed(echo));
      product.push(await timed(() => ground.engine.act(turn[0].obligation, act(what, turn))));
    }
    const [a, b] = [median(raw), median(product)];
    report.add({ part: 'single', what: `${what}, 1 client, p50 in turn with raw updates`, value: b, unit: 'ms' });
    report.add({ part: 'single', what: `raw update in turn with that, p50`, value: a, unit: 'ms' });
    report.add({ part: 'single', what: `${what}, p50 to that of a raw update`, value: b / a, unit: '×', target: 1.2 });
  }
  await idle.signal('end');
  await fire();
}

const median = (all: readonly number[]): number => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)]!;

/** (d) One document at a time: how long a person waits for the answer. */
export async function single(ground: Ground, report: Report): Promise<void> {
  const fire = await ground.hire('product');
  const filings = await launchYear(ground, { units: UNITS, projects: EACH * 2 + UNITS });
  // A document of each unit in turn, so that two clients rarely ask the same obligation.
  const turns: Turn[] = Array.from({ length: Math.max(...filings.map((it) => it.documents.length)) }, (_, n) =>
    filings.flatMap((filing) => (filing.documents[n] === undefined ? [] : [[filing, filing.documents[n]] as const])),
  ).flat();
  await measureQuietly(ground, turns.slice(0, 50));
  await besideRaw(ground, report, turns.slice(50, 50 + EACH / 4));
  await measure(ground, report, turns.slice(50 + EACH / 4, 50 + EACH / 2), 1);
  await measure(ground, report, turns.slice(50 + EACH / 2, 50 + EACH * 2), 20);
  await fire();
}

/** Loads the code before anything is measured. */
async function measureQuietly({ engine }: Ground, turns: readonly Turn[]): Promise<void> {
  for (const turn of turns) await engine.act(turn[0].obligation, act('submit', turn));
}
