import { DomainError } from '#domain/errors/domain-error.js';
import { giveTask, makeDistrict } from './district.js';
import type { Branch, District } from './district.js';
import { World } from './world.js';
import type { LoggedIn } from './world.js';

let world: World;
let district: District;
let first: Branch;
let second: Branch;
let unit: LoggedIn;
let bureau: LoggedIn;
const gated: string[] = [];

beforeAll(async () => {
  world = await World.begin({
    gate: {
      target: (documents) =>
        Promise.resolve(
          documents.filter(({ id }) => gated.includes(id)).map(({ id }) => ({ document: id, code: 'REASON_REQUIRED' as const })),
        ),
    },
  });
  district = await makeDistrict(world, 'home');
  [first, second] = district.branches;
  unit = await world.someone('unit', { unit_id: first.unit });
  bureau = await world.someone('bureau', { district_id: district.id });
  await giveTask(world, first, unit.person);
});
afterAll(() => world.end());
beforeEach(() => {
  world.engine.asked.length = 0;
  world.engine.refuse = undefined;
  gated.length = 0;
});

let serial = 0;
const key = (it = `key-${String((serial += 1))}`) => ({ 'idempotency-key': it });
const target = {
  annualGoal: '养护道路 10 公里',
  indicators: [
    {
      level1: '产出',
      level2: '数量指标',
      level3: '养护里程',
      operator: '≥',
      targetValue: '10',
      measureUnit: '公里',
      weight: '50',
      core: true,
    },
  ],
  funds: { fiscal: '100000.00', carriedOver: '0', own: '0', other: '0' },
};
const body = (...ids: string[]) => ({ documents: ids.map((id) => ({ id })) });
const versionOf = async (id: string): Promise<string> => (await unit.send('get', `/documents/${id}`).expect(200)).headers['etag'] as string;

describe('content', () => {
  it('is saved version by version under If-Match, by those whose turn it is', async () => {
    const path = `/documents/${first.document}/content`;
    await unit.send('put', path, target).expect(428);
    await unit.send('put', path, target, { 'if-match': 'x' }).expect(400);
    await unit.send('put', path, target, { 'if-match': '"7"' }).expect(412);
    const saved = await unit.send('put', path, { annualGoal: '草稿' }, { 'if-match': '"0"' }).expect(200);
    expect(saved.headers['etag']).toBe('"1"');
    await unit.send('put', path, target, { 'if-match': '"1"' }).expect(200);
    const { body: document, headers } = await unit.send('get', `/documents/${first.document}`).expect(200);
    expect(document.content).toEqual(target);
    expect(headers['etag']).toBe('"2"');
    expect(document.turn).toEqual([expect.objectContaining({ person: unit.person, doing: 'file' })]);
    const colleague = await world.someone('unit', { unit_id: first.unit });
    expect((await colleague.send('put', path, target, { 'if-match': '"2"' }).expect(403)).body.code).toBe('NOT_YOUR_DOCUMENT');
    await world.source.query(`update document set status = 'in-review' where id = $1`, [first.document]);
    expect((await unit.send('put', path, target, { 'if-match': '"2"' }).expect(409)).body.code).toBe('NOT_EDITABLE');
    await world.source.query(`update document set status = 'open' where id = $1`, [first.document]);
  });

  it('two who save at once: one version, one refusal', async () => {
    const match = { 'if-match': await versionOf(first.document) };
    const answers = await Promise.all([1, 2, 3].map(() => unit.send('put', `/documents/${first.document}/content`, target, match)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
  });

  it('is checked by its form before anybody is asked, with the path of every wrong field', async () => {
    const match = { 'if-match': await versionOf(first.document) };
    const broken = { ...target, funds: { ...target.funds, own: '1.234' } };
    await unit.send('put', `/documents/${first.document}/content`, broken, match).expect(200);
    const { body: answer } = await unit.send('post', '/documents/submit', body(first.document), key()).expect(200);
    expect(answer).toMatchObject({ done: 0, refused: 1 });
    const { code, errors } = answer.results[0].refusal;
    expect(code).toBe('NOT_ACCEPTED');
    expect(errors).toEqual([
      { path: 'content.funds.own', code: 'invalid_format', zh: '应为元，最多两位小数', en: 'yuan with at most two decimals' },
    ]);
    expect(world.engine.asked).toEqual([]);
    const again = { 'if-match': await versionOf(first.document) };
    await unit.send('put', `/documents/${first.document}/content`, target, again).expect(200);
  });
});

describe('transitions', () => {
  it('pass the gate of their kind first', async () => {
    gated.push(first.document);
    const { body: answer } = await unit.send('post', '/documents/submit', body(first.document), key()).expect(200);
    expect(answer.results[0].refusal.code).toBe('REASON_REQUIRED');
    expect(world.engine.asked).toEqual([]);
  });

  it('ask each obligation once and answer each document in the order of the request', async () => {
    const sibling = await world.insert('document', {
      ...{ obligation_id: first.obligation, district_id: district.id, campaign_id: district.campaign, stage_id: district.stage },
      ...{ kind: 'target', title: '二', unit_id: first.unit, department_id: first.department, status: 'in-review', round: 1 },
      ...{ content_version: 0, due_at: '2023-03-15T16:00:00Z', changed_at: '2023-02-01T00:00:00Z' },
    });
    const nowhere = '00000000-0000-4000-8000-000000000000';
    const ids = [second.document, sibling, nowhere, first.document, sibling];
    const { body: answer } = await bureau
      .send('post', '/documents/review', { ...body(...ids), verdict: 'approve' }, key('once'))
      .expect(200);
    expect(answer.results.map((it: { document: string }) => it.document)).toEqual(ids);
    expect(answer).toMatchObject({ done: 4, refused: 1 });
    expect(answer.results[2].refusal).toMatchObject({ code: 'UNKNOWN_DOCUMENT', zh: '没有这份材料。', en: 'There is no such document.' });
    expect(world.engine.asked).toHaveLength(2);
    expect(world.engine.asked.map(({ obligation }) => obligation).sort()).toEqual([first.obligation, second.obligation].sort());
    for (const { command } of world.engine.asked) {
      expect(command).toMatchObject({ name: 'review', requestId: `${bureau.person}:once`, actor: bureau.person, verdict: 'approve' });
    }
  });

  it('one obligation’s refusal concerns its documents alone', async () => {
    world.engine.refuse = () => {
      if (world.engine.asked.at(-1)!.obligation === first.obligation) throw new DomainError('ALREADY_CLOSED');
    };
    const { body: answer } = await bureau.send('post', '/documents/remind', body(first.document, second.document), key()).expect(200);
    expect(answer.results.map((it: { outcome: string }) => it.outcome)).toEqual(['refused', 'done']);
    expect(answer.results[0].refusal).toMatchObject({ code: 'ALREADY_CLOSED', zh: '已经办结。' });
  });

  it('go only to active people of the district', async () => {
    const stranger = await world.person('unit', { unit_id: (await makeDistrict(world, 'far')).branches[0].unit });
    const wish = { ...body(first.document), to: stranger, reason: '休假' };
    expect((await unit.send('post', '/documents/transfer', wish, key()).expect(422)).body.code).toBe('UNKNOWN_REFERENCE');
    const colleague = await world.person('unit', { unit_id: first.unit });
    await unit.send('post', '/documents/transfer', { ...wish, to: colleague }, key()).expect(200);
    expect(world.engine.asked[0]!.command).toMatchObject({ name: 'transfer', to: colleague, reason: '休假' });
  });
});

describe('an Idempotency-Key', () => {
  const ask = (headers: Record<string, string>, reason = '重复') =>
    bureau.send('post', '/documents/cancel', { ...body(first.document), reason }, headers);

  it('is required, answers a repeat as before without acting, and is refused on another request', async () => {
    await ask({}).expect(400);
    await ask({ 'idempotency-key': 'a b' }).expect(400);
    const once = await ask(key('k1')).expect(200);
    const twice = await ask(key('k1')).expect(200);
    expect(twice.body).toEqual(once.body);
    expect(twice.headers['idempotency-replayed']).toBe('true');
    expect(world.engine.asked).toHaveLength(1);
    expect((await ask(key('k1'), '另一个').expect(422)).body.code).toBe('IDEMPOTENCY_KEY_REUSED');
    const other = await world.someone('bureau', { district_id: district.id });
    await other.send('post', '/documents/cancel', { ...body(first.document), reason: '他人' }, key('k1')).expect(200);
  });

  it('keeps a refusal as well, but asks again after an outage', async () => {
    const path = `/obligations/${first.obligation}/extension-requests`;
    const wish = { dueOn: '2023-04-01', reason: '资料未齐' };
    world.engine.refuse = () => {
      throw Object.assign(new Error('unavailable'), { code: 14 });
    };
    expect((await unit.send('post', path, wish, key('k2')).expect(503)).body.code).toBe('UNAVAILABLE');
    world.engine.refuse = () => {
      throw new DomainError('EXTENSION_PENDING');
    };
    await unit.send('post', path, wish, key('k2')).expect(409);
    world.engine.refuse = undefined;
    expect((await unit.send('post', path, wish, key('k2')).expect(409)).body.code).toBe('EXTENSION_PENDING');
    expect(world.engine.asked.map(({ command }) => command.requestId)).toEqual([`${unit.person}:k2`, `${unit.person}:k2`]);
  });
});

describe('delegation and handover', () => {
  it('shows the tasks of an absent colleague to the delegate, on the days of the absence', async () => {
    const colleague = await world.someone('unit', { unit_id: first.unit });
    const tasks = async () => (await colleague.send('get', '/tasks').expect(200)).body.items as { document: string; for: string }[];
    expect(await tasks()).toEqual([]);
    const wish = { to: colleague.person, fromOn: '2023-03-01', untilOn: '2023-03-05' };
    const path = `/people/${unit.person}/delegations`;
    const { body: delegation } = await unit.send('post', path, wish, key()).expect(201);
    expect(world.engine.asked.map(({ command }) => command)).toEqual([expect.objectContaining({ name: 'delegate', from: unit.person })]);
    expect(await tasks()).toEqual([expect.objectContaining({ document: first.document, for: unit.person })]);
    world.clock.at = Date.parse('2023-03-06T00:00:00+08:00');
    expect(await tasks()).toEqual([]);
    world.clock.at = Date.parse('2023-03-05T23:59:00+08:00');
    expect(await tasks()).toHaveLength(1);
    await colleague.send('post', path, wish, key()).expect(404);
    await unit.send('delete', `${path}/${delegation.id}`, undefined, key()).expect(204);
    expect(await tasks()).toEqual([]);
    world.clock.at = Date.parse('2023-03-01T10:00:00+08:00');
  });

  it('hands over in every open obligation where the person has a task or a seat', async () => {
    await world.source.query(`update obligation set terms = jsonb_set(terms, '{seats}', $2) where id = $1`, [
      second.obligation,
      JSON.stringify({ department: [unit.person] }),
    ]);
    const colleague = await world.person('unit', { unit_id: first.unit });
    const { body: answer } = await bureau.send('post', `/people/${unit.person}/handover`, { to: colleague }, key()).expect(200);
    expect(answer).toEqual({ obligations: 2, closed: 0 });
    expect(world.engine.asked.map(({ obligation }) => obligation).sort()).toEqual([first.obligation, second.obligation].sort());
  });
});
