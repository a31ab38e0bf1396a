import { randomUUID } from 'node:crypto';
import type { PlannedStage } from '#domain/policy/policy.js';
import { eventually } from '../support/eventually.js';
import { keepHistory } from '../support/histories.js';
import { LaunchedYear } from '../support/launched-year.js';
import type { Owed } from '../support/launched-year.js';
import { openVirtualOffice } from '../support/virtual-office.js';
import type { VirtualOffice } from '../support/virtual-office.js';

const FILING: PlannedStage = { stage: 'target-filing', opens: '2023-03-01', due: '2023-03-31', chain: 'filing', ladder: 'standard' };

let office: VirtualOffice;
let year: LaunchedYear;
let project: string;

beforeAll(async () => {
  office = await openVirtualOffice('2023-03-01T08:00');
});
afterAll(() => office.close());

beforeEach(async () => {
  year = await LaunchedYear.launch(office, [FILING]);
  await year.isOpen('target-filing');
  const rows = await year.rows<{ id: string }>(
    'select p.id from project p join campaign c on c.district_id = p.district_id where c.id = $1 order by p.code limit 1',
  );
  project = rows[0]!.id;
});

const adjusted = () =>
  year.rows<{ amount: string | null }>(
    'select adjusted_budget::text as amount from project where id = $2 and $1::uuid is not null',
    project,
  );
const refiling = async (obligation: unknown): Promise<Owed> =>
  (await year.owed('target-filing')).find((it) => it.obligation === obligation)!;

it('has a target filed again after a budget adjustment; the adjusted amount holds once that is approved', async () => {
  const adjust = { project, amount: '123456.70', reason: '追加预算', requestId: randomUUID() };
  const { detail } = await year.ask('adjustBudget', adjust);
  expect(await year.ask('adjustBudget', adjust)).toEqual({ done: true, detail });
  const again = await refiling(detail['obligation']);
  expect([again.documents.length, again.status, await adjusted()]).toEqual([1, 'open', [{ amount: null }]]);
  await year.fileAndApprove(again);
  expect(await adjusted()).toEqual([{ amount: '123456.70' }]);
});

it('neither holds a stage up for a target that is filed again, nor ends before that is approved', async () => {
  const early = await year.owed('target-filing');
  const { detail } = await year.ask('adjustBudget', { project, amount: '1000.00', reason: '追加预算' });
  for (const it of early) await year.fileAndApprove(it);
  await eventually(async () => expect((await year.stage('target-filing')).status).toBe('closed'));
  const status = () => year.rows<{ status: string }>('select status from campaign where id = $1');
  await office.settle();
  expect(await status()).toEqual([{ status: 'running' }]);
  await year.fileAndApprove(await refiling(detail['obligation']));
  await eventually(async () => expect(await status()).toEqual([{ status: 'closed' }]));
  await keepHistory(office.client, year.workflow, 'annual-cycle-adjusted');
});
