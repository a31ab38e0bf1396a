import { chmod, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BackupRunningError, Backups } from './backups.js';
import { findPgDump } from './pg-dump.js';

let folder: string;
let backups: Backups;

/** A program that stands in for pg_dump: it writes what it was asked to the file that it was given. */
const program = async (body: string): Promise<string> => {
  const path = join(folder, 'pg_dump');
  await writeFile(path, `#!/bin/sh\n${body}\n`);
  await chmod(path, 0o755);
  return path;
};
const DUMPS = 'while [ "$1" != "-f" ]; do args="$args $1"; shift; done; echo "$args $PGPASSWORD" > "$2"';
const at = (second: number): Date => new Date(Date.UTC(2023, 0, 1, 0, 0, second));
const kept = () => join(folder, 'kept');

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backups-'));
  backups = new Backups({ folder: kept(), databaseUrl: 'postgresql://me:s%20cret@db.local:5433/jiheng?sslmode=require' });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('keeps a whole dump with its size and hash, and shows the password to no list of processes', async () => {
  const { backup, ended } = await backups.start(await program(DUMPS), at(1));
  expect(backup).toMatchObject({ name: 'jiheng-20230101T000001000Z.dump', state: 'running' });
  await expect(backups.start('unused')).rejects.toThrow(BackupRunningError);
  await ended;
  const [done] = await backups.list();
  expect(done).toMatchObject({ state: 'done', error: null, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
  const text = await readFile(join(kept(), done!.name), 'utf8');
  expect(text.trim()).toBe('-h db.local -p 5433 -U me -d jiheng -w -Fc --no-owner s cret');
  expect(done!.size).toBe(text.length);
});

it('says why one failed, shows one whose process died as interrupted, and keeps the newest whole ones', async () => {
  await (
    await backups.start(await program('echo no such server >&2; exit 1'), at(1))
  ).ended;
  for (const second of [2, 3, 4]) await (await backups.start(await program(DUMPS), at(second))).ended;
  const lost = { startedAt: at(5).toISOString(), finishedAt: null, size: null, sha256: null, error: null };
  await writeFile(join(kept(), 'jiheng-20230101T000005000Z.dump.json'), JSON.stringify(lost));
  expect((await backups.list()).map(({ state }) => state)).toEqual(['interrupted', 'done', 'done', 'done', 'failed']);
  expect((await backups.list()).at(-1)).toMatchObject({ error: 'no such server', size: null });
  expect(await backups.prune(2)).toEqual(['jiheng-20230101T000002000Z.dump', 'jiheng-20230101T000001000Z.dump']);
  expect((await readdir(kept())).filter((it) => it.endsWith('.dump'))).toHaveLength(2);
  expect(await backups.one('../secrets')).toBeNull();
});

it('takes the program that is named, or none', async () => {
  const path = await program(DUMPS);
  expect(await findPgDump({ JIHENG_PG_DUMP: path })).toBe(path);
  expect(await findPgDump({ JIHENG_PG_DUMP: join(folder, 'missing'), PATH: folder })).toBeNull();
});
