import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFiles } from '#platform/files/create-files.js';
import { keyOf } from '#platform/files/file-store.js';
import { readConfiguration } from '#platform/configuration.js';
import type { Configuration } from '#platform/configuration.js';
import { obtainS3Server } from '#tools/s3/server.mjs';
import { S3Server } from '../../support/s3-server.js';
import { giveTask, makeDistrict } from './district.js';
import type { Branch } from './district.js';
import { World } from './world.js';
import type { LoggedIn } from './world.js';

let world: World;
let folder: string;
let server: S3Server;
let first: Branch;
let unit: LoggedIn;
let observer: LoggedIn;
const warnings: string[] = [];

const PDF = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(3_000_000), Buffer.from('\n%%EOF\n')]);
const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const settings = (): Configuration => {
  const { endpoint, bucket, key, secret } = server.settings;
  return readConfiguration({
    JIHENG_FILES: folder,
    JIHENG_S3_ENDPOINT: endpoint,
    JIHENG_S3_BUCKET: bucket,
    JIHENG_S3_KEY: key,
    JIHENG_S3_SECRET: secret,
  });
};

beforeAll(() => obtainS3Server({ progress: (line) => process.stderr.write(`${line}\n`) }), 900_000);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiheng-files-'));
  server = await S3Server.start();
  world = await World.begin({ files: await createFiles(settings(), (line) => warnings.push(line)) });
  const district = await makeDistrict(world, 'home');
  [first] = district.branches;
  unit = await world.someone('unit', { unit_id: first.unit });
  observer = await world.someone('observer', { district_id: district.id });
  await giveTask(world, first, unit.person);
});

afterAll(async () => {
  await world.end();
  await server.end();
  await rm(folder, { recursive: true });
});

const path = (): string => `/documents/${first.document}/attachments`;
const attach = (bytes: Buffer, name: string) =>
  unit
    .send('post', `${path()}?name=${encodeURIComponent(name)}`, undefined, { 'content-type': 'application/octet-stream' })
    .send(bytes as unknown as string);
const download = (id: string) => observer.send('get', `${path()}/${id}`).buffer(true);

it('takes a file through the API into the bucket, once, and gives it back whole', async () => {
  const { body } = await attach(PDF, '验收报告.pdf').expect(201);
  await attach(PDF, '副本.pdf').expect(201);
  expect(await server.kept()).toEqual([sha256Of(PDF)]);
  const file = await download(body.id as string).expect(200);
  expect((file.body as Buffer).equals(PDF)).toBe(true);
  expect(file.headers).toMatchObject({ 'content-type': 'application/pdf', 'content-length': String(PDF.length) });
  expect(await readdir(join(folder, 'incoming'))).toEqual([]);
  expect(warnings).toEqual([]);
});

it('never hands out a damaged file: says so, or breaks off when it had begun', async () => {
  const small = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n');
  const [large, tiny] = [
    (await attach(PDF, '大.pdf').expect(201)).body.id as string,
    (await attach(small, '小.pdf').expect(201)).body.id as string,
  ];
  for (const bytes of [PDF, small]) await writeFile(server.pathOf(keyOf(sha256Of(bytes))), randomBytes(bytes.length));
  const { body } = await download(tiny)
    .expect(500)
    .expect('content-type', /problem\+json/);
  const said = Buffer.isBuffer(body) ? (JSON.parse(body.toString()) as unknown) : (body as unknown);
  expect(said).toMatchObject({ code: 'FILE_LOST', zh: expect.any(String), en: expect.any(String) });
  await expect(Promise.resolve(download(large))).rejects.toThrow(/aborted|hang up|ECONNRESET/);
});

it('answers 503 with a sentence while the service is down, writes nothing, and says so at the start', async () => {
  const { body: kept } = await attach(Buffer.from('%PDF-1.7\nbefore\n%%EOF\n'), '之前.pdf').expect(201);
  await server.kill();
  const refused = await attach(Buffer.from('%PDF-1.7\nmeanwhile\n%%EOF\n'), '其间.pdf').expect(503);
  expect(refused.body).toMatchObject({
    code: 'FILES_UNAVAILABLE',
    zh: '附件存储暂时没有应答，未作任何改动，请稍后再试。',
    en: expect.any(String),
  });
  const { body } = await observer.send('get', `${path()}/${kept.id as string}`).expect(503);
  expect(body).toMatchObject({ code: 'FILES_UNAVAILABLE' });
  const { items } = (await unit.send('get', path()).expect(200)).body as { items: { name: string }[] };
  expect(items.map(({ name }) => name)).not.toContain('其间.pdf');
  await createFiles(settings(), (line) => warnings.push(line));
  expect(warnings).toEqual([expect.stringMatching(/^Attachments: the S3 bucket attachments at http:.* cannot be used: .*ECONNREFUSED/)]);
});
