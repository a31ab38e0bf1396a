import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { obtainS3Server } from '#tools/s3/server.mjs';
import { DiskFileStore } from '#platform/files/disk-file-store.js';
import { keyOf } from '#platform/files/file-store.js';
import type { FileStore } from '#platform/files/file-store.js';
import { Files } from '#platform/files/files.js';
import { S3FileStore } from '#platform/files/s3-file-store.js';
import { Between } from '../../support/between.js';
import { S3Server } from '../../support/s3-server.js';

/** A store, and what a test does to it behind its back. */
interface Rig {
  readonly store: FileStore;
  kept(): Promise<string[]>;
  pathOf(key: string): string;
  breakDown(): Promise<void>;
}

const MOST = 20_000_000;
/** No test fails because the machine is slow for a moment. */
const PATIENCE = { connect: 30_000, silence: 30_000 };
const namesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((it) => it.isFile()).map((it) => it.name);
const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

let folder: string;
let server: S3Server | undefined;
let between: Between | undefined;
const servers = () => ({ server: server!, between: between! });

const onDisk = async (): Promise<Rig> => {
  const files = join(folder, 'files');
  const kept = async () => (await namesIn(files).catch(() => [])).filter((it) => it.length === 64);
  const breakDown = async () => {
    await rm(files, { recursive: true, force: true });
    await writeFile(files, 'The disk is not mounted.');
  };
  return { store: new DiskFileStore(files), kept, pathOf: (key) => join(files, key), breakDown };
};

const inBucket = async (): Promise<Rig> => {
  server = await S3Server.start();
  const { settings } = server;
  between = await Between.begin(settings.endpoint);
  const store = new S3FileStore({ ...settings, endpoint: between.address }, join(folder, 'files', 'incoming'), PATIENCE);
  return { store, kept: () => server!.kept(), pathOf: (key) => server!.pathOf(key), breakDown: () => server!.kill() };
};

const incoming = (): Promise<string[]> => readdir(join(folder, 'files', 'incoming')).catch(() => []);

const keep = async (store: FileStore, bytes: Buffer): Promise<string> => {
  const file = await store.take(Readable.from([bytes.subarray(0, 3), bytes.subarray(3)]), MOST);
  try {
    await file.keep();
    return file.sha256;
  } finally {
    await file.discard();
  }
};

beforeAll(() => obtainS3Server({ progress: (line) => process.stderr.write(`${line}\n`) }), 900_000);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiheng-store-'));
});
afterEach(async () => {
  await between?.end();
  await server?.end();
  [between, server] = [undefined, undefined];
  await rm(folder, { recursive: true, force: true });
});

describe.each([
  ['a folder', onDisk],
  ['a bucket of S3', inBucket],
])('attachments in %s', (_, begin) => {
  it('keeps bytes under their hash and gives them back', async () => {
    const { store, kept } = await begin();
    await store.check();
    for (const bytes of [Buffer.from('绩效'), randomBytes(6_000_000)]) {
      const sha256 = await keep(store, bytes);
      expect(sha256).toBe(hashOf(bytes));
      expect((await buffer(await store.read(sha256))).equals(bytes)).toBe(true);
    }
    expect(await kept()).toHaveLength(2);
    expect(await incoming()).toEqual([]);
  });

  it('keeps the same bytes once, also when several bring them at once, and never writes over what is there', async () => {
    const { store, kept, pathOf } = await begin();
    const bytes = randomBytes(200_000);
    const hashes = await Promise.all(Array.from({ length: 4 }, () => keep(store, bytes)));
    expect(await kept()).toEqual([hashOf(bytes)]);
    expect(new Set(hashes)).toEqual(new Set(await kept()));
    const written = await stat(pathOf(keyOf(hashOf(bytes))));
    await keep(store, bytes);
    expect(await stat(pathOf(keyOf(hashOf(bytes))))).toMatchObject({ ino: written.ino, mtimeMs: written.mtimeMs });
    expect((await buffer(await store.read(hashOf(bytes)))).equals(bytes)).toBe(true);
    expect(await incoming()).toEqual([]);
  });

  it('says of what was never kept, or is kept no longer, that it is lost', async () => {
    const { store, pathOf } = await begin();
    const sha256 = await keep(store, Buffer.from('once'));
    await expect(store.read(hashOf(Buffer.from('never')))).rejects.toMatchObject({ code: 'FILE_LOST' });
    await rm(pathOf(keyOf(sha256)));
    await expect(store.read(sha256)).rejects.toMatchObject({ code: 'FILE_LOST' });
  });

  it('leaves nothing of what breaks off or is too large', async () => {
    const { store, kept } = await begin();
    const broken = new Readable({ read: () => undefined });
    broken.push('abc');
    setImmediate(() => broken.destroy(new Error('aborted')));
    await expect(store.take(broken, MOST)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(store.take(Readable.from([Buffer.alloc(11)]), 10)).rejects.toMatchObject({ code: 'TOO_LARGE' });
    expect([...(await kept()), ...(await incoming())]).toEqual([]);
  });

  it.each([
    ['small', 100],
    ['large', 3_000_000],
  ])('does not give a %s file for whole whose bytes have another hash', async (_, size) => {
    const { store, pathOf } = await begin();
    const sha256 = await keep(store, randomBytes(size));
    const damaged = randomBytes(size);
    await writeFile(pathOf(keyOf(sha256)), damaged);
    const given: Buffer[] = [];
    const reading = (async () => {
      for await (const chunk of await new Files(store, { kinds: [], maxBytes: MOST }).read(sha256)) given.push(chunk as Buffer);
    })();
    await expect(reading).rejects.toMatchObject({ code: 'FILE_LOST' });
    expect(Buffer.concat(given).length).toBeLessThan(size);
  });

  it('says that it does not answer while it is down, and keeps nothing', async () => {
    const { store, breakDown } = await begin();
    const sha256 = await keep(store, Buffer.from('before'));
    await breakDown();
    await expect(keep(store, Buffer.from('meanwhile'))).rejects.toMatchObject({ code: 'FILES_UNAVAILABLE', cause: expect.anything() });
    await expect(store.read(sha256)).rejects.toMatchObject({ code: 'FILES_UNAVAILABLE' });
    await expect(store.check()).rejects.toThrow();
    expect(await incoming()).toEqual([]);
  });
});

describe('attachments in a bucket of S3, besides', () => {
  it('has nothing of a file whose sending breaks off half way, and takes it when it is sent again', async () => {
    const { store, kept } = await inBucket();
    const bytes = randomBytes(8_000_000);
    servers().between.cutAfter = 1_000_000;
    await expect(keep(store, bytes)).rejects.toMatchObject({ code: 'FILES_UNAVAILABLE' });
    expect(await kept()).toEqual([]);
    await expect(store.read(hashOf(bytes))).rejects.toMatchObject({ code: 'FILE_LOST' });
    servers().between.cutAfter = undefined;
    await keep(store, bytes);
    expect((await buffer(await store.read(hashOf(bytes)))).equals(bytes)).toBe(true);
  });

  it('takes the refusal of a key that is there for what it is: somebody was faster', async () => {
    const { store, pathOf } = await inBucket();
    const bytes = randomBytes(100_000);
    const at = pathOf(keyOf(await keep(store, bytes)));
    const written = await stat(at);
    servers().between.hides = true;
    await keep(store, bytes);
    expect(await stat(at)).toMatchObject({ ino: written.ino, mtimeMs: written.mtimeMs });
  });

  it('is refused by the service when the bytes changed after they were looked at', async () => {
    const { store, kept } = await inBucket();
    const file = await store.take(Readable.from([Buffer.from('what was scanned')]), MOST);
    await writeFile(file.path, 'what was not yet');
    await expect(file.keep()).rejects.toMatchObject({ code: 'FILES_UNAVAILABLE' });
    expect(await kept()).toEqual([]);
  });

  it('does not wait for ever for a service that takes connections and says nothing', async () => {
    const { store } = await inBucket();
    const { settings } = servers().server;
    const hasty = new S3FileStore(settings, join(folder, 'files', 'incoming'), { ...PATIENCE, silence: 300 });
    servers().server.pause();
    await expect(keep(hasty, Buffer.from('meanwhile'))).rejects.toMatchObject({ code: 'FILES_UNAVAILABLE' });
    servers().server.resume();
    await keep(store, Buffer.from('meanwhile'));
  });

  it('says which bucket does not answer', async () => {
    const { store } = await inBucket();
    expect(store.description).toContain('S3 bucket attachments at http://127.0.0.1:');
    const other = new S3FileStore({ ...servers().server.settings, bucket: 'nobody-made-it' }, join(folder, 'files', 'incoming'), PATIENCE);
    await expect(other.check()).rejects.toThrow('it answered 404, there is no such bucket');
    const stranger = new S3FileStore({ ...servers().server.settings, secret: 'guessed' }, join(folder, 'files', 'incoming'), PATIENCE);
    await expect(stranger.check()).rejects.toThrow('it answered 403, key and secret are refused');
    await expect(keep(other, Buffer.from('x'))).rejects.toMatchObject({ code: 'FILES_UNAVAILABLE' });
    await expect(other.read(hashOf(Buffer.from('x')))).rejects.toMatchObject({ code: 'FILES_UNAVAILABLE' });
  });
});
