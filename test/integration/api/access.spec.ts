import { readFileSync } from 'node:fs';
import type { Method } from '#contracts/api/route.js';
import { ROLES } from '#contracts/api/session.routes.js';
import type { Role } from '#persistence/access/viewer.js';
import { makeDistrict } from './district.js';
import type { District } from './district.js';
import { World } from './world.js';
import type { LoggedIn } from './world.js';

let world: World;
let home: District;
let away: District;

beforeAll(async () => {
  world = await World.begin();
  home = await makeDistrict(world, 'home');
  away = await makeDistrict(world, 'away');
});
afterAll(() => world.end());

const placeOf = (role: Role, { id, office, agency, branches: [first] }: District): Record<string, string> => {
  const places: Record<Role, Record<string, string>> = {
    bureau: { district_id: id },
    observer: { district_id: id },
    expert: { district_id: id },
    'sector-office': { sector_office_id: office },
    department: { unit_id: first.department },
    unit: { unit_id: first.unit },
    agency: { agency_id: agency },
    system: {},
  };
  return places[role];
};
const someone = (role: Role, district = home): Promise<LoggedIn> => world.someone(role, placeOf(role, district));

interface Line {
  readonly method: Method;
  readonly path: string;
  readonly public: boolean;
  readonly roles: readonly Role[];
}

/** The written table, read as people read it. */
const table = (): Line[] =>
  readFileSync(new URL('../../../docs/access.md', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => {
      const [route, , open, ...cells] = line
        .split('|')
        .slice(1, -1)
        .map((it) => it.trim());
      const [method, path] = route!.replaceAll('`', '').split(' ');
      return {
        method: method!.toLowerCase() as Method,
        path: path!.replace('/api/v1', ''),
        public: open === 'yes',
        roles: ROLES.filter((_, i) => cells[i] === 'yes'),
      };
    });

/** Every operation is called one after the other, each by somebody new: some of them end a session. */
const WALK_MS = 300_000;

/** Ids that exist nowhere: whoever may call a route at all gets another answer than 401 or 403. */
const somewhere = (path: string): string => path.replace(/\{\w+\}/g, '00000000-0000-4000-8000-000000000000');

it('has a line for every operation of the OpenAPI document that the API serves', async () => {
  const { body } = await world.anybody().get('/api/v1/openapi.json').expect(200);
  const served = Object.entries(body.paths as Record<string, object>).flatMap(([path, it]) =>
    Object.keys(it).map((method) => `${method} ${path}`),
  );
  expect(
    table()
      .map(({ method, path }) => `${method} /api/v1${path}`)
      .sort(),
  ).toEqual(served.sort());
});

it.each(ROLES)(
  'lets %s call exactly the routes of its column',
  async (role) => {
    const wrong: string[] = [];
    for (const { method, path, roles, public: open } of table()) {
      const caller = await someone(role);
      const { status, body } = await caller.send(method, somewhere(path), method === 'get' ? undefined : {});
      const forbidden = status === 401 || status === 403 || status >= 500;
      if (forbidden === (open || roles.includes(role))) wrong.push(`${method} ${path}: ${String(status)} ${JSON.stringify(body)}`);
    }
    expect(wrong).toEqual([]);
  },
  WALK_MS,
);

it(
  'asks everybody else to log in, and takes no change without the CSRF token',
  async () => {
    const wrong: string[] = [];
    const bureau = await someone('bureau');
    for (const { method, path, roles, public: open } of table().filter((it) => !it.public)) {
      const { status } = await world.anybody()[method](`/api/v1${somewhere(path)}`);
      if (status !== 401) wrong.push(`${method} ${path}: ${String(status)} without log-in`);
      if (method === 'get' || open || !roles.includes('bureau')) continue;
      const answer = await bureau.send(method, somewhere(path), {}, { 'x-csrf-token': 'f'.repeat(64) });
      if (answer.body.code !== 'CSRF') wrong.push(`${method} ${path}: ${String(answer.status)} with a forged token`);
    }
    expect(wrong).toEqual([]);
  },
  WALK_MS,
);

const seenBy = async (caller: LoggedIn, path: string): Promise<string[]> => {
  const { body } = await caller.send('get', path).expect(200);
  return (body.items as { id: string }[]).map(({ id }) => id).sort();
};

describe('rows', () => {
  const documents = (it: District) => it.branches.map(({ document }) => document).sort();

  it('a unit sees itself, a department its subtree, an office its departments, bureau and observer their district', async () => {
    const [first] = home.branches;
    expect(await seenBy(await someone('unit'), '/documents')).toEqual([first.document]);
    expect(await seenBy(await someone('department'), '/documents')).toEqual([first.document]);
    expect(await seenBy(await someone('sector-office'), '/documents')).toEqual([first.document]);
    expect(await seenBy(await someone('bureau'), '/documents')).toEqual(documents(home));
    expect(await seenBy(await someone('observer'), '/documents')).toEqual(documents(home));
    expect(await seenBy(await someone('agency'), '/documents')).toEqual([]);
    expect(await seenBy(await someone('expert'), '/documents')).toEqual([]);
    expect(await seenBy(await someone('department'), '/units')).toEqual([first.department, first.unit].sort());
    expect(await seenBy(await someone('unit'), '/units')).toEqual([first.unit]);
  });

  it('an expert sees what was assigned by name, and an agency what it evaluates', async () => {
    const [, second] = home.branches;
    const expert = await someone('expert');
    await world.source.query(`insert into task values ($1, $2, $3, 'review', now())`, [second.document, expert.person, second.obligation]);
    expect(await seenBy(expert, '/documents')).toEqual([second.document]);
    await expert.send('get', `/documents/${second.document}`).expect(200);
    const agency = await someone('agency');
    expect(await seenBy(agency, '/projects')).toEqual([]);
    const bureau = await someone('bureau');
    await bureau.send('post', `/campaigns/${home.campaign}/evaluations`, { project: second.project, agency: home.agency }).expect(201);
    expect(await seenBy(agency, '/projects')).toEqual([second.project]);
    expect(await seenBy(agency, '/evaluations')).toHaveLength(1);
    expect(await seenBy(await someone('agency', away), '/evaluations')).toEqual([]);
  });

  it('nobody reaches another’s by changing an id: it does not exist', async () => {
    const [foreign] = away.branches;
    const [, sibling] = home.branches;
    for (const role of ROLES) {
      const caller = await someone(role);
      for (const it of role === 'bureau' || role === 'observer' || role === 'expert' || role === 'agency'
        ? [foreign]
        : [foreign, sibling]) {
        for (const path of [
          `/documents/${it.document}`,
          `/obligations/${it.obligation}`,
          `/obligations/${it.obligation}/history`,
          `/projects/${it.project}`,
        ]) {
          const { status } = await caller.send('get', path);
          expect([path, role, status]).toEqual([
            path,
            role,
            role === 'system' || (role === 'expert' && path.startsWith('/proj')) ? 403 : 404,
          ]);
        }
        if (role !== 'system') await caller.send('get', `/units/${it.unit}`).expect(404);
      }
      if (role !== 'system') await caller.send('get', `/campaigns/${away.campaign}`).expect(404);
    }
  });

  it('a second role lends nothing to the first', async () => {
    const person = await world.person('observer', { district_id: home.id });
    await world.insert('role_grant', { person_id: person, role: 'unit', unit_id: away.branches[0].unit });
    const caller = await world.as(person);
    const body = { documents: [{ id: home.branches[0].document }] };
    const { body: answer } = await caller.send('post', '/documents/submit', body, { 'idempotency-key': 'lent' }).expect(200);
    expect(answer.results[0].refusal.code).toBe('UNKNOWN_DOCUMENT');
    expect(world.engine.asked).toEqual([]);
  });

  it('the system administrator sees envelopes of mails, everybody else their own letters', async () => {
    const unit = await someone('unit');
    const mail = { person_id: unit.person, address: 'a@b.cn', subject: '催办', body: '请报送', at: '2023-03-01T00:00:00Z' };
    const id = await world.insert('mail', mail);
    expect((await unit.send('get', '/mails').expect(200)).body.items).toEqual([
      expect.objectContaining({ id, subject: '催办', body: '请报送' }),
    ]);
    expect((await (await someone('system')).send('get', '/mails').expect(200)).body.items).toEqual([
      expect.objectContaining({ id, subject: null, body: null, address: 'a@b.cn' }),
    ]);
    expect(await seenBy(await someone('bureau'), '/mails')).toEqual([]);
  });
});
