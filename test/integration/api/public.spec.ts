import { createHash, randomUUID } from 'node:crypto';
import { canonicalHash } from '#contracts/canonical-hash.js';
import { SAMPLES } from '#contracts/forms/samples.js';
import { makeDistrict } from './district.js';
import type { Branch, District } from './district.js';
import { World } from './world.js';

let world: World;
let home: District;
let shown: string;
let corrected: string;
let secret: string;

const contentOf = (name: string) => ({
  title: '绩效公开',
  fiscalYear: 2023,
  place: 'http://example.gov.cn',
  projects: [{ code: 'P1', name, approvedBudget: '100000.00', target: SAMPLES.target, results: [] }],
});

/** A published version of what a branch's document made public. */
const publish = ({ unit, document }: Branch, name: string, version = 1, by: string | null = null): Promise<string> => {
  const content = contentOf(name);
  return world.insert('publication', {
    ...{ district_id: home.id, fiscal_year: 2023, unit_id: unit, document_id: document, title: '绩效公开', version },
    ...{ content, hash: canonicalHash(content), published_at: `2023-10-0${String(version)}T01:00:00Z` },
    ...(by === null ? {} : { reason: '项目名称有误', corrected_by: by }),
  });
};

beforeAll(async () => {
  world = await World.begin();
  home = await makeDistrict(world, 'home');
  const [first, second] = home.branches;
  shown = await publish(first, '道路养护');
  corrected = await publish(first, '道路养护（更正）', 2, await world.person('bureau', { district_id: home.id }));
  secret = await publish(second, '涉密项目');
  await world.source.query('update budget_unit set classified = true where id = $1', [second.department]);
});
afterAll(() => world.end());

const get = (path: string) => world.anybody().get(`/api/v1/public${path}`);
const raw = (path: string) =>
  get(path)
    .buffer(true)
    .parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (it: Buffer) => parts.push(it)).on('end', () => done(null, Buffer.concat(parts)));
    });

it('lets anybody choose a district, a year and a department, and search', async () => {
  const [first] = home.branches;
  expect((await get('/districts').expect(200)).body.items).toEqual([{ code: 'home', name: 'home区', publications: 1 }]);
  const { body, headers } = await get('/districts/home').expect(200);
  expect(headers['cache-control']).toBe('public, max-age=60, must-revalidate');
  expect(body).toEqual({
    code: 'home',
    name: 'home区',
    years: [{ fiscalYear: 2023, publications: 1 }],
    departments: [{ id: first.department, code: 'D1', name: '第1部门', publications: 1 }],
  });
  const list = async (query: string) => (await get(`/districts/home/publications?${query}`).expect(200)).body.items as { id: string }[];
  for (const query of [
    `q=${encodeURIComponent('更正')}`,
    'q=p1',
    `department=${first.department}`,
    'fiscalYear=2023',
    `unit=${first.unit}`,
  ])
    expect(await list(query)).toEqual([expect.objectContaining({ id: corrected, version: 2, projects: 1, departmentName: '第1部门' })]);
  expect(await list(`q=${encodeURIComponent('没有')}`)).toEqual([]);
  await get('/districts/nowhere/publications').expect(404);
});

it('shows one version with its table and all versions, and gives the very bytes that were hashed', async () => {
  const { body } = await get(`/publications/${shown}`).expect(200);
  expect(body.versions.map((it: { id: string; reason: string | null }) => [it.id, it.reason])).toEqual([
    [shown, null],
    [corrected, '项目名称有误'],
  ]);
  expect(body.table.rows[0].slice(0, 3)).toEqual(['P1', '道路养护', '100000.00']);
  const json = await raw(`/publications/${shown}/content.json`).expect(200);
  expect(
    createHash('sha256')
      .update(json.body as Buffer)
      .digest('hex'),
  ).toBe(body.hash);
  const csv = await raw(`/publications/${shown}/content.csv`).expect(200);
  expect((csv.body as Buffer).toString('utf8')).toMatch(/^\uFEFF项目编码,项目名称,/);
  expect(csv.headers['content-disposition']).toContain('.csv');
});

it('says of a hash or a file which version it is, however the file is laid out', async () => {
  const hash = canonicalHash(contentOf('道路养护'));
  const ask = (body: object) => world.anybody().post('/api/v1/public/verifications').send(body);
  expect((await ask({ hash: hash.toUpperCase() }).expect(200)).body).toMatchObject({ hash, matches: [{ id: shown, newest: false }] });
  expect((await ask({ hash: 'f'.repeat(64) }).expect(200)).body.matches).toEqual([]);
  expect((await ask({ hash: 'short' }).expect(400)).body.errors[0].path).toBe('body.hash');
  const send = (text: string) =>
    world.anybody().post('/api/v1/public/verifications/file').set('content-type', 'application/octet-stream').send(Buffer.from(text));
  const { body } = await send(JSON.stringify(contentOf('道路养护（更正）'), null, 4)).expect(200);
  expect(body.matches).toEqual([expect.objectContaining({ id: corrected, version: 2, newest: true })]);
  expect((await send(JSON.stringify(contentOf('改动过'))).expect(200)).body.matches).toEqual([]);
  await send('x'.repeat(6 * 1024 * 1024)).expect(413);
});

it('has no line, count, name, file or hash of what is classified now', async () => {
  const told = await Promise.all(['/districts', '/districts/home', '/districts/home/publications'].map((it) => get(it)));
  expect(JSON.stringify(told.map(({ body }) => body as unknown))).not.toMatch(/涉密|第2/);
  for (const path of ['', '/content.json', '/content.csv']) await get(`/publications/${secret}${path}`).expect(404);
  const hash = canonicalHash(contentOf('涉密项目'));
  const { body } = await world.anybody().post('/api/v1/public/verifications').send({ hash });
  expect(body.matches).toEqual([]);
  await get(`/publications/${randomUUID()}`).expect(404);
});

it('lets no address take everything', async () => {
  const small = await World.begin({ options: { publicPerMinute: 3 } });
  try {
    for (let i = 0; i < 3; i += 1) await small.anybody().get('/api/v1/public/districts').expect(200);
    const { body } = await small.anybody().get('/api/v1/public/districts').expect(429);
    expect(body.code).toBe('TOO_MANY_REQUESTS');
  } finally {
    await small.end();
  }
});
