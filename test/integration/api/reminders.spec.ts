import { DomainError } from '#domain/errors/domain-error.js';
import { giveTask, makeDistrict } from './district.js';
import type { District } from './district.js';
import { World } from './world.js';
import type { LoggedIn } from './world.js';

let world: World;
let home: District;
let away: District;
let bureau: LoggedIn;

beforeAll(async () => {
  world = await World.begin();
  home = await makeDistrict(world, 'home');
  away = await makeDistrict(world, 'away');
  bureau = await world.someone('bureau', { district_id: home.id });
  await giveTask(world, home.branches[0], bureau.person);
});
afterAll(() => world.end());
beforeEach(() => {
  world.engine.asked.length = 0;
  world.engine.refuse = undefined;
});

let serial = 0;
const remind = (who: LoggedIn, body: object, key = `key-${String((serial += 1))}`, campaign = home.campaign) =>
  who.send('post', `/campaigns/${campaign}/not-submitted/remind`, body, { 'idempotency-key': key });
const asked = (): string[] => world.engine.asked.map(({ obligation }) => obligation).sort();
const obligations = (): string[] => home.branches.map(({ obligation }) => obligation).sort();

it('reminds everybody of a stage who has not submitted, or the lines that are named', async () => {
  const { body } = await remind(bureau, { stage: home.stage }).expect(200);
  expect(body).toMatchObject({ done: 2, refused: 0 });
  expect(asked()).toEqual(obligations());
  expect(world.engine.asked[0]!.command).toMatchObject({ name: 'remind', actor: bureau.person });
  world.engine.asked.length = 0;
  await remind(bureau, { obligations: [home.branches[1].obligation] }).expect(200);
  expect(asked()).toEqual([home.branches[1].obligation]);
});

it('leaves out what is submitted, and answers each that is refused', async () => {
  await world.source.query(`update document set status = 'in-review' where id = $1`, [home.branches[0].document]);
  world.engine.refuse = () => {
    throw new DomainError('NOBODY_TO_REMIND');
  };
  const { body } = await remind(bureau, { stage: home.stage }).expect(200);
  expect(body).toMatchObject({ done: 0, refused: 1 });
  expect(body.results[0].refusal.code).toBe('NOBODY_TO_REMIND');
  await world.source.query(`update document set status = 'open' where id = $1`, [home.branches[0].document]);
});

it('goes no further than the caller sees: a department its own, nobody another district', async () => {
  const department = await world.someone('department', { unit_id: home.branches[0].department });
  expect((await remind(department, { stage: home.stage }).expect(200)).body.done).toBe(1);
  expect(asked()).toEqual([home.branches[0].obligation]);
  world.engine.asked.length = 0;
  const foreign = { obligations: [away.branches[0].obligation] };
  expect((await remind(bureau, foreign, 'foreign', away.campaign).expect(200)).body).toEqual({ done: 0, refused: 0, results: [] });
  expect(asked()).toEqual([]);
});

it('is asked once a key, and for something', async () => {
  const first = await remind(bureau, { stage: home.stage }, 'once').expect(200);
  const again = await remind(bureau, { stage: home.stage }, 'once').expect(200);
  expect(again.body).toEqual(first.body);
  expect(asked()).toHaveLength(2);
  expect((await remind(bureau, {}).expect(400)).body.errors[0].zh).toContain('请指明');
  const observer = await world.someone('observer', { district_id: home.id });
  await remind(observer, { stage: home.stage }).expect(403);
});
