import { readFileSync, readdirSync } from 'node:fs';
import { makeDistrict } from './district.js';
import type { District } from './district.js';
import { World } from './world.js';
import type { LoggedIn } from './world.js';

let world: World;
let district: District;
let bureau: LoggedIn;

beforeAll(async () => {
  world = await World.begin();
  district = await makeDistrict(world, 'home');
  bureau = await world.someone('bureau', { district_id: district.id });
});
afterAll(() => world.end());

const yaml = (): string => readFileSync(policyFile(), 'utf8').replace(/^district: .*$/m, 'district: home');
const policyFile = (): URL => {
  const folder = new URL('../../../docs/../policies/', import.meta.url);
  return new URL(
    readdirSync(folder).find((it) => it.includes('gangcheng') && it.includes('2026'))!,
    folder,
  );
};

it('takes a policy in versions, refuses a wrong one with line and field, and drafts a campaign with the stages of its plan', async () => {
  const wrong = yaml().replace(/^fiscalYear: .*$/m, 'fiscalYear: soon');
  const { body: refused } = await bureau.send('post', '/policies', { yaml: wrong }).expect(422);
  expect(refused.errors[0]).toMatchObject({ path: expect.stringMatching(/^body\.yaml:\d+:\d+ fiscalYear$/) as string });
  const { body: checked } = await bureau.send('post', '/policies/check', { yaml: wrong }).expect(200);
  expect([checked.problems.length > 0, checked.hash, checked.content]).toEqual([true, null, null]);
  const odd = yaml().replace(
    /^chains:.*$/m,
    '$&\n  unused: [{ step: twice, who: role.performanceOffice, any: 1 }, { step: twice, who: role.performanceOffice, any: 1 }]',
  );
  const { body: found } = await bureau.send('post', '/policies/check', { yaml: odd }).expect(200);
  expect([found.problems.length > 0, found.hash, found.content?.district]).toEqual([true, null, 'home']);
  const { body: policy } = await bureau.send('post', '/policies', { yaml: yaml() }).expect(201);
  expect((await bureau.send('post', '/policies', { yaml: yaml() }).expect(201)).body.version).toBe(policy.version + 1);
  const { body: campaign } = await bureau.send('post', '/campaigns', { policy: policy.id }).expect(201);
  expect(campaign).toMatchObject({ status: 'draft', fiscalYear: policy.fiscalYear });
  const { body: stages } = await bureau.send('get', `/campaigns/${campaign.id}/stages`).expect(200);
  expect(stages.items.map((it: { key: string }) => it.key)).toHaveLength(policy.content.plan.length);
  await bureau.send('post', '/campaigns', { policy: policy.id }).expect(409);
  await bureau.send('post', `/campaigns/${campaign.id}/pause`, { reason: '等待' }, { 'idempotency-key': 'p' }).expect(409);
});

it('asks the year with the caller’s key, and tells it who asks', async () => {
  const wish = { key: 'target-filing', dueOn: '2023-04-01', reason: '延后' };
  const { body } = await bureau.send('post', `/campaigns/${district.campaign}/reschedule`, wish, { 'idempotency-key': 'r1' }).expect(200);
  expect(body).toEqual({ done: true, detail: {} });
  expect(world.engine.askedOfYear).toEqual([
    { campaign: district.campaign, name: 'reschedule', command: { ...wish, requestId: `${bureau.person}:r1`, actor: bureau.person } },
  ]);
  await bureau
    .send('post', `/campaigns/${district.campaign}/reschedule`, { key: 'x', reason: 'y' }, { 'idempotency-key': 'r2' })
    .expect(400);
  const adjust = { campaign: district.campaign, amount: '12345.60', reason: '追加' };
  await bureau.send('post', `/projects/${district.branches[0].project}/budget-adjustments`, adjust, { 'idempotency-key': 'b' }).expect(200);
  expect(world.engine.askedOfYear.at(-1)).toMatchObject({
    name: 'adjustBudget',
    command: { project: district.branches[0].project, amount: '12345.60' },
  });
});

it('shows who has not submitted, and nobody who has', async () => {
  const board = `/campaigns/${district.campaign}/not-submitted`;
  const [first, second] = district.branches;
  const of = async (caller: LoggedIn, query = '') =>
    ((await caller.send('get', `${board}${query}`).expect(200)).body.items as { obligation: string }[]).map(({ obligation }) => obligation);
  expect((await of(bureau)).sort()).toEqual([first.obligation, second.obligation].sort());
  expect(await of(bureau, `?unit=${second.unit}`)).toEqual([second.obligation]);
  expect(await of(await world.someone('department', { unit_id: first.department }))).toEqual([first.obligation]);
  const { body: page } = await bureau.send('get', `${board}?limit=1`).expect(200);
  const { body: rest } = await bureau.send('get', `${board}?limit=1&cursor=${page.next}`).expect(200);
  expect([...page.items, ...rest.items].map((it: { obligation: string }) => it.obligation).sort()).toEqual(
    [first.obligation, second.obligation].sort(),
  );
  expect(rest.next).toBeNull();
  expect(page.items[0]).toMatchObject({ documents: 1, missing: 1, returned: 0 });
  await world.source.query(`update document set status = 'in-review' where id = $1`, [first.document]);
  expect(await of(bureau)).toEqual([second.obligation]);
});

it('assigns an agency before key evaluation opens, once a project', async () => {
  const path = `/campaigns/${district.campaign}/evaluations`;
  const wish = { project: district.branches[0].project, agency: district.agency };
  await bureau.send('post', path, wish).expect(201);
  await bureau.send('post', path, wish).expect(409);
  const far = await makeDistrict(world, 'far');
  await bureau.send('post', path, { ...wish, project: far.branches[0].project }).expect(422);
  await world.source.query(`update stage set status = 'open' where campaign_id = $1 and name = 'key-evaluation'`, [district.campaign]);
  expect((await bureau.send('post', path, { project: district.branches[1].project, agency: district.agency }).expect(409)).body.code).toBe(
    'STAGE_STARTED',
  );
});

it('imports a district whole or not at all, and only one’s own', async () => {
  const data = {
    format: 'jiheng-district@1',
    district: { code: 'home', name: 'home区', generated: true },
    fiscalYear: 2024,
    evaluationYear: 2025,
    source: '测试',
    sectorOffices: [{ code: 'O1', name: '社保科', aliases: [], assumed: true }],
    departments: [{ code: 'X1', name: '民政局', aliases: [], category: '部门', sectorOffice: 'O1', published: null }],
    units: [{ code: 'X1-1', name: '福利院', aliases: [], department: 'X1', classified: false }],
    agencies: [],
    projects: [],
    findings: [],
  };
  const { body } = await bureau.send('post', '/imports', data).expect(201);
  expect(body).toMatchObject({ district: district.id, counts: { units: { created: expect.any(Number) as number } } });
  const dangling = { ...data, units: [{ ...data.units[0], code: 'X9', department: 'NOWHERE' }] };
  const { body: refused } = await bureau.send('post', '/imports', dangling).expect(422);
  expect(refused.errors[0]).toMatchObject({ path: 'body.units.0.department', code: 'UNKNOWN' });
  await bureau.send('post', '/imports', { ...data, district: { ...data.district, code: 'other' } }).expect(404);
  expect((await bureau.send('get', '/units?q=福利').expect(200)).body.items).toHaveLength(1);
});

it('keeps versions of units under ETag', async () => {
  const made = await bureau.send('post', '/units', { district: district.id, parent: null, code: 'N1', name: '新部门' }).expect(201);
  const path = `/units/${made.body.id}`;
  await bureau.send('patch', path, { name: '改名' }).expect(428);
  const changed = await bureau.send('patch', path, { name: '改名' }, { 'if-match': made.headers['etag']! }).expect(200);
  expect(changed.headers['etag']).toBe('"2"');
  await bureau.send('patch', path, { name: '又改' }, { 'if-match': made.headers['etag']! }).expect(412);
  await bureau.send('post', '/units', { district: district.id, parent: made.body.id, code: 'N1', name: '重复' }).expect(409);
});
