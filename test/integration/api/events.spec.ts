import { request as ask } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { v7 as uuid } from 'uuid';
import { Sessions } from '#api/session/sessions.js';
import { appendAudit } from '#persistence/audit/append-audit.js';
import { eventually } from '../../support/eventually.js';
import { giveTask, makeDistrict } from './district.js';
import type { Branch, District } from './district.js';
import { World } from './world.js';

let world: World;
let home: District;

beforeAll(async () => {
  world = await World.begin();
  await world.app.listen(0, '127.0.0.1');
  home = await makeDistrict(world, 'home');
});
afterAll(() => world.end());

const sequences = new Map<string, number>();

/** Something is recorded of a stream. */
const record = (stream: string): Promise<unknown> => {
  const sequence = (sequences.get(stream) ?? -1) + 1;
  sequences.set(stream, sequence);
  const entry = {
    stream,
    sequence,
    districtId: home.id,
    at: new Date(),
    actorId: null,
    onBehalfOf: null,
    type: 'submit',
    detail: {},
  } as const;
  return world.source.transaction((manager) => appendAudit(manager, [entry]));
};

interface Listening {
  readonly response: IncomingMessage;
  text(): string;
  told(): string[];
  close(): void;
}

const listen = async (person: string, headers: Record<string, string> = {}): Promise<Listening> => {
  const { token } = await world.app.get(Sessions).open(person);
  const { port } = world.app.getHttpServer().address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const cookie = `jiheng_session=${token}`;
    const asked = ask({ port, path: '/api/v1/events', headers: { cookie, accept: 'text/event-stream', ...headers } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (it: string) => (text += it));
      const lines = () =>
        [...text.matchAll(/^data: (.*)$/gm)].map(([, it]) => JSON.parse(it!) as { changes?: { kind: string; id: string }[] });
      const told = () => lines().flatMap(({ changes }) => (changes ?? []).map(({ kind, id }) => `${kind}/${id}`));
      resolve({ response, text: () => text, told, close: () => asked.destroy() });
    });
    asked.on('error', reject).end();
  });
};

const unitOf = ({ unit }: Branch) => world.person('unit', { unit_id: unit });

it('tells each what they may see and nobody anything else', async () => {
  const [first, second] = home.branches;
  const [mine, theirs] = [await listen(await unitOf(first)), await listen(await unitOf(second))];
  const bureau = await listen(await world.person('bureau', { district_id: home.id }));
  const system = await listen(await world.person('system'));
  expect(mine.response.headers['content-type']).toBe('text/event-stream; charset=utf-8');
  await record(`obligation/${first.obligation}`);
  await record(`campaign/${home.campaign}`);
  const own = [`obligation/${first.obligation}`, `document/${first.document}`];
  await eventually(() => Promise.resolve(expect(bureau.told()).toEqual(expect.arrayContaining([...own, `campaign/${home.campaign}`]))));
  await eventually(() => Promise.resolve(expect(mine.told()).toEqual(expect.arrayContaining(own))));
  await eventually(() => Promise.resolve(expect(theirs.told()).toEqual([`campaign/${home.campaign}`])));
  expect(system.told()).toEqual([]);
  for (const it of [mine, theirs, bureau, system]) it.close();
});

it('tells who was given a task by name, and of the message that came with it', async () => {
  const [first] = home.branches;
  const expert = await world.person('expert', { district_id: home.id });
  await giveTask(world, first, expert, 'review');
  await world.source.query(
    `insert into outbox (key, person_id, obligation_id, kind, at, next_attempt_at) values ('k', $1, $2, 'opened', $3, $3)`,
    [expert, first.obligation, new Date(world.clock.now())],
  );
  const listening = await listen(expert);
  await record(`obligation/${first.obligation}`);
  await eventually(() => {
    expect(listening.told()).toEqual(expect.arrayContaining([`document/${first.document}`, expect.stringMatching(/^notification\/\d+$/)]));
    return Promise.resolve();
  });
  listening.close();
});

it('tells of people, agencies and evaluations those who read them', async () => {
  const [first] = home.branches;
  const [evaluation, stranger] = [uuid(), await world.person('agency', { agency_id: home.agency })];
  await world.source.query(
    `insert into evaluation (id, campaign_id, stage_id, project_id, agency_id, status) values ($1, $2, $3, $4, $5, 'draft')`,
    [evaluation, home.campaign, home.stage, first.project, home.agency],
  );
  const bureau = await listen(await world.person('bureau', { district_id: home.id }));
  const agency = await listen(stranger);
  const unit = await listen(await unitOf(first));
  const expert = await listen(await world.person('expert', { district_id: home.id }));
  for (const stream of [`agency/${home.agency}`, `evaluation/${evaluation}`, `person/${stranger}`]) await record(stream);
  const all = [`agency/${home.agency}`, `evaluation/${evaluation}`, `person/${stranger}`];
  await eventually(() => Promise.resolve(expect(bureau.told()).toEqual(expect.arrayContaining(all))));
  await eventually(() => Promise.resolve(expect(agency.told()).toEqual(expect.arrayContaining(all))));
  await eventually(() => Promise.resolve(expect(unit.told()).toEqual([`evaluation/${evaluation}`])));
  expect(expert.told()).toEqual([]);
  for (const it of [bureau, agency, unit, expert]) it.close();
});

it('goes on where the connection broke, or says that everything is to be read anew', async () => {
  const [first] = home.branches;
  const person = await unitOf(first);
  const before = await listen(person);
  await record(`obligation/${first.obligation}`);
  await eventually(() => Promise.resolve(expect(before.told()).toContain(`obligation/${first.obligation}`)));
  const mark = /^id: (\d+)$/m.exec(before.text())![1]!;
  before.close();
  await record(`document/${first.document}`);
  const after = await listen(person, { 'last-event-id': mark });
  await eventually(() => Promise.resolve(expect(after.told()).toContain(`document/${first.document}`)));
  const lost = await listen(person, { 'last-event-id': 'of another server' });
  await eventually(() => Promise.resolve(expect(lost.text()).toContain('event: resync')));
  for (const it of [after, lost]) it.close();
});

it('loses nothing of what somebody waits for when others come and go', async () => {
  const [first] = home.branches;
  const person = await unitOf(first);
  const staying = await listen(person);
  const others: Listening[] = [];
  for (let i = 0; i < 4; i += 1) {
    await record(`document/${first.document}`);
    others.push(await listen(await unitOf(first)));
  }
  await eventually(() => Promise.resolve(expect(staying.told()).toContain(`document/${first.document}`)));
  const before = staying.told().length;
  for (const it of others) it.close();
  await record(`document/${first.document}`);
  await eventually(() => Promise.resolve(expect(staying.told().length).toBeGreaterThan(before)));
  staying.close();
});

it('refuses what cannot read a stream, and too many connections of one person', async () => {
  const person = await unitOf(home.branches[0]);
  const { body } = await (await world.as(person)).send('get', '/events').expect(406);
  expect(body.code).toBe('NOT_ACCEPTABLE');
  const open = await Promise.all(Array.from({ length: 12 }, () => listen(person)));
  const more = await listen(person);
  expect(more.response.statusCode).toBe(429);
  for (const it of [...open, more]) it.close();
});
