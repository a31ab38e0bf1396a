import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { DiskFileStore } from './disk-file-store.js';

let folder: string;
let store: DiskFileStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiheng-store-'));
  store = new DiskFileStore(folder);
});
afterEach(() => rm(folder, { recursive: true }));

const incoming = (): Promise<string[]> => readdir(join(folder, 'incoming'));

it('keeps bytes under their hash, once', async () => {
  const files = [
    await store.take(Readable.from([Buffer.from('a'), Buffer.from('bc')]), 10),
    await store.take(Readable.from([Buffer.from('abc')]), 10),
  ];
  for (const file of files) await file.keep();
  const sha256 = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
  expect(files.map((it) => [it.sha256, it.size])).toEqual([
    [sha256, 3],
    [sha256, 3],
  ]);
  expect(await text(await store.read(sha256))).toBe('abc');
  expect((await readdir(folder)).sort()).toEqual(['ba', 'incoming']);
  expect(await incoming()).toEqual([]);
});

it('leaves nothing of a file that is too large or that breaks off', async () => {
  const broken = new Readable({ read: () => undefined });
  broken.push('abc');
  setImmediate(() => broken.destroy(new Error('aborted')));
  await expect(store.take(broken, 10)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  await expect(store.take(Readable.from([Buffer.alloc(11)]), 10)).rejects.toMatchObject({ code: 'TOO_LARGE' });
  expect(await incoming()).toEqual([]);
});

it('sweeps what a crash left more than a day ago', async () => {
  const [old, fresh] = [
    await store.take(Readable.from([Buffer.from('old')]), 10),
    await store.take(Readable.from([Buffer.from('new')]), 10),
  ];
  await utimes(old.path, 0, 0);
  await store.sweep();
  expect(await incoming()).toEqual([fresh.path.split('/').at(-1)]);
});
