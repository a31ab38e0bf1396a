import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseDocument } from 'yaml';
import type { DistrictImport } from '#contracts/import/district.schema.js';
import { importDistrict } from '#persistence/organisation/import-district.js';
import { shippedText } from '#platform/shipped.js';
import { RehearsalProcesses } from '../../../apps/rehearsal/rehearsal-processes.js';
import { temporalServer } from '../../support/database.js';
import { World } from './world.js';
import type { LoggedIn } from './world.js';

const PLAN = [{ stage: 'target-filing', opens: '2022-10-10', due: '2022-11-25', chain: 'filing', ladder: 'standard' }];
const LONG = 400_000;

const project = (code: string, unit: string): DistrictImport['projects'][number] => ({
  ...{ code, number: '', name: `道路养护项目${code}`, unit, unitAssumed: false, class: 'ordinary', isNew: false, published: null },
  amounts: [{ kind: 'initialBudget', yuan: '100000.00', label: '年初预算', source: '测试' }],
});

const DISTRICT: DistrictImport = {
  format: 'jiheng-district@1',
  district: { code: 'shilian', name: '试练区', generated: true },
  ...{ fiscalYear: 2023, evaluationYear: 2024, source: '测试' },
  sectorOffices: [{ code: 'O1', name: '经济建设科', aliases: [], assumed: false }],
  departments: [{ code: 'D1', name: '交通局', aliases: [], category: '部门', sectorOffice: 'O1', published: null }],
  units: ['U1', 'U2'].map((code) => ({ code, name: `养护中心${code}`, aliases: [], department: 'D1', classified: false })),
  agencies: [],
  projects: [project('P1', 'U1'), project('P2', 'U2')],
  findings: [],
};

let world: World;
let processes: RehearsalProcesses | undefined;
let bureau: LoggedIn;
let district: string;
let campaign: string;

beforeAll(async () => {
  world = await World.begin({ rehearsals: { start: (id) => processes!.start(id) } });
  const databaseUrl = (world.source.options as unknown as { url: string }).url;
  processes = new RehearsalProcesses({ databaseUrl, temporal: { address: temporalServer().address, tls: false } });
  ({ district } = await world.source.transaction((manager) => importDistrict(manager, DISTRICT, world.clock.at)));
  bureau = await world.someone('bureau', { district_id: district });
  const document = parseDocument(await shippedText('policies/jiangbei-size-2023.yaml'));
  document.set('district', 'shilian');
  document.set('plan', document.createNode(PLAN));
  const policy = await bureau.send('post', '/policies', { yaml: document.toString() }).expect(201);
  campaign = (await bureau.send('post', '/campaigns', { policy: policy.body.id }).expect(201)).body.id as string;
});
afterAll(async () => {
  await processes?.stop();
  await world.end();
});

const start = (key = randomUUID()) => bureau.send('post', `/campaigns/${campaign}/rehearsals`, undefined, { 'idempotency-key': key });
const cancel = (id: string) => bureau.send('post', `/rehearsals/${id}/cancel`, undefined, { 'idempotency-key': randomUUID() });

interface Read {
  readonly state: string;
  readonly reached: string | null;
  readonly endedAt: string | null;
  readonly failure: string | null;
}
const ended = async (id: string): Promise<Read> => {
  for (;;) {
    const { body } = await bureau.send('get', `/rehearsals/${id}`).expect(200);
    if (body.state !== 'running') return body as Read;
    await sleep(200);
  }
};

const schemas = async (): Promise<number> => {
  const rows: unknown[] = await world.source.query(`select from pg_namespace where nspname like 'rehearsal\\_%'`);
  return rows.length;
};

it(
  'plays the draft of a year to its end, beside the plan, and leaves nothing of its own behind',
  async () => {
    const key = randomUUID();
    const { body: begun } = await start(key).expect(200);
    expect(begun).toMatchObject({ state: 'running', from: '2022-10-10', until: '2022-11-25', reached: null, outcome: null });
    expect((await start(key).expect(200)).body.id).toBe(begun.id);
    expect((await start().expect(409)).body.code).toBe('REHEARSAL_RUNNING');
    const done = await ended(begun.id as string);
    expect(done).toMatchObject({ state: 'done', failure: null });
    const { outcome } = done as unknown as { outcome: Record<string, unknown> };
    expect(outcome).toMatchObject({ closed: true, openItems: { count: 0 }, clashes: [] });
    const [stage] = outcome['stages'] as Record<string, unknown>[];
    expect(stage).toMatchObject({ key: 'target-filing', plannedOpens: '2022-10-10', opened: '2022-10-10', plannedCloses: '2022-11-25' });
    expect(stage).toMatchObject({ owed: stage!['approved'], filed: stage!['owed'] });
    expect(stage!['daysLate']).toBeGreaterThan(0);
    expect(done.reached! > '2022-11-25').toBe(true);
    const { body: page } = await bureau.send('get', `/rehearsals/${begun.id}/timeline?limit=3`).expect(200);
    expect(page.items[0]).toMatchObject({ place: 1, type: 'campaign-launched' });
    const { body: found } = await bureau
      .send('get', `/rehearsals/${begun.id}/timeline?search=${encodeURIComponent('养护中心u2')}`)
      .expect(200);
    expect(found.items.length).toBeGreaterThan(0);
    expect((await cancel(begun.id as string).expect(409)).body.code).toBe('REHEARSAL_ENDED');
    expect(await schemas()).toBe(0);
    const [row]: { status: string }[] = await world.source.query('select status from campaign where id = $1', [campaign]);
    expect(row).toEqual({ status: 'draft' });
  },
  LONG,
);

it(
  'is cancelled',
  async () => {
    const { body } = await start().expect(200);
    expect((await cancel(body.id as string).expect(200)).body.cancelling).toBe(true);
    expect(await ended(body.id as string)).toMatchObject({ state: 'cancelled', cancelling: false, outcome: null });
    expect(await schemas()).toBe(0);
  },
  LONG,
);

it(
  'is interrupted when its parent goes, or when it is silent; what it left is taken away by the next one',
  async () => {
    const { body } = await start().expect(200);
    await processes!.stop();
    expect(await ended(body.id as string)).toMatchObject({ state: 'interrupted' });
    const silent = randomUUID();
    const row = { id: silent, district_id: district, campaign_id: campaign, asked_by: bureau.person, state: 'running' };
    const days = { from_on: '2022-10-10', until_on: '2022-11-25', left_behind: false };
    const long = { started_at: '2023-01-01T00:00:00Z', beat_at: '2023-01-01T00:00:00Z' };
    await world.insert('rehearsal', { ...row, ...days, ...long });
    const left = `rehearsal_${silent.replaceAll('-', '').slice(-12)}`;
    await world.source.query(`create schema "${left}"`);
    const { body: list } = await bureau.send('get', `/campaigns/${campaign}/rehearsals?state=interrupted`).expect(200);
    expect(list.items.map(({ id }: { id: string }) => id)).toEqual([body.id, silent]);
    const { body: next } = await start().expect(200);
    await cancel(next.id as string).expect(200);
    await ended(next.id as string);
    expect(await schemas()).toBe(0);
  },
  LONG,
);

it('is read by observers and by nobody of another district, and refused where there is nothing to run it', async () => {
  const observer = await world.someone('observer', { district_id: district });
  const { body } = await observer.send('get', `/campaigns/${campaign}/rehearsals`).expect(200);
  const path = `/rehearsals/${body.items[0].id as string}`;
  await observer.send('get', path).expect(200);
  await observer.send('post', `${path}/cancel`, undefined, { 'idempotency-key': randomUUID() }).expect(403);
  const away = await world.insert('district', { code: 'away', name: '外区', origin: 'generated' });
  const stranger = await world.someone('bureau', { district_id: away });
  await stranger.send('get', path).expect(404);
  await stranger.send('get', `${path}/timeline`).expect(404);
  await world.source.query(`update project set status = 'cancelled'`);
  expect((await start().expect(409)).body.code).toBe('NOTHING_TO_REHEARSE');
});
