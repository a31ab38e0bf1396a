import { randomUUID } from 'node:crypto';
import type { PlannedStage } from '#domain/policy/policy.js';
import { verifyAudit } from '#persistence/audit/verify-audit.js';
import { eventually } from '../support/eventually.js';
import { keepHistory } from '../support/histories.js';
import { LaunchedYear } from '../support/launched-year.js';
import { openVirtualOffice } from '../support/virtual-office.js';
import type { VirtualOffice } from '../support/virtual-office.js';

const FILING: PlannedStage = { stage: 'target-filing', opens: '2023-03-01', due: '2023-03-31', chain: 'filing', ladder: 'standard' };
const MONITORING: PlannedStage = {
  stage: 'monitoring',
  asOf: '2023-07-31',
  opens: '2023-08-01',
  due: '2023-08-31',
  chain: 'report',
  ladder: 'standard',
};

let office: VirtualOffice;
let year: LaunchedYear;

beforeAll(async () => {
  office = await openVirtualOffice('2023-03-01T08:00');
});
afterAll(async () => {
  expect((await verifyAudit(office.source)).breaches).toEqual([]);
  await office.close();
});

beforeEach(async () => {
  year = await LaunchedYear.launch(office, [FILING, MONITORING]);
  await year.isOpen('target-filing');
});

const noted = (type: string) =>
  year.rows<{ actor: string | null; detail: Record<string, unknown> }>(
    `select actor_id as actor, detail from audit_entry where stream = 'campaign/' || $1::uuid and type = $2 order by sequence`,
    type,
  );
const remarks = (obligation: string, type: string) =>
  year.rows<{ detail: Record<string, unknown> }>(
    `select detail from audit_entry where stream = 'obligation/' || $2::text and type = $3 and $1::uuid is not null order by sequence`,
    obligation,
    type,
  );
const progressOf = async (key: string): Promise<string> => {
  const { stages } = await office.engine.campaignProgress(year.campaign);
  return stages.find((it) => it.key === key)!.progress;
};
const refused = (code: string) => expect.objectContaining({ code }) as unknown;

it('moves a stage that is open: everything that is open in it follows, with the reason and a ladder of its own', async () => {
  const [first, ...others] = await year.owed('target-filing');
  await year.fileAndApprove(first!);
  const { detail } = await year.ask('reschedule', { key: 'target-filing', dueOn: '2023-04-14', reason: '预算编制延后' });
  expect(detail).toEqual({ moved: 2 });
  const [done, ...moved] = await year.owed('target-filing');
  expect([done!.dueOn, ...moved.map(({ dueOn }) => dueOn)]).toEqual(['2023-03-31', '2023-04-14', '2023-04-14']);
  for (const { obligation } of others) {
    const [move] = await remarks(obligation, 'moveDeadline');
    expect(move!.detail).toMatchObject({ dueOn: '2023-04-14', reason: '预算编制延后' });
  }
  expect((await year.stage('target-filing')).due).toBe('2023-04-14');
  expect(await noted('reschedule')).toEqual([
    {
      actor: year.bureau,
      detail: expect.objectContaining({ key: 'target-filing', dueOn: '2023-04-14', reason: '预算编制延后' }) as unknown,
    },
  ]);
});

it('moves a stage that is planned: it opens on its new day with its new due day', async () => {
  await year.ask('reschedule', { key: 'monitoring', opensOn: '2023-03-03', dueOn: '2023-03-20', reason: '提前开展' });
  expect(await progressOf('monitoring')).toBe('planned');
  await office.moveTo('2023-03-03T00:00', year.workflow);
  await year.isOpen('monitoring');
  expect(new Set((await year.owed('monitoring')).map(({ dueOn }) => dueOn))).toEqual(new Set(['2023-03-20']));
});

it('opens nothing while it is paused, and what has come due meanwhile once it goes on', async () => {
  await year.ask('reschedule', { key: 'monitoring', opensOn: '2023-03-06', reason: '提前开展' });
  await year.ask('pause', { reason: '机构改革' });
  const status = () => year.rows<{ status: string }>('select status from campaign where id = $1');
  expect(await status()).toEqual([{ status: 'paused' }]);
  await office.moveTo('2023-03-06T09:00', year.workflow);
  expect(await progressOf('monitoring')).toBe('planned');
  await expect(year.ask('pause', { reason: '再次' })).rejects.toEqual(refused('ALREADY_PAUSED'));
  await year.ask('resume', { reason: '改革完成' });
  await year.isOpen('monitoring');
  expect(await status()).toEqual([{ status: 'running' }]);
  await keepHistory(office.client, year.workflow, 'annual-cycle-paused');
});

it('gives units that came late the tasks of the stage, and the stage waits for them', async () => {
  const unit = randomUUID();
  await year.rows(
    `insert into budget_unit (id, district_id, parent_id, department_id, sector_office_id, code, name)
     select $2, c.district_id, u.id, u.id, u.sector_office_id, '101099', '新设单位' from campaign c join budget_unit u on u.district_id = c.district_id
     where c.id = $1 and u.parent_id is null limit 1`,
    unit,
  );
  await year.rows(
    `insert into project (id, district_id, fiscal_year, unit_id, department_id, sector_office_id, code, name, attribute, class, initial_budget)
     select gen_random_uuid(), u.district_id, 2023, u.id, u.department_id, u.sector_office_id, 'LATE', '新设项目', 'new', 'ordinary', 1000
     from budget_unit u where u.id = $2 and $1::uuid is not null`,
    unit,
  );
  const early = await year.owed('target-filing');
  const requestId = randomUUID();
  const late = { key: 'target-filing', units: [unit], reason: '新设机构', requestId };
  expect(await year.ask('addUnits', late)).toEqual({ done: true, detail: { opened: 1 } });
  expect(await year.ask('addUnits', late)).toEqual({ done: true, detail: { opened: 1 } });
  expect(await year.ask('addUnits', { ...late, requestId: randomUUID() })).toEqual({ done: true, detail: { opened: 0 } });
  const all = await year.owed('target-filing');
  expect(all).toHaveLength(early.length + 1);

  for (const it of early) await year.fileAndApprove(it);
  await office.settle();
  expect(await progressOf('target-filing')).toBe('open');
  await year.fileAndApprove(all.find(({ obligation }) => !early.some((it) => it.obligation === obligation))!);
  await eventually(async () => expect(await progressOf('target-filing')).toBe('closed'));
});

it('closes a stage early: what is open is cancelled with the reason, what was approved stays', async () => {
  const [first, ...others] = await year.owed('target-filing');
  await year.fileAndApprove(first!);
  const { detail } = await year.ask('closeStage', { key: 'target-filing', reason: '预算已批复' });
  expect(detail).toEqual({ cancelled: 2 });
  await eventually(async () => expect(await progressOf('target-filing')).toBe('closed'));
  const { status, statistics } = await year.stage('target-filing');
  expect(status).toBe('closed');
  expect(statistics).toEqual({ approved: first!.documents.length, cancelled: others.flatMap(({ documents }) => documents).length });
  for (const { obligation } of others) expect((await remarks(obligation, 'cancel'))[0]!.detail).toMatchObject({ reason: '预算已批复' });
  await keepHistory(office.client, year.stageWorkflow('target-filing'), 'stage-closed-early');
  expect(await year.rows('select t.* from task t join document d on d.id = t.document_id where d.campaign_id = $1')).toEqual([]);
});

it('changes nothing where it refuses', async () => {
  const fingerprint = () =>
    year.rows<{ all: string }>(
      `select md5(string_agg(t, '|' order by t)) as all from (
         select s::text as t from stage s where campaign_id = $1 union all select o::text from obligation o where campaign_id = $1
         union all select c::text from campaign c where id = $1 union all select a.hash from audit_entry a where stream = 'campaign/' || $1::uuid) it`,
    );
  const before = await fingerprint();
  const reason = '测试';
  const wrong: [Promise<unknown>, string][] = [
    [year.ask('resume', { reason }), 'NOT_PAUSED'],
    [year.ask('reschedule', { key: 'nowhere', dueOn: '2023-04-14', reason }), 'UNKNOWN_STAGE'],
    [year.ask('reschedule', { key: 'target-filing', opensOn: '2023-04-14', reason }), 'STAGE_ALREADY_OPEN'],
    [year.ask('reschedule', { key: 'target-filing', dueOn: '2023-03-01', opensOn: '2023-04-01', reason }), 'STAGE_ALREADY_OPEN'],
    [year.ask('reschedule', { key: 'monitoring', opensOn: '2023-09-01', reason }), 'NOT_LATER'],
    [year.ask('reschedule', { key: 'target-filing', dueOn: '2023-02-28', reason }), 'NOT_LATER'],
    [year.ask('closeStage', { key: 'monitoring', reason }), 'STAGE_NOT_OPEN'],
    [year.ask('addUnits', { key: 'monitoring', units: [randomUUID()], reason }), 'STAGE_NOT_OPEN'],
    [year.ask('adjustBudget', { project: randomUUID(), amount: '1', reason }), 'NOT_PERMITTED'],
  ];
  for (const [asked, code] of wrong) await expect(asked).rejects.toEqual(refused(code));
  expect(await fingerprint()).toEqual(before);
});

it('may be asked in the very moment in which a stage opens', async () => {
  const hasty = await LaunchedYear.launch(office, [FILING]);
  for (;;) {
    const { stages } = await office.engine.campaignProgress(hasty.campaign);
    if (stages[0]!.progress === 'open') break;
  }
  expect(await hasty.ask('closeStage', { key: 'target-filing', reason: '误启动' })).toEqual({ done: true, detail: { cancelled: 3 } });
  await eventually(async () => expect((await hasty.stage('target-filing')).status).toBe('closed'));
});
