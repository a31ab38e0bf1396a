import { randomUUID } from 'node:crypto';
import { submissionGate } from '#activities/submission/submission-gate.js';
import { SAMPLES } from '#contracts/forms/samples.js';
import type { PlannedStage } from '#domain/policy/policy.js';
import { openApiOffice } from '../support/api-office.js';
import type { ApiOffice, Caller } from '../support/api-office.js';
import { eventually } from '../support/eventually.js';
import { keepHistory } from '../support/histories.js';
import { LaunchedYear } from '../support/launched-year.js';
import type { Owed } from '../support/launched-year.js';

const PLAN: readonly PlannedStage[] = [
  { stage: 'target-filing', opens: '2023-03-01', due: '2023-03-31', chain: 'filing', ladder: 'standard' },
  { stage: 'monitoring', opens: '2023-07-03', due: '2023-08-10', chain: 'report', ladder: 'standard' },
  { stage: 'self-evaluation', opens: '2023-12-01', due: '2023-12-29', chain: 'report', ladder: 'standard' },
];

let office: ApiOffice;
let year: LaunchedYear;
let bureau: Caller;

beforeAll(async () => {
  office = await openApiOffice('2023-03-01T08:00', ({ source }) => ({ gate: submissionGate(source) }));
  year = await LaunchedYear.launch(office, PLAN, undefined, (policy) => ({ ...policy, targetQuality: [] }));
  bureau = await office.as(year.bureau);
});
afterAll(() => office.close());

const projectOf = async (unit: string, code: string, status = 201): Promise<string> => {
  const figures = { attribute: 'continuing', budget: '800000', source: '临财预〔2023〕41号' };
  const { body } = await bureau
    .send('post', '/projects', { unit, fiscalYear: 2023, code, name: '应急排涝设施', ...figures })
    .expect(status);
  return status === 201 ? body.project : body.code;
};
const outside = async (): Promise<string[]> => {
  const { body } = await bureau.send('get', `/projects?outside=${year.campaign}`).expect(200);
  return body.items.map(({ id }: { id: string }) => id);
};
const add = (projects: readonly string[], key = randomUUID()) =>
  bureau.send('post', `/campaigns/${year.campaign}/add-projects`, { projects, reason: '年中追加' }, { 'idempotency-key': key });
const owing = async (key: string, project: string): Promise<Owed[]> => {
  const rows = await year.rows<{ id: string }>(
    'select obligation_id as id from document where campaign_id = $1 and project_id = $2',
    project,
  );
  return (await year.owed(key)).filter(({ obligation }) => rows.some(({ id }) => id === obligation));
};

it('a project added in July files its target, joins the monitoring that is open, and the year goes on with it', async () => {
  await year.isOpen('target-filing');
  for (const it of await year.owed('target-filing')) await year.fileAndApprove(it);
  await eventually(async () => expect((await year.stage('target-filing')).status).toBe('closed'));
  await office.moveTo('2023-07-10T09:00', year.workflow);
  await year.isOpen('monitoring');
  const [unit] = await year.rows<{ id: string }>(`select unit_id as id from obligation where campaign_id = $1 and kind = 'target' limit 1`);
  const project = await projectOf(unit!.id, 'NEW-1');
  expect(await projectOf(unit!.id, 'NEW-1', 409)).toBe('CODE_TAKEN');
  expect(await projectOf(randomUUID(), 'NEW-2', 404)).toBe('NOT_FOUND');
  expect(await outside()).toEqual([project]);
  const { body: foreseen } = await bureau
    .send('post', `/campaigns/${year.campaign}/add-projects-preview`, { projects: [project] })
    .expect(200);
  expect(foreseen.effects.map((it: { stage: string; documents: number }) => [it.stage, it.documents])).toEqual([
    ['target-filing', 1],
    ['monitoring', 1],
  ]);
  expect(foreseen.told.people).toBeGreaterThan(0);
  expect(await owing('target-filing', project)).toEqual([]);

  const key = randomUUID();
  const { body } = await add([project], key).expect(200);
  expect(body).toEqual({ done: true, detail: { opened: 2 } });
  expect((await add([project], key).expect(200)).body).toEqual(body);
  expect((await add([project]).expect(200)).body).toEqual({ done: true, detail: { opened: 0 } });
  expect((await add([randomUUID()]).expect(422)).body.code).toBe('UNKNOWN_PROJECT');
  expect(await outside()).toEqual([]);

  const [target] = await owing('target-filing', project);
  expect([target!.dueOn, target!.documents.length]).toEqual(['2023-07-24', 1]);
  expect(await owing('monitoring', project)).toHaveLength(1);

  // Late, and returned once.
  await office.moveTo('2023-07-26T10:00', `obligation/${target!.obligation}`);
  await eventually(async () => {
    const told = await year.rows(
      `select from outbox where obligation_id = $2 and kind = 'overdue' and $1::uuid is not null`,
      target!.obligation,
    );
    expect(told.length).toBeGreaterThan(0);
  });
  const clerk = await office.as(target!.debtor);
  const [document] = target!.documents as [string];
  await clerk.fill(document, SAMPLES.target);
  await clerk.submit(target!);
  const back = { documents: [{ id: document }], verdict: 'return', reasons: [{ text: '指标值偏低' }] };
  await (await office.as(target!.department)).send('post', '/documents/review', back).expect(200);
  await clerk.submit(target!);
  await year.decideAll(target!);
  const [approved] = await year.rows<{ budget: string }>(
    'select approved_budget::text as budget from project where id = $2 and $1::uuid is not null',
    project,
  );
  expect(approved).toEqual({ budget: '800000.00' });

  for (const it of await year.owed('monitoring')) await year.fileAndApprove(it);
  await eventually(async () => expect((await year.stage('monitoring')).status).toBe('closed'));
  await office.moveTo('2023-12-04T09:00', year.workflow);
  await year.isOpen('self-evaluation');
  expect(await owing('self-evaluation', project)).toHaveLength(1);
  await keepHistory(office.client, year.workflow, 'annual-cycle-projects-added');
});
