import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Backups } from '#platform/backup/backups.js';
import { eventually } from '../../support/eventually.js';
import { makeDistrict } from './district.js';
import type { District } from './district.js';
import { World } from './world.js';
import type { LoggedIn } from './world.js';

let world: World;
let home: District;
let system: LoggedIn;
let folder: string;
let keys = 0;

const key = (): Record<string, string> => ({ 'idempotency-key': `k${String((keys += 1))}` });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'administration-'));
  const program = join(folder, 'pg_dump');
  await writeFile(program, '#!/bin/sh\nwhile [ "$1" != "-f" ]; do shift; done; echo dumped > "$2"\n');
  await chmod(program, 0o755);
  world = await World.begin({ backups: new Backups({ folder: join(folder, 'kept'), databaseUrl: 'postgresql://a:b@c/d', program }) });
  home = await makeDistrict(world, 'home');
  system = await world.someone('system');
});
afterAll(async () => {
  await world.end();
  await rm(folder, { recursive: true, force: true });
});

/** A letter with one message in this state. */
const letter = async (person: string, status: string): Promise<string> => {
  const at = '2023-03-01T00:00:00Z';
  const mail = await world.insert('mail', { person_id: person, address: 'a@b.cn', subject: '催办', body: '请报送', at });
  await world.source.query(
    `insert into outbox (key, person_id, obligation_id, kind, at, status, attempts, next_attempt_at, mail_id)
     values ($1, $2, $3, 'reminder', $4, $5, 4, $4, $6)`,
    [mail, person, home.branches[0].obligation, at, status, mail],
  );
  return mail;
};
const queued = (mail: string) =>
  world.source.query('select status, attempts, next_attempt_at as at from outbox where mail_id = $1', [mail]) as Promise<object[]>;

it('sends a letter again, whatever became of it, once a request, and the trail says who asked', async () => {
  const person = await world.person('unit', { unit_id: home.branches[0].unit });
  for (const before of ['failed', 'sent', 'pending']) {
    const mail = await letter(person, before);
    const once = key();
    const { body } = await system.send('post', `/mails/${mail}/resend`, undefined, once).expect(200);
    expect(body).toEqual({ mail, address: 'a@b.cn', before, attempts: 4 });
    expect(await queued(mail)).toEqual([{ status: 'pending', attempts: 0, at: new Date(world.clock.at) }]);
    await world.source.query(`update outbox set status = 'sent' where mail_id = $1`, [mail]);
    await system.send('post', `/mails/${mail}/resend`, undefined, once).expect(200);
    expect(await queued(mail)).toMatchObject([{ status: 'sent' }]);
    const trail: object[] = await world.source.query('select actor_id as actor, type from audit_entry where stream = $1', [`mail/${mail}`]);
    expect(trail).toEqual([{ actor: system.person, type: 'resendMail' }]);
  }
});

it('shows in the mail log how each letter stands', async () => {
  const person = await world.person('unit', { unit_id: home.branches[0].unit });
  const mail = await letter(person, 'failed');
  const { body } = await system.send('get', '/mails?status=failed').expect(200);
  expect(body.items).toContainEqual(
    expect.objectContaining({ id: mail, person, personName: expect.any(String) as string, status: 'failed', attempts: 4, subject: null }),
  );
  expect((await system.send('get', '/mails?status=pending').expect(200)).body.items).not.toContainEqual(
    expect.objectContaining({ id: mail }),
  );
  await system.send('get', '/mails?status=lost').expect(400);
});

it('sends nothing to those who are gone, and nothing that does not exist', async () => {
  const gone = await world.person('unit', { unit_id: home.branches[0].unit }, { active: false });
  const mail = await letter(gone, 'failed');
  expect((await system.send('post', `/mails/${mail}/resend`, undefined, key()).expect(409)).body.code).toBe('RECIPIENT_INACTIVE');
  await system.send('post', `/mails/${home.id}/resend`, undefined, key()).expect(404);
  await (await world.someone('bureau', { district_id: home.id })).send('post', `/mails/${mail}/resend`, undefined, key()).expect(403);
});

it('makes, lists, gives and prunes backups, for the system administrator alone', async () => {
  const { body: begun } = await system.send('post', '/backups', undefined, key()).expect(202);
  const list = async () => (await system.send('get', '/backups').expect(200)).body as { available: boolean; items: { state: string }[] };
  await eventually(async () =>
    expect(await list()).toMatchObject({ available: true, items: [{ name: begun.name as string, state: 'done' }] }),
  );
  const file = await system
    .send('get', `/backups/${begun.name as string}/file`)
    .buffer(true)
    .expect(200);
  expect(file.headers['content-disposition']).toContain(begun.name);
  expect(file.headers['cache-control']).toBe('no-store');
  expect(String(file.body)).toBe('dumped\n');
  await system.send('get', '/backups/jiheng-20230101T000001000Z.dump/file').expect(404);
  expect((await system.send('post', '/backups/prune', { keep: 1 }, key()).expect(200)).body).toEqual({ removed: [] });
  await system.send('post', '/backups/prune', { keep: 0 }, key()).expect(400);
  const types: { type: string }[] = await world.source.query(
    `select type from audit_entry where stream = 'system/backups' order by sequence`,
  );
  expect(types.map(({ type }) => type)).toEqual(['startBackup', 'downloadBackup']);
  await (await world.someone('bureau', { district_id: home.id })).send('get', '/backups').expect(403);
});

it('says in one answer how the parts do, and which of them is down', async () => {
  const { body } = await system.send('get', '/system/status').expect(200);
  expect(body).toMatchObject({
    database: { up: true, migration: expect.any(String) as string },
    engine: { up: true },
    queues: { unstarted: 2, outbox: { pending: expect.any(Number) as number } },
    backups: { available: true, running: false, last: { state: 'done' } },
  });
  const lame = await World.begin({ pingEngine: () => Promise.reject(new Error('down')) });
  try {
    const { body: told } = await (await lame.someone('system')).send('get', '/system/status').expect(200);
    expect(told).toMatchObject({ engine: { up: false }, backups: { available: false, last: null } });
    const { body: refused } = await (await lame.someone('system')).send('post', '/backups', undefined, key()).expect(409);
    expect(refused.code).toBe('NO_BACKUP_PROGRAM');
  } finally {
    await lame.end();
  }
});
