import { createHash } from 'node:crypto';
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FILE_KINDS } from '#platform/files/file-kinds.js';
import type { FileKind } from '#platform/files/file-kinds.js';
import { DiskFileStore } from '#platform/files/disk-file-store.js';
import { Files } from '#platform/files/files.js';
import { scanBy } from '#platform/files/scan.js';
import { giveTask, makeDistrict } from './district.js';
import type { Branch, District } from './district.js';
import { World } from './world.js';
import type { LoggedIn } from './world.js';

let world: World;
let folder: string;
let district: District;
let first: Branch;
let unit: LoggedIn;
let bureau: LoggedIn;

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n');
const OTHER_PDF = Buffer.concat([PDF, Buffer.from('% another\n')]);
const VIRUS = Buffer.concat([PDF, Buffer.from('% EICAR\n')]);
const UNSCANNABLE = Buffer.concat([PDF, Buffer.from('% SILENT\n')]);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiheng-files-'));
  const scanner = join(folder, 'scanner.sh');
  await writeFile(scanner, '#!/bin/sh\ngrep -q SILENT "$1" && exit 2\ngrep -q EICAR "$1" && exit 1\nexit 0\n');
  await chmod(scanner, 0o755);
  const rules = { kinds: Object.keys(FILE_KINDS) as FileKind[], maxBytes: 5_000, scan: scanBy(scanner) };
  world = await World.begin({ files: new Files(new DiskFileStore(join(folder, 'files')), rules) });
  district = await makeDistrict(world, 'home');
  [first] = district.branches;
  unit = await world.someone('unit', { unit_id: first.unit });
  bureau = await world.someone('bureau', { district_id: district.id });
  await giveTask(world, first, unit.person);
});

afterAll(async () => {
  await world.end();
  await rm(folder, { recursive: true });
});

const path = (document = first.document) => `/documents/${document}/attachments`;
const attach = (who: LoggedIn, bytes: Buffer, name: string, more = '', type = 'application/octet-stream') =>
  who
    .send('post', `${path()}?name=${encodeURIComponent(name)}${more}`, undefined, { 'content-type': type })
    .send(bytes as unknown as string);
const names = async (who: LoggedIn, more = ''): Promise<string[]> =>
  ((await who.send('get', path() + more).expect(200)).body.items as { name: string }[]).map(({ name }) => name);
const stored = async (): Promise<string[]> =>
  (await readdir(join(folder, 'files'), { recursive: true, withFileTypes: true })).filter((it) => it.isFile()).map((it) => it.name);
const trail = async (): Promise<string[]> =>
  (await world.source.query(`select type from audit_entry where stream = $1 order by sequence`, [`document/${first.document}`])).map(
    ({ type }: { type: string }) => type,
  );

it('keeps a file under its hash, and gives it back to whoever sees the document, as something to be saved', async () => {
  const { body } = await attach(unit, PDF, '验收 报告.pdf', '&path=indicators.0.actualValue').expect(201);
  const sha256 = createHash('sha256').update(PDF).digest('hex');
  expect(body).toMatchObject({
    name: '验收 报告.pdf',
    size: PDF.length,
    sha256,
    mediaType: 'application/pdf',
    path: 'indicators.0.actualValue',
  });
  const file = await bureau
    .send('get', `${path()}/${body.id as string}`)
    .buffer(true)
    .expect(200);
  expect(file.body).toEqual(PDF);
  expect(file.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-length': String(PDF.length),
    'content-disposition': `attachment; filename="__ __.pdf"; filename*=UTF-8''%E9%AA%8C%E6%94%B6%20%E6%8A%A5%E5%91%8A.pdf`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
});

it('attaches the same file once, and stores bytes once however often they are attached', async () => {
  const again = await attach(unit, PDF, '验收 报告.pdf', '&path=indicators.0.actualValue').expect(201);
  const elsewhere = await attach(unit, PDF, '副本.pdf').expect(201);
  expect(again.body.id).not.toBe(elsewhere.body.id);
  expect(await names(bureau)).toEqual(['验收 报告.pdf', '副本.pdf']);
  expect(await names(bureau, '?path=indicators.0.actualValue')).toEqual(['验收 报告.pdf']);
  expect(await stored()).toEqual([createHash('sha256').update(PDF).digest('hex')]);
  expect(await trail()).toEqual(['attachFile', 'attachFile']);
});

it.each([
  ['a programme named as a report', Buffer.from('\x7fELF\x02\x01\x01' + '\0'.repeat(60)), '报告.pdf', 422, 'FILE_KIND_REFUSED'],
  [
    'a web page of script',
    Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
    '图.png',
    422,
    'FILE_KIND_REFUSED',
  ],
  ['a report named as a programme', OTHER_PDF, '报告.exe', 422, 'FILE_NAME_UNFIT'],
  ['nothing', Buffer.alloc(0), '空.pdf', 415, 'UNSUPPORTED_MEDIA_TYPE'],
  ['too much', Buffer.concat([PDF, Buffer.alloc(6_000, 0x20)]), '大.pdf', 413, 'TOO_LARGE'],
  ['what the scanner finds', VIRUS, '报告.pdf', 422, 'FILE_INFECTED'],
  ['what the scanner cannot tell', UNSCANNABLE, '报告.pdf', 503, 'UNAVAILABLE'],
  ['a name with a path', PDF, '../../etc/passwd.pdf', 400, 'INVALID'],
])('refuses %s, and nothing stays behind', async (_, bytes, name, status, code) => {
  const before = await stored();
  const { body } = await attach(unit, bytes, name).expect(status);
  expect(body).toMatchObject({ code, zh: expect.any(String), en: expect.any(String) });
  expect(await stored()).toEqual(before);
});

it('takes text in both encodings, and no JSON in place of a file', async () => {
  await attach(unit, Buffer.from('指标,完成值\n里程,10\n'), '完成.csv').expect(201);
  await attach(unit, Buffer.from([0xd6, 0xb8, 0xb1, 0xea, 0x0a]), '国标.txt').expect(201);
  await attach(unit, Buffer.from('{}'), '完成.txt', '', 'application/json').expect(415);
});

it('lets only those attach whose turn it is to file, while the document is with them', async () => {
  const colleague = await world.someone('unit', { unit_id: first.unit });
  expect((await attach(colleague, OTHER_PDF, 'a.pdf').expect(403)).body.code).toBe('NOT_YOUR_DOCUMENT');
  expect((await attach(bureau, OTHER_PDF, 'a.pdf').expect(403)).body.code).toBe('NOT_YOUR_DOCUMENT');
  const observer = await world.someone('observer', { district_id: district.id });
  expect((await attach(observer, OTHER_PDF, 'a.pdf').expect(403)).body.code).toBe('NOT_ALLOWED');
  const stranger = await world.someone('unit', { unit_id: district.branches[1].unit });
  await attach(stranger, OTHER_PDF, 'a.pdf').expect(404);
  await stranger.send('get', path()).expect(404);
  await world.source.query(`update document set status = 'in-review' where id = $1`, [first.document]);
  expect((await attach(unit, OTHER_PDF, 'a.pdf').expect(409)).body.code).toBe('NOT_EDITABLE');
  await world.source.query(`update document set status = 'returned' where id = $1`, [first.document]);
  await attach(unit, OTHER_PDF, 'a.pdf').expect(201);
});

it('takes a file off the document and keeps record and bytes', async () => {
  const { items } = (await unit.send('get', path()).expect(200)).body as { items: { id: string; name: string }[] };
  const { id } = items.find(({ name }) => name === 'a.pdf')!;
  const other = district.branches[1].document;
  await unit.send('delete', `${path(other)}/${id}`).expect(404);
  await unit.send('delete', `${path()}/${id}`).expect(204);
  await unit.send('delete', `${path()}/${id}`).expect(404);
  expect(await names(unit)).not.toContain('a.pdf');
  expect(await names(unit, '?detached=true')).toContain('a.pdf');
  expect((await bureau.send('get', `${path()}/${id}`).buffer(true).expect(200)).body).toEqual(OTHER_PDF);
  expect((await trail()).at(-1)).toBe('detachFile');
});

it('pages by key', async () => {
  const one = (await unit.send('get', `${path()}?limit=1`).expect(200)).body as { items: unknown[]; next: string };
  const two = (await unit.send('get', `${path()}?limit=1&cursor=${one.next}`).expect(200)).body as { items: unknown[] };
  expect(two.items).toHaveLength(1);
  expect(two.items).not.toEqual(one.items);
});
