import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { inParallel } from '#activities/obligation/obligation-starter.js';
import { DomainError } from '#domain/errors/domain-error.js';
import type { Command, CommandName } from '#domain/obligation/command.js';
import type { DocumentAnswer, ObligationState } from '#domain/obligation/state.js';
import { seededRandom } from '#domain/selection/seeded-random.js';
import type { SeededRandom } from '#domain/selection/seeded-random.js';
import { verifyAudit } from '#persistence/audit/verify-audit.js';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { inDays, seedCampaign } from '../support/seed.js';
import type { Started } from '../support/seed.js';
import { startWorkerProcess } from '../support/worker-process.js';
import type { WorkerProcess } from '../support/worker-process.js';

const OBLIGATIONS = 60;
/** Two at a time act on each obligation, each so often. */
const LANES = 2;
const COMMANDS = 5;
const KILLS = 2;
const SEED = process.env['STORM_SEED'] ?? 'storm';

let office: Office;

beforeAll(async () => {
  office = await openOffice(undefined, undefined, 0);
});
afterAll(() => office.close());

const randomFor = (text: string): SeededRandom => seededRandom(createHash('sha256').update(`${SEED} ${text}`).digest('hex'));

/** Weighted: what drives a document on comes most often. */
const NAMES: readonly CommandName[] = [
  ...Array<CommandName>(5).fill('submit'),
  ...Array<CommandName>(8).fill('review'),
  ...(['withdraw', 'addReviewer', 'remind', 'requestExtension', 'decideExtension', 'moveDeadline', 'handover'] as const),
];

/** Something that somebody might ask, whether it is their turn or not. */
const anything = (random: SeededRandom, { documents, people }: Started): Command => {
  const { clerk, department, bureau, secondBureau } = people;
  const reviewers = [department, bureau, secondBureau];
  const name = random.pick(NAMES);
  const refs = random.shuffled(documents).slice(0, 1 + random.below(documents.length));
  const asked = { name, requestId: randomUUID(), documents: refs.map((id) => ({ id })), reason: '随机' };
  const dueOn = inDays(31 + random.below(60));
  const more: Partial<Record<CommandName, object>> = {
    submit: { actor: clerk },
    withdraw: { actor: clerk },
    review: {
      actor: random.pick(reviewers),
      verdict: random.pick(['approve', 'approve', 'return', 'reject']),
      reasons: [{ text: '随机' }],
    },
    addReviewer: { actor: random.pick(reviewers), person: random.pick(reviewers) },
    remind: { actor: department },
    requestExtension: { actor: clerk, dueOn },
    decideExtension: { actor: bureau, grant: random.below(2) === 0 },
    moveDeadline: { actor: secondBureau, dueOn },
    handover: { actor: null, from: bureau, to: secondBureau },
  };
  return { ...asked, ...more[name] } as unknown as Command;
};

interface Asked {
  readonly obligation: string;
  readonly requestId: string;
  /** Null: the whole of it was refused. */
  readonly answers: readonly DocumentAnswer[] | null;
}

/** One person after the other, without waiting for what others do at the same time. */
const lane = async (started: Started, number: number, asked: Asked[]): Promise<void> => {
  const random = randomFor(`${started.obligation} ${String(number)}`);
  for (let i = 0; i < COMMANDS; i += 1) {
    const command = anything(random, started);
    const it = { obligation: started.obligation, requestId: command.requestId };
    try {
      asked.push({ ...it, answers: await office.engine.act(started.obligation, command) });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      asked.push({ ...it, answers: null });
    }
  }
};

/** Workers are killed in the midst of it, a new one comes each time; answers the one that stays. */
const killWorkers = async (first: WorkerProcess, asked: readonly Asked[]): Promise<WorkerProcess> => {
  const random = randomFor('kills');
  let worker = first;
  for (let i = 0; i < KILLS; i += 1) {
    await sleep(300 + random.below(700));
    expect(asked.length).toBeLessThan(OBLIGATIONS * LANES * COMMANDS);
    const [next] = await Promise.all([startWorkerProcess(office), worker.end()]);
    worker = next;
    await sleep(500);
  }
  return worker;
};

interface Entry {
  readonly sequence: number;
  readonly type: string;
  readonly documents: readonly { readonly id: string; readonly from: string; readonly to: string; readonly round: number }[] | null;
}

/** What the audit entries, one after the other, make of the documents; each has to begin where the one before it ended. */
const replayed = (entries: readonly Entry[], documents: readonly string[]): Record<string, { status: string; round: number }> => {
  const now = Object.fromEntries(documents.map((id) => [id, { status: 'open', round: 0 }]));
  for (const { documents: changes } of entries) {
    for (const { id, from, to, round } of changes ?? []) {
      expect(now[id]!.status).toBe(from);
      now[id] = { status: to, round };
    }
  }
  return now;
};

const compare = async ({ obligation, documents }: Started, asked: readonly Asked[]): Promise<void> => {
  const [row]: { state: ObligationState; sequence: number }[] = await office.source.query(
    'select terms || state as state, sequence from obligation where id = $1',
    [obligation],
  );
  const { state, sequence } = row!;
  const entries: Entry[] = await office.source.query(
    `select sequence, type, detail -> 'documents' as documents from audit_entry where stream = $1 and sequence > 0 order by sequence`,
    [`obligation/${obligation}`],
  );
  expect(entries.map((it) => it.sequence)).toEqual(Array.from({ length: sequence }, (_, i) => i + 1));
  const rows: { id: string; status: string; round: number }[] = await office.source.query(
    'select id, status, round from document where obligation_id = $1',
    [obligation],
  );
  const tables = Object.fromEntries(rows.map(({ id, status, round }) => [id, { status, round }]));
  expect(replayed(entries, documents)).toEqual(tables);
  expect(Object.fromEntries(Object.values(state.documents).map(({ id, status, round }) => [id, { status, round }]))).toEqual(tables);

  // What changed anything stands in the tables once, under its request, with the answer that was given; and nothing else does.
  const isChange = (answers: Asked['answers']) =>
    answers !== null && (answers.length === 0 || answers.some(({ outcome }) => outcome === 'done'));
  const changes = asked.filter(({ answers }) => isChange(answers)).map(({ requestId, answers }) => [requestId, answers] as const);
  const byRequest = (a: readonly [string, unknown], b: readonly [string, unknown]) => (a[0] < b[0] ? -1 : 1);
  expect([...state.requests].sort(byRequest)).toEqual(changes.sort(byRequest));
  expect(entries).toHaveLength(state.requests.length);
  const seen = await office.client.workflow.getHandle(`obligation/${obligation}`).query<ObligationState>('obligationState');
  expect(seen).toEqual(state);
};

it('loses and doubles nothing when many act at once and workers are killed under them', async () => {
  const year = await seedCampaign(office.source);
  const first = await startWorkerProcess(office);
  const started: Started[] = [];
  await inParallel(Array.from({ length: OBLIGATIONS }), async () => void started.push(await year.openObligation(office)), 10);

  const asked: Asked[] = [];
  const lanes = started.flatMap((it) => Array.from({ length: LANES }, (_, number) => lane(it, number, asked)));
  const [last] = await Promise.all([killWorkers(first, asked), ...lanes]);
  expect(asked).toHaveLength(OBLIGATIONS * LANES * COMMANDS);
  for (const it of started) {
    await compare(
      it,
      asked.filter(({ obligation }) => obligation === it.obligation),
    );
  }
  expect(asked.filter(({ answers }) => answers?.some(({ outcome }) => outcome === 'done')).length).toBeGreaterThan(OBLIGATIONS);
  expect((await verifyAudit(office.source)).breaches).toEqual([]);
  const doubled = await office.source.query('select key from outbox group by key having count(*) > 1');
  expect(doubled).toEqual([]);
  await last.end('SIGTERM');
}, 180_000);
