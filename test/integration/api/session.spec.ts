import { ensureFirstAdministrator } from '#persistence/access/first-administrator.js';
import { PASSWORD, World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await World.begin();
});
afterAll(() => world.end());

const logIn = (email: string, password: string, on = world) => on.anybody().post('/api/v1/session').send({ email, password });
const emailOf = (person: string): string => `${person}@example.org`;
const cookieOf = (answer: { headers: Record<string, unknown> }): string => (answer.headers['set-cookie'] as string[])[0]!;

it('logs in by e-mail in any case, with an httpOnly cookie that holds no more than a token', async () => {
  const person = await world.person('system');
  const answer = await logIn(emailOf(person).toUpperCase(), PASSWORD).expect(201);
  expect(cookieOf(answer)).toMatch(/^jiheng_session=[\w-]{43}; Path=\/api; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
  expect(answer.body).toMatchObject({ person, grants: [{ role: 'system' }] });
  const cookie = cookieOf(answer).split(';')[0]!;
  const me = await world.anybody().get('/api/v1/session').set({ cookie }).expect(200);
  expect(me.body.csrfToken).toBe(answer.body.csrfToken);
  const stored = await world.source.query('select * from session where person_id = $1', [person]);
  expect(JSON.stringify(stored)).not.toContain(cookie.split('=')[1]);
  await world.anybody().delete('/api/v1/session').set({ cookie }).expect(403);
  await world.anybody().delete('/api/v1/session').set({ cookie, 'x-csrf-token': me.body.csrfToken }).expect(204);
  await world.anybody().get('/api/v1/session').set({ cookie }).expect(401);
});

it('answers an unknown e-mail, a wrong password and an inactive account alike', async () => {
  const [person, inactive] = [await world.person('system'), await world.person('system', {}, { active: false })];
  const answers = [
    await logIn('nobody@example.org', PASSWORD),
    await logIn(emailOf(person), 'wrong'),
    await logIn(emailOf(inactive), PASSWORD),
  ];
  expect(new Set(answers.map(({ status, text }) => `${String(status)} ${text}`)).size).toBe(1);
  expect(answers[0]!.status).toBe(401);
});

it('locks an account for 15 minutes after five failures, also against the right password', async () => {
  const person = await world.person('system');
  for (let i = 0; i < 5; i += 1) await logIn(emailOf(person), 'wrong').expect(401);
  await logIn(emailOf(person), PASSWORD).expect(401);
  const [{ minutes }] = await world.source.query(
    'select round(extract(epoch from locked_until - now()) / 60)::int as minutes from person where id = $1',
    [person],
  );
  expect(minutes).toBe(15);
  await world.source.query(`update person set locked_until = now() - interval '1 second' where id = $1`, [person]);
  await logIn(emailOf(person), PASSWORD).expect(201);
});

it('throttles log-ins by account and by address, and says how long to wait', async () => {
  const strict = await World.begin({ options: { logInLimits: { perAddress: 6, perAccount: 3 } } });
  try {
    for (let i = 0; i < 3; i += 1) await logIn('one@example.org', 'x', strict).expect(401);
    const refused = await logIn('ONE@example.org', 'x', strict).expect(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(800);
    expect(refused.body.code).toBe('TOO_MANY_REQUESTS');
    await logIn('two@example.org', 'x', strict).expect(401);
    await logIn('three@example.org', 'x', strict).expect(401);
    await logIn('four@example.org', 'x', strict).expect(429);
  } finally {
    await strict.end();
  }
});

it('ends sessions by log-out everywhere, a changed password, deactivation and time', async () => {
  const person = await world.person('system');
  const [here, there] = [await world.as(person), await world.as(person)];
  await here.send('post', '/session/password', { current: 'wrong', next: 'a new long password' }).expect(422);
  await here.send('post', '/session/password', { current: PASSWORD, next: 'short' }).expect(400);
  await here.send('post', '/session/password', { current: PASSWORD, next: 'a new long password' }).expect(204);
  await here.send('get', '/session').expect(200);
  await there.send('get', '/session').expect(401);
  await logIn(emailOf(person), 'a new long password').expect(201);
  await here.send('delete', '/sessions').expect(204);
  await here.send('get', '/session').expect(401);
  expect(await world.source.query('select 1 from session where person_id = $1', [person])).toEqual([]);
  const old = await world.as(person);
  await world.source.query(`update session set expires_at = now() - interval '1 second' where person_id = $1`, [person]);
  await old.send('get', '/session').expect(401);
});

it('creates the first administrator once, with a password that is shown once', async () => {
  const empty = await World.begin();
  try {
    const [first, second] = await Promise.all([1, 2].map(() => ensureFirstAdministrator(empty.source, empty.clock)));
    const made = first ?? second;
    expect([first, second].filter((it) => it === null)).toHaveLength(1);
    await logIn(made!.email, made!.password, empty).expect(201);
    expect(await ensureFirstAdministrator(empty.source, empty.clock)).toBeNull();
  } finally {
    await empty.end();
  }
});

it('a role given or taken away holds from the next request', async () => {
  const admin = await world.someone('system');
  const { body: made } = await admin.send('post', '/people', { email: 'new@example.org', name: '新人', district: null }).expect(201);
  const log = await logIn('new@example.org', made.password).expect(201);
  const cookie = cookieOf(log).split(';')[0]!;
  const me = () => world.anybody().get('/api/v1/session').set({ cookie });
  await me().expect(403);
  const given = await admin.send('post', `/people/${made.id}/grants`, { role: 'system' }).expect(201);
  await me().expect(200);
  await admin.send('delete', `/people/${made.id}/grants/${given.body.grants[0].id}`).expect(204);
  await me().expect(403);
  await admin.send('post', `/people/${made.id}/deactivation`).expect(200);
  await me().expect(401);
  const trail = await world.source.query('select type from audit_entry where stream = $1 order by sequence', [`person/${made.id}`]);
  expect(trail.map((it: { type: string }) => it.type)).toEqual(['createPerson', 'addGrant', 'removeGrant', 'deactivatePerson']);
});
