import { SAMPLES } from '#contracts/forms/samples.js';
import type { PlannedStage, Policy } from '#domain/policy/policy.js';
import { openApiOffice } from '../support/api-office.js';
import type { ApiOffice, Caller } from '../support/api-office.js';
import { eventually } from '../support/eventually.js';
import { LaunchedYear } from '../support/launched-year.js';
import type { Owed } from '../support/launched-year.js';

const REPORT = { stage: 'monitoring', chain: 'report', ladder: 'standard' } as const;
const PLAN: readonly PlannedStage[] = [
  { stage: 'target-filing', opens: '2023-03-01', due: '2023-03-31', chain: 'filing', ladder: 'standard' },
  { ...REPORT, asOf: '2023-07-31', opens: '2023-08-14', due: '2023-08-25' },
  { ...REPORT, round: 2, asOf: '2023-09-30', opens: '2023-10-09', due: '2023-10-20' },
];
const FAR_BEHIND = { id: 'far-behind', when: 'executed / adjustedBudget < timeProgress * 0.6', colour: 'red' } as const;
const flagging = (policy: Policy): Policy => ({
  ...policy,
  monitoring: {
    ...policy.monitoring,
    keyMonitoring: { within: 10, ladder: 'standard' },
    followUp: { within: 10, chain: 'bureau', ladder: 'standard' },
    warnings: [
      { ...FAR_BEHIND, answerWithin: 10, secondRound: true },
      { id: 'gap', when: 'abs(attainment - executed / adjustedBudget) > 90%', colour: 'yellow' },
    ],
  },
});

let office: ApiOffice;
let year: LaunchedYear;
let bureau: Caller;
let projects: { id: string; code: string; unit: string }[];

beforeAll(async () => {
  office = await openApiOffice('2023-03-01T08:00');
  year = await LaunchedYear.launch(office, PLAN, undefined, flagging);
  bureau = await office.as(year.bureau);
  await year.isOpen('target-filing');
  for (const owed of await year.owed('target-filing')) {
    const unit = await office.as(owed.debtor);
    for (const document of owed.documents) await unit.fill(document, SAMPLES.target);
    await unit.submit(owed);
    await year.decideAll(owed);
  }
  projects = await year.rows(
    `select p.id, p.code, p.unit_id as unit from project p join campaign c on c.district_id = p.district_id where c.id = $1 order by p.code`,
  );
  await office.source.query(`update project set initial_budget = 1000, approved_budget = null, adjusted_budget = null, class = 'ordinary'`);
});
afterAll(() => office.close());

const feed = (body: object, headers = {}) => bureau.send('post', `/campaigns/${year.campaign}/execution-figures`, body, headers);
const lightOf = async (project: string) =>
  (await bureau.send('get', `/monitoring-lights?campaign=${year.campaign}&project=${project}`).expect(200)).body.items[0];
const warningsOf = async (project: string) => (await bureau.send('get', `/warnings?project=${project}`).expect(200)).body.items as never[];
const answersOwed = async (): Promise<Owed[]> =>
  year.rows<Owed>(
    `select o.id as obligation, array_agg(d.id order by d.id) as documents, o.terms -> 'seats' -> 'debtor' ->> 0 as debtor,
       o.terms -> 'seats' -> 'department' ->> 0 as department, o.due_on::text as "dueOn", o.status
     from obligation o join document d on d.obligation_id = o.id where o.campaign_id = $1 and o.kind = 'warning-answer' group by o.id`,
  );

it('takes the good rows of a table, names what is wrong with the others, and warns where a threshold is crossed', async () => {
  await office.moveTo('2023-07-14T09:00', year.workflow);
  const [first, second] = projects;
  const csv = [
    '项目编码,日期,执行数',
    `${first!.code},2023-07-13,100.00`,
    `${second!.code},2023-07-13,600`,
    'NOWHERE,2023-07-13,1',
    `${second!.code},2023-07-12,1.234`,
    `${second!.code},2023-07-20,700`,
    `${second!.code},2022-12-31,700`,
  ].join('\n');
  const { body } = await feed({ origin: '国库集中支付日报', csv }).expect(200);
  expect(body).toMatchObject({ accepted: 2, corrected: 0, unchanged: 0, refused: 4, warnings: 1 });
  expect(body.errors.map(({ path, code }: { path: string; code: string }) => [path, code])).toEqual([
    ['body.csv:5.executed', 'invalid_format'],
    ['body.csv:4.project', 'UNKNOWN'],
    ['body.csv:6.day', 'FUTURE'],
    ['body.csv:7.day', 'OTHER_YEAR'],
  ]);
  expect(await lightOf(first!.id)).toMatchObject({ light: 'red', asOf: '2023-07-13', raised: ['far-behind'] });
  expect(await lightOf(second!.id)).toMatchObject({ light: null, undecided: [expect.objectContaining({ id: 'gap' })] });
  const [warning] = await warningsOf(first!.id);
  expect(warning).toMatchObject({ rule: 'far-behind', status: 'open', report: null, secondRound: true });
  const { body: shown } = await bureau.send('get', `/projects/${first!.id}`).expect(200);
  expect(shown).toMatchObject({ executedAmount: '100.00', sources: { executed_amount: expect.stringContaining('execution/') as string } });
});

it('changes nothing on a repeat, warns not again of what warned yesterday, and keeps a figure that was objected to and corrected', async () => {
  const [first, , third] = projects;
  const same = { origin: '国库集中支付日报', rows: [{ project: first!.code, day: '2023-07-13', executed: '100' }] };
  expect((await feed(same).expect(200)).body).toMatchObject({ accepted: 0, unchanged: 1, warnings: 0 });
  const next = { ...same, rows: [{ ...same.rows[0], day: '2023-07-14', executed: '110' }] };
  expect((await feed(next).expect(200)).body).toMatchObject({ accepted: 1, warnings: 0 });
  const mistaken = { origin: '日报', rows: [{ project: third!.code, day: '2023-07-14', executed: '6' }] };
  expect((await feed(mistaken).expect(200)).body).toMatchObject({ accepted: 1, warnings: 1 });
  const corrected = { origin: '单位提出异议，经核对更正', rows: [{ ...mistaken.rows[0], executed: '600' }] };
  expect((await feed(corrected).expect(200)).body).toMatchObject({ corrected: 1, warnings: 0 });
  expect((await lightOf(third!.id)).raised).toEqual([]);
  const { body } = await bureau.send('get', `/execution-figures?project=${third!.id}&superseded=true`).expect(200);
  expect(body.items.map(({ executed, supersededAt }: Record<string, unknown>) => [executed, supersededAt !== null]).sort()).toEqual([
    ['6.00', true],
    ['600.00', false],
  ]);
  const twice = { origin: '日报', rows: [mistaken.rows[0], mistaken.rows[0], 'x'] };
  expect((await feed(twice).expect(200)).body).toMatchObject({ refused: 3, accepted: 0, corrected: 0 });
  const unit = await office.as((await answersOwed())[0]!.debtor);
  await unit.send('post', `/campaigns/${year.campaign}/execution-figures`, same).expect(403);
});

it('has a warning answered within working days: late, escalated, returned and answered again', async () => {
  const owed = (await answersOwed()).find(({ dueOn }) => dueOn === '2023-07-28')!;
  await office.moveTo('2023-08-07T10:00', `obligation/${owed.obligation}`);
  const kinds: { kind: string }[] = await office.source.query('select distinct kind from outbox where obligation_id = $1', [
    owed.obligation,
  ]);
  expect(kinds.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['overdue', 'escalation']));
  for (const it of await answersOwed()) {
    const unit = await office.as(it.debtor);
    for (const document of it.documents) await unit.fill(document, SAMPLES['warning-answer']);
    await unit.submit(it);
  }
  const reviewer = await office.as(owed.department);
  const back = { documents: [{ id: owed.documents[0] }], verdict: 'return', reasons: [{ text: '原因不具体' }] };
  expect((await reviewer.send('post', '/documents/review', back).expect(200)).body).toMatchObject({ done: 1 });
  await (await office.as(owed.debtor)).submit({ documents: [owed.documents[0]!] });
  for (const it of await answersOwed()) await year.decideAll(it);
  const open = await year.rows(`select from warning where campaign_id = $1 and status = 'open'`);
  expect(open).toEqual([]);
});

it('orders what the accepted answers propose, and follows it up until the report of it is accepted', async () => {
  const disposals = async (query: string) =>
    (await bureau.send('get', `/disposals?campaign=${year.campaign}${query}`).expect(200)).body.items as { disposal: string }[];
  expect((await disposals('&open=true')).map(({ disposal }) => disposal)).toEqual(['correct', 'correct']);
  await eventually(async () => expect(await year.rows(`select from obligation where campaign_id = $1 and started_at is null`)).toEqual([]));
  for (const owed of (await year.owed('monitoring')).filter(({ status }) => status === 'open')) {
    const unit = await office.as(owed.debtor);
    for (const document of owed.documents) await unit.fill(document, SAMPLES['disposal-report']);
    await unit.submit(owed);
    await year.decideAll(owed);
  }
  expect(await disposals('&open=true')).toEqual([]);
  expect(await disposals('&open=false')).toHaveLength(2);
});

it('shows budget and progress side by side, and what a unit does not expect to spend', async () => {
  await office.moveTo('2023-08-14T09:00', year.workflow);
  await year.isOpen('monitoring');
  const [first, second] = projects;
  for (const owed of (await year.owed('monitoring')).filter(({ status }) => status === 'open')) {
    const unit = await office.as(owed.debtor);
    for (const document of owed.documents) {
      await unit.fill(document, { ...SAMPLES['monitoring-report'], executedAmount: '550.00', forecastAmount: '900.00' });
    }
    await unit.submit(owed);
    await year.decideAll(owed);
  }
  expect(await lightOf(second!.id)).toMatchObject({ light: 'green', asOf: '2023-07-31' });
  const reports = await year.rows<{ id: string }>(
    `select id from document where campaign_id = $1 and kind = 'monitoring-report' and project_id = $2`,
    first!.id,
  );
  const { body: context } = await bureau.send('get', `/documents/${reports[0]!.id}/monitoring-context`).expect(200);
  expect(context).toMatchObject({
    project: first!.id,
    budget: { initialBudget: '1000.00', executedAmount: '550.00' },
    secondRound: [expect.objectContaining({ rule: 'far-behind' })],
  });
  expect(context.indicators[0]).toMatchObject({
    level3: '保洁道路里程',
    targetValue: '120',
    last: { actualValue: '70' },
    attained: '7/12',
  });
  const { body: idle } = await bureau.send('get', `/campaigns/${year.campaign}/idle-funds`).expect(200);
  expect(idle.items).toHaveLength(6);
  expect(idle.items[0]).toMatchObject({ budget: '1000.00', forecast: '900.00', idle: { value: '100.00' } });
});

it('has the bureau look at the key projects itself; what it orders the unit follows up', async () => {
  await eventually(async () => expect((await year.stage('monitoring')).status).toBe('closed'));
  const [first, second] = projects;
  await office.source.query(`update project set class = 'key' where id = any ($1)`, [[first!.id, second!.id]]);
  await office.moveTo('2023-10-09T09:00', year.workflow);
  await year.isOpen('monitoring-2');
  const key = await year.rows<{ id: string; project: string }>(
    `select id, project_id as project from document where campaign_id = $1 and kind = 'key-monitoring'`,
  );
  expect(key.map(({ project }) => project)).toEqual([first!.id]);
  await bureau.fill(key[0]!.id, SAMPLES['key-monitoring']);
  await bureau.submit({ documents: [key[0]!.id] });
  const { body } = await bureau.send('get', `/disposals?campaign=${year.campaign}&open=true`).expect(200);
  expect(body.items).toEqual([expect.objectContaining({ project: first!.id, answer: key[0]!.id, disposal: 'correct' })]);
});

it('opens the second round for the flagged projects alone, with the reasons', async () => {
  const [first, , third] = projects;
  const documents = await year.rows<{ project: string; title: string }>(
    `select d.project_id as project, d.title from document d join stage s on s.id = d.stage_id
     where d.campaign_id = $1 and s.key = 'monitoring-2' and d.kind = 'monitoring-report' order by d.project_id`,
  );
  expect(documents.map(({ project }) => project)).toEqual([first!.id, third!.id].sort());
  expect(documents[0]!.title).toMatch(/^绩效运行二次监控：/);
  const [entry] = await year.rows<{ detail: { projects: { project: string; because: { rule: string; zh: string }[] }[] } }>(
    `select detail from audit_entry where stream = 'campaign/' || $1::uuid and type = 'second-round'`,
  );
  expect(entry!.detail.projects).toHaveLength(2);
  expect(entry!.detail.projects[0]!.because[0]!.zh).not.toBe('');
});
