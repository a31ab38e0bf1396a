import { makeDistrict } from './district.js';
import type { Branch, District } from './district.js';
import { World } from './world.js';
import type { LoggedIn } from './world.js';

let world: World;
let district: District;
let first: Branch;
let unit: LoggedIn;
let bureau: LoggedIn;

beforeAll(async () => {
  world = await World.begin();
  district = await makeDistrict(world, 'home');
  [first] = district.branches;
  unit = await world.someone('unit', { unit_id: first.unit });
  bureau = await world.someone('bureau', { district_id: district.id });
});
afterAll(() => world.end());

let serial = 0;
const key = (it = `key-${String((serial += 1))}`) => ({ 'idempotency-key': it });
const path = (document = first.document) => `/documents/${document}/comments`;
const say = (who: LoggedIn, body: object, header = key()) => who.send('post', path(), body, header);
const told = (person: string): Promise<{ kind: string }[]> =>
  world.source.query('select kind, obligation_id as obligation, detail from outbox where person_id = $1 order by id', [person]);

it('stands at a field of the document, and whoever is mentioned is told once', async () => {
  const body = { text: '完成值与附件不符', path: 'indicators.0.actualValue', mentions: [unit.person, unit.person] };
  const { body: comment } = await say(bureau, body, key('once')).expect(201);
  expect(comment).toMatchObject({ text: body.text, path: body.path, author: bureau.person, contentVersion: 0, resolvedAt: null });
  expect(comment.mentions).toEqual([{ person: unit.person, name: expect.any(String) }]);
  expect((await say(bureau, body, key('once')).expect(201)).body.id).toBe(comment.id);
  expect(await told(unit.person)).toEqual([
    { kind: 'mentioned', obligation: first.obligation, detail: { documents: [first.document], comment: comment.id } },
  ]);
});

it('is answered: the author of the first is told, and nobody twice', async () => {
  const { items } = (await bureau.send('get', path()).expect(200)).body as { items: { id: string }[] };
  await say(unit, { text: '已更正', replyTo: items[0]!.id }).expect(201);
  await say(unit, { text: '请看附件', replyTo: items[0]!.id, mentions: [bureau.person] }).expect(201);
  expect((await told(bureau.person)).map(({ kind }) => kind)).toEqual(['replied', 'mentioned']);
});

it('is dealt with and opened again by those who may comment', async () => {
  const { items } = (await bureau.send('get', path()).expect(200)).body as { items: { id: string }[] };
  const resolution = `${path()}/${items[0]!.id}/resolution`;
  expect((await unit.send('put', resolution, { resolved: true }).expect(200)).body).toMatchObject({ resolvedBy: unit.person });
  await unit.send('put', resolution, { resolved: true }).expect(200);
  expect((await unit.send('get', `${path()}?resolved=true`).expect(200)).body.items).toHaveLength(1);
  expect((await unit.send('get', `${path()}?resolved=false`).expect(200)).body.items).toHaveLength(2);
  expect((await unit.send('put', resolution, { resolved: false }).expect(200)).body).toMatchObject({ resolvedAt: null, resolvedBy: null });
  const types = await world.source.query('select type from audit_entry where stream = $1 order by sequence', [
    `document/${first.document}`,
  ]);
  expect(types.map(({ type }: { type: string }) => type)).toEqual(['comment', 'comment', 'comment', 'resolveComment', 'reopenComment']);
});

it('mentions nobody who does not see the document, and writes nothing then', async () => {
  const stranger = await world.person('unit', { unit_id: district.branches[1].unit });
  const before = (await bureau.send('get', path()).expect(200)).body.items.length as number;
  const { body } = await say(bureau, { text: '请核', mentions: [unit.person, stranger] }).expect(422);
  expect(body.code).toBe('MENTION_UNSEEING');
  expect(await told(stranger)).toEqual([]);
  expect((await bureau.send('get', path()).expect(200)).body.items).toHaveLength(before);
});

it('is neither read nor written by those who do not see the document; an observer reads', async () => {
  const stranger = await world.someone('unit', { unit_id: district.branches[1].unit });
  await stranger.send('get', path()).expect(404);
  await say(stranger, { text: '?' }).expect(404);
  const observer = await world.someone('observer', { district_id: district.id });
  await observer.send('get', path()).expect(200);
  await say(observer, { text: '?' }).expect(403);
});

it('names the wrong field', async () => {
  expect((await say(unit, { text: ' ' }).expect(400)).body.errors[0].path).toBe('body.text');
  const foreign = district.branches[1].document;
  const elsewhere = await bureau.send('post', path(foreign), { text: '另一份' }, key()).expect(201);
  expect((await say(unit, { text: '答复', replyTo: elsewhere.body.id }).expect(422)).body.code).toBe('UNKNOWN_REFERENCE');
  await unit.send('put', `${path()}/${elsewhere.body.id as string}/resolution`, { resolved: true }).expect(404);
});
