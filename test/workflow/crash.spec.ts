import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ObligationState } from '#domain/obligation/state.js';
import { verifyAudit } from '#persistence/audit/verify-audit.js';
import { eventually } from '../support/eventually.js';
import { keepHistory } from '../support/histories.js';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { seedCampaign } from '../support/seed.js';
import type { SeededCampaign, Started } from '../support/seed.js';
import { startWorkerProcess } from '../support/worker-process.js';

let office: Office;
let year: SeededCampaign;

beforeEach(async () => {
  office = await openOffice(undefined, undefined, 0);
  year = await seedCampaign(office.source);
});
afterEach(async () => {
  expect((await verifyAudit(office.source)).breaches).toEqual([]);
  await office.close();
});

const submitAll = ({ obligation, documents, people }: Started, requestId: string) =>
  office.engine.act(obligation, { name: 'submit', requestId, actor: people.clerk, documents: documents.map((id) => ({ id })) });
const tables = async ({ obligation }: Started): Promise<ObligationState> => {
  const [row]: { state: ObligationState }[] = await office.source.query('select terms || state as state from obligation where id = $1', [
    obligation,
  ]);
  return row!.state;
};
const workflow = ({ obligation }: Started): Promise<ObligationState> =>
  office.client.workflow.getHandle(`obligation/${obligation}`).query<ObligationState>('obligationState');
const entries = async ({ obligation }: Started): Promise<string[]> => {
  const rows: { entry: string }[] = await office.source.query(
    `select sequence || ' ' || type as entry from audit_entry where stream = $1 order by sequence`,
    [`obligation/${obligation}`],
  );
  return rows.map(({ entry }) => entry);
};
/** Whether the promise has settled within a moment. */
const isAnswered = (promise: Promise<unknown>): Promise<boolean> => Promise.race([promise.then(() => true), sleep(200).then(() => false)]);

it('takes over what the tables know and the engine has not heard: it happened once, and is answered once', async () => {
  const dying = await startWorkerProcess(office, 'after:1');
  const it = await year.openObligation(office);
  // Acceptance of the first was to start this one when the worker died.
  const opened = await year.openObligation(office);
  await office.source.query('update obligation set opened_by = $2, started_at = null where id = $1', [opened.obligation, it.obligation]);
  const requestId = randomUUID();
  const asked = submitAll(it, requestId);
  expect(await dying.gone).toBe('SIGKILL');
  expect(await entries(it)).toEqual(['0 open', '1 submit']);
  expect(await isAnswered(asked)).toBe(false);

  const next = await startWorkerProcess(office);
  const answers = await asked;
  expect(answers.map(({ outcome, status, round }) => [outcome, status, round])).toEqual(it.documents.map(() => ['done', 'in-review', 1]));
  expect(await entries(it)).toEqual(['0 open', '1 submit']);
  expect(await workflow(it)).toEqual(await tables(it));
  expect(await submitAll(it, requestId)).toEqual(answers);
  const again = await submitAll(it, randomUUID());
  expect(again.map(({ refusal }) => refusal?.code)).toEqual(it.documents.map(() => 'NOT_WITH_DEBTOR'));
  const started: unknown[] = await office.source.query('select from obligation where id = $1 and started_at is not null', [
    opened.obligation,
  ]);
  expect(started).toHaveLength(1);
  await keepHistory(office.client, `obligation/${it.obligation}`, 'obligation-behind-its-tables');
  expect(await next.end('SIGTERM')).toBe(0);
}, 120_000);

it('decides anew what had not been recorded when the worker died', async () => {
  const dying = await startWorkerProcess(office, 'before:1');
  const it = await year.openObligation(office);
  const asked = submitAll(it, randomUUID());
  expect(await dying.gone).toBe('SIGKILL');
  expect(await entries(it)).toEqual(['0 open']);
  const next = await startWorkerProcess(office);
  expect(new Set((await asked).map(({ outcome }) => outcome))).toEqual(new Set(['done']));
  expect(await entries(it)).toEqual(['0 open', '1 submit']);
  await next.end();
}, 120_000);

it('compares itself with its tables when it is told to, and takes their side', async () => {
  await office.hire();
  const it = await year.openObligation(office);
  await submitAll(it, randomUUID());
  // What a server that lost its last seconds would hold: a workflow that knows less than the tables.
  const state = await tables(it);
  const stale = {
    ...state,
    id: it.obligation,
    status: 'open',
    documents: Object.fromEntries(it.documents.map((id) => [id, fresh(state, id)])),
  };
  await office.client.workflow.getHandle(`obligation/${it.obligation}`).terminate('the server lost it');
  await office.client.workflow.start('obligation', {
    workflowId: `obligation/${it.obligation}`,
    taskQueue: office.taskQueue,
    args: [{ ...stale, sequence: 0, requests: [] }],
  });
  await office.engine.tell(`obligation/${it.obligation}`, 'resync', null);
  await eventually(async () => expect(await workflow(it)).toEqual(state));
  expect(await entries(it)).toEqual(['0 open', '1 submit']);
});

const fresh = (state: ObligationState, id: string) => ({
  ...state.documents[id]!,
  ...{ status: 'open', step: -1, round: 0, filedBy: null, reviewers: [], added: [], approvals: [], limit: null },
});
