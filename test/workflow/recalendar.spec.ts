import { randomUUID } from 'node:crypto';
import type { Calendar } from '#domain/calendar/calendar.js';
import type { PlannedStage } from '#domain/policy/policy.js';
import { calendarFor } from '#platform/calendar-source/calendar-source.js';
import { World } from '../integration/api/world.js';
import { eventually } from '../support/eventually.js';
import { keepHistory } from '../support/histories.js';
import { LaunchedYear } from '../support/launched-year.js';
import { openVirtualOffice } from '../support/virtual-office.js';
import type { VirtualOffice } from '../support/virtual-office.js';

const FILING: PlannedStage = { stage: 'target-filing', opens: '2023-04-24', due: '2023-05-08', chain: 'filing', ladder: 'standard' };

let office: VirtualOffice;
let world: World;
let year: LaunchedYear;

/** 2023 as it was known before its notice: by weekday. */
const provisional = async ({ campaign }: LaunchedYear): Promise<void> => {
  const [row]: { calendar: Calendar }[] = await office.source.query('select calendar from campaign where id = $1', [campaign]);
  const calendar = calendarFor(['cn-2023@0'], '2023-04-24', '2023-05-08', Date.parse('2022-01-01T00:00:00+08:00'));
  const beginsAt = row!.calendar.beginsAt + (Date.parse('2022-01-01') - Date.parse(row!.calendar.firstDay));
  await office.source.query('update campaign set calendar = $2::text::jsonb where id = $1', [
    campaign,
    JSON.stringify({ ...calendar, beginsAt }),
  ]);
};

beforeAll(async () => {
  office = await openVirtualOffice('2023-04-24T08:00');
  world = await World.begin({ dataSource: office.source, engine: office.engine, clock: office.clock });
  year = await LaunchedYear.launch(office, [FILING], provisional);
  await year.isOpen('target-filing');
});
afterAll(async () => {
  await world.end();
  await office.close();
});

const ask = async (calendar: readonly string[], key: string, status: number) => {
  const bureau = await world.as(year.bureau);
  const body = { calendar, reason: '国务院办公厅放假通知已发布' };
  return (await bureau.send('post', `/campaigns/${year.campaign}/calendar`, body, { 'idempotency-key': key }).expect(status)).body;
};
const rungs = async (obligation: string): Promise<string[]> => {
  const rows = await year.rows<{ said: string }>(
    `select concat(detail ->> 'rung', ' ', to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI')) as said
     from audit_entry where stream = 'obligation/' || $2 and type = 'rung' and $1::uuid is not null order by sequence`,
    obligation,
  );
  return rows.map(({ said }) => said);
};

it('reminds by the announced calendar once it is out, and tells whoever is concerned why', async () => {
  const owed = await year.owed('target-filing');
  expect((await ask(['cn-2023@9'], randomUUID(), 422)).code).toBe('UNKNOWN_CALENDAR');
  expect((await ask(['cn-2019@1'], randomUUID(), 422)).code).toBe('UNKNOWN_CALENDAR');
  expect((await ask(['2023'], randomUUID(), 400)).errors[0].path).toBe('body.calendar.0');
  expect((await ask(['cn-2023@0'], randomUUID(), 409)).code).toBe('SAME_CALENDAR');

  const key = randomUUID();
  const answer = await ask(['cn-2023@1'], key, 200);
  expect(answer).toEqual({ done: true, detail: { version: 'cn-2022@1+cn-2023@1+cn-2024@1', followed: owed.length } });
  expect(await ask(['cn-2023@1'], key, 200)).toEqual(answer);
  const told = await year.rows<{ person: string; reason: string }>(
    `select distinct o.person_id as person, o.detail ->> 'reason' as reason from outbox o join obligation b on b.id = o.obligation_id
     where b.campaign_id = $1 and o.kind = 'calendar-changed'`,
  );
  expect(told.map(({ person }) => person).sort()).toEqual([...new Set(owed.map(({ debtor }) => debtor))].sort());
  expect(new Set(told.map(({ reason }) => reason))).toEqual(new Set(['国务院办公厅放假通知已发布']));

  // By weekday three working days before Monday 8 May are Wednesday 3 May, a holiday; by the notice Saturday 6 May is worked.
  const { obligation } = owed[0]!;
  await office.moveTo('2023-05-05T08:00', `obligation/${obligation}`);
  expect(await rungs(obligation)).toEqual(['-7 2023-04-25 09:00', '-3 2023-05-04 09:00']);
  const [trail] = await year.rows<{ from: string; to: string }>(
    `select detail ->> 'from' as from, detail ->> 'to' as to from audit_entry where stream = 'campaign/' || $1::uuid and type = 'calendar-changed'`,
  );
  expect(trail).toEqual({ from: 'cn-2022@1+cn-2023@0+cn-2024@1', to: 'cn-2022@1+cn-2023@1+cn-2024@1' });
  await keepHistory(office.client, year.workflow, 'annual-cycle-recalendared');
  await keepHistory(office.client, `obligation/${obligation}`, 'obligation-recalendared');
});

it('goes by a version that the bureau made of a year, whose effect was shown before', async () => {
  const bureau = await world.as(year.bureau);
  const post = (path: string, body: unknown) => bureau.send('post', path, body, { 'idempotency-key': randomUUID() });
  const path = `/campaigns/${year.campaign}/calendar/preview`;
  const closed = { day: '2023-05-09', working: false };
  const { body: unsaved } = await post(path, { days: [closed] }).expect(200);
  expect(unsaved).toMatchObject({ days: [closed], obligations: 3, from: 'cn-2022@1+cn-2023@1+cn-2024@1' });

  const wish = { basedOn: 'cn-2023@1', days: [closed], reason: '全区停电检修', source: '区政府办〔2023〕18号' };
  const wrong = { ...wish, days: [closed, { day: '2022-05-06', working: false }, { day: '2023-05-05', working: true }] };
  const { body: refused } = await post('/calendars', wrong).expect(422);
  expect(refused.errors.map((it: { path: string; code: string }) => [it.path, it.code])).toEqual([
    ['body.days.1.day', 'NOT_OF_THE_YEAR'],
    ['body.days.2.day', 'NOT_CHANGED'],
  ]);
  expect((await post('/calendars', { ...wish, basedOn: 'cn-2023@7' }).expect(422)).body.code).toBe('UNKNOWN_CALENDAR');
  const { body: made } = await post('/calendars', wish).expect(201);
  expect(made).toMatchObject({ version: 'cn-2023@2', origin: 'made', workingDays: 248, changes: [closed], source: '区政府办〔2023〕18号' });
  const { body: listed } = await bureau.send('get', '/calendars?year=2023').expect(200);
  expect(listed.items.map((it: { version: string }) => it.version)).toEqual(['cn-2023@0', 'cn-2023@1', 'cn-2023@2']);
  const { body: days } = await bureau.send('get', '/calendars/cn-2023@2').expect(200);
  expect(days.days.filter((it: { changed: boolean }) => it.changed)).toEqual([{ ...closed, holiday: null, changed: true }]);
  await bureau.send('get', '/calendars/cn-2023@3').expect(404);

  const { body: preview } = await post(path, { calendar: ['cn-2023@2'] }).expect(200);
  expect(preview).toMatchObject({ to: 'cn-2022@1+cn-2023@2+cn-2024@1', days: [closed], obligations: 3 });
  expect(preview.items[0]).toMatchObject({
    dueOn: '2023-05-08',
    dueOff: { now: false, then: false },
    people: [{ name: expect.any(String) }],
  });
  expect(preview.items[0].moves[0]).toEqual({
    ...{ what: 'reminder', name: '1@09:00', from: '2023-05-09T01:00:00.000Z', to: '2023-05-10T01:00:00.000Z' },
  });
  expect((await ask(['cn-2023@2'], randomUUID(), 200)).detail).toEqual({ version: 'cn-2022@1+cn-2023@2+cn-2024@1', followed: 3 });
  const { obligation } = (await year.owed('target-filing'))[0]!;
  await office.moveTo('2023-05-10T09:30', `obligation/${obligation}`);
  await eventually(async () => expect((await rungs(obligation)).at(-1)).toBe('1 2023-05-10 09:00'));
  await post(path, { calendar: ['cn-2023@2'] }).expect(409);
  await post(path, {}).expect(400);
});
