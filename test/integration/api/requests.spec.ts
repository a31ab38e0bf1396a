import fc from 'fast-check';
import { ROUTES } from '#contracts/api/routes.js';
import { makeDistrict } from './district.js';
import type { District } from './district.js';
import { World } from './world.js';
import type { LoggedIn } from './world.js';

let world: World;
let district: District;
let bureau: LoggedIn;
let system: LoggedIn;

beforeAll(async () => {
  world = await World.begin({ options: { checkAnswers: false } });
  district = await makeDistrict(world, 'home');
  bureau = await world.someone('bureau', { district_id: district.id });
  system = await world.someone('system');
});
afterAll(() => world.end());

describe('problems', () => {
  it('are problem+json in both languages, the reader’s own first', async () => {
    const answer = await bureau.send('get', '/projects?limit=0&colour=red', undefined, { 'accept-language': 'en' }).expect(400);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.body).toMatchObject({
      type: 'urn:jiheng:problem:invalid',
      status: 400,
      code: 'INVALID',
      detail: '请求内容有误，原因见所列各项。',
      errors: [
        { path: 'query.limit', code: 'too_small', zh: expect.stringContaining('1') as string, en: expect.stringContaining('1') as string },
        { path: 'query', code: 'unrecognized_keys' },
      ],
    });
    const english = await world.as(await world.person('bureau', { district_id: district.id }, { language: 'en' }));
    expect((await english.send('get', '/projects?limit=0').expect(400)).body.detail).toBe(
      'The request is not valid, for the reasons listed.',
    );
    expect((await world.anybody().get('/api/v1/tasks').set('accept-language', 'en').expect(401)).body.detail).toBe('Please log in.');
  });

  it('say 404, 405, 413, 415 and malformed JSON as such', async () => {
    await bureau.send('get', '/nowhere').expect(404);
    await bureau.send('get', `/documents/not-an-id`).expect(404);
    const wrong = await bureau.send('put', '/campaigns', {}).expect(405);
    expect(wrong.headers['allow']).toBe('GET, POST');
    expect(wrong.body.code).toBe('METHOD_NOT_ALLOWED');
    await bureau.send('post', '/policies', { yaml: 'x'.repeat(1_100_000) }).expect(413);
    await bureau.send('post', '/policies', undefined, { 'content-type': 'text/yaml' }).send('a: b').expect(415);
    const broken = await bureau.send('post', '/policies', undefined, { 'content-type': 'application/json' }).send('{"yaml":').expect(400);
    expect(broken.body.code).toBe('MALFORMED_JSON');
    const latin = { 'content-type': 'application/json; charset=latin1' };
    await bureau.send('post', '/policies', undefined, latin).send('{}').expect(415);
  });

  it('take 10 MB for an import and no more', async () => {
    const big = (size: number) => ({ source: 'x'.repeat(size) });
    expect((await bureau.send('post', '/imports', big(5_000_000))).status).toBe(400);
    await bureau.send('post', '/imports', big(11_000_000)).expect(413);
  });

  it('security headers are set, and nothing else may read', async () => {
    const { headers } = await world.anybody().get('/api/v1/health').set('origin', 'https://elsewhere.example').expect(200);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
    expect(headers['access-control-allow-origin']).toBeUndefined();
    expect(headers['x-powered-by']).toBeUndefined();
  });
});

describe('lists', () => {
  const codes = async (query: string): Promise<string[]> =>
    ((await bureau.send('get', `/projects?${query}`).expect(200)).body.items as { code: string }[]).map(({ code }) => code);

  beforeAll(async () => {
    const [{ unit, department }] = district.branches;
    await world.source.query(
      `insert into project (id, district_id, fiscal_year, unit_id, department_id, code, name, attribute, class)
       select gen_random_uuid(), $1, 2023, $2, $3, 'Z' || lpad(i::text, 3, '0'), case when i % 10 = 0 then '智慧水务' else '绿化' end || i, 'new', 'ordinary'
       from generate_series(1, 120) i`,
      [district.id, unit, department],
    );
  });

  it('page through everything once, upwards and downwards', async () => {
    for (const sort of ['code', '-code']) {
      const seen: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const { body } = await bureau.send('get', `/projects?limit=50&sort=${sort}${cursor === '' ? '' : `&cursor=${cursor}`}`).expect(200);
        seen.push(...body.items.map((it: { code: string }) => it.code));
        cursor = body.next as string | null;
      }
      expect(seen).toHaveLength(122);
      const sorted = [...new Set(seen)].sort();
      expect(seen).toEqual(sort === 'code' ? sorted : sorted.reverse());
    }
  });

  it('find projects by two characters of their name, by one, by code, and by wildcards literally', async () => {
    expect(await codes('q=水务')).toHaveLength(12);
    expect(await codes('q=智')).toHaveLength(12);
    expect(await codes('q=z01')).toHaveLength(10);
    expect(await codes('q=%25')).toEqual([]);
    expect(await codes(`q=${encodeURIComponent('水务40')}`)).toEqual(['Z040']);
  });

  it('refuse cursors that are none, of another sort, or tampered with', async () => {
    const { body } = await bureau.send('get', '/projects?limit=5').expect(200);
    const forged = (it: unknown) => Buffer.from(JSON.stringify(it)).toString('base64url');
    for (const cursor of [
      'x',
      body.next.slice(0, -3),
      forged(['code', 'a']),
      forged(['code', 'a', 'b']),
      forged(['code', { a: 1 }, 'b']),
      forged(null),
    ]) {
      expect((await bureau.send('get', `/projects?cursor=${cursor}`).expect(400)).body.code).toBe('BAD_CURSOR');
    }
    await bureau.send('get', `/projects?sort=-code&cursor=${body.next}`).expect(400);
    await bureau.send('get', `/obligations?cursor=${forged(['dueAt', '2023-99-99 00:00:00+00', district.id])}`).expect(400);
  });

  it('metrics are for the system administrator and count operations', async () => {
    const { text } = await system.send('get', '/metrics').expect(200);
    expect(text).toContain('jiheng_http_request_seconds_count{operation="listProjects",status="200"}');
  });
});

it('every look at a campaign is answered', async () => {
  const wrong: string[] = [];
  for (const { id, path } of ROUTES.filter((it) => it.method === 'get' && /^[^{]*\{campaign\}[^{]*$/.test(it.path))) {
    const { status, text } = await bureau.send('get', path.replace('{campaign}', district.campaign));
    if (status >= 500) wrong.push(`${id}: ${String(status)} ${text}`);
  }
  expect(wrong).toEqual([]);
}, 120_000);

/** Whatever is sent, the answer is a verdict: never a failure inside, and never a change. */
it('no input makes a failure inside', async () => {
  const odd = fc.oneof(
    fc.constantFrom(
      '',
      '\u0000',
      '..',
      '%',
      "'",
      '";drop table person;--',
      '2023-02-30',
      '0',
      '-1',
      '1e309',
      'null',
      '𠮷',
      'a'.repeat(300),
    ),
    fc.string({ unit: 'binary', maxLength: 20 }),
  );
  const value = fc.oneof(
    odd,
    fc.jsonValue({ maxDepth: 3 }),
    fc.constant(district.id),
    fc.constant([{ id: district.branches[0].document }]),
  );
  const routes = ROUTES.filter(
    ({ id }) => !['logIn', 'changePassword', 'getHealth', 'getMetrics', 'logOut', 'logOutEverywhere'].includes(id),
  );
  const request = fc.nat(routes.length - 1).chain((n) => {
    const spec = routes[n]!;
    const fields = (shape: object): fc.Arbitrary<Record<string, unknown>> =>
      fc.dictionary(fc.oneof(fc.constantFrom(...[...Object.keys(shape), 'x']), odd), value, { maxKeys: 6 });
    const body = spec.body && 'shape' in spec.body ? fields(spec.body.shape as object) : fc.jsonValue();
    return fc.record({
      operation: fc.constant(spec.id),
      params: fc.array(fc.oneof(odd, fc.constantFrom(district.campaign, district.branches[0].document, district.branches[0].obligation)), {
        minLength: 3,
        maxLength: 3,
      }),
      query: fields(spec.query?.shape ?? {}),
      body: fc.oneof(body, fc.jsonValue()),
      header: odd,
    });
  });
  await fc.assert(
    fc.asyncProperty(request, async ({ operation, params, query, body, header }) => {
      const spec = routes.find(({ id }) => id === operation)!;
      let next = 0;
      const path = spec.path.replace(/\{\w+\}/g, () => encodeURIComponent(params[next++]!) || 'x');
      const text = Object.entries(query).map(
        ([name, it]) => `${encodeURIComponent(name)}=${encodeURIComponent(typeof it === 'string' ? it : JSON.stringify(it))}`,
      );
      const ascii = header.replace(/[^\x20-\x7e]/g, 'x');
      const headers = { 'if-match': ascii, 'idempotency-key': ascii };
      const caller = spec.tag === 'people' ? system : bureau;
      const sent = caller.send(spec.method, `${path}?${text.join('&')}`, undefined, headers);
      const answer =
        spec.method === 'get' ? await sent : await sent.set('content-type', 'application/json').send(JSON.stringify(body) ?? 'x');
      if (answer.status >= 500) throw new Error(`${spec.id}: ${String(answer.status)} ${answer.text}`);
    }),
    { numRuns: 400 },
  );
}, 120_000);
