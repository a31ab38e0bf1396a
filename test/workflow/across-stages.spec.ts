import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplication } from '@nestjs/common';
import request from 'supertest';
import type { Test } from 'supertest';
import { WebhookSender } from '#activities/notification/webhook-sender.js';
import { createApi } from '#api/create-api.js';
import { Sessions } from '#api/session/sessions.js';
import type { Method } from '#contracts/api/route.js';
import { SAMPLES } from '#contracts/forms/samples.js';
import { verifyAudit } from '#persistence/audit/verify-audit.js';
import { WebhookRepository } from '#persistence/notification/webhook.repository.js';
import { DiskFileStore } from '#platform/files/disk-file-store.js';
import { Files } from '#platform/files/files.js';
import { LaunchedYear } from '../support/launched-year.js';
import type { Owed } from '../support/launched-year.js';
import { openVirtualOffice } from '../support/virtual-office.js';
import type { VirtualOffice } from '../support/virtual-office.js';

const FILING = { stage: 'target-filing', opens: '2023-03-01', due: '2023-03-31', chain: 'filing', ladder: 'standard' } as const;
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n');

let office: VirtualOffice;
let year: LaunchedYear;
let folder: string;
let api: INestApplication;
let owed: readonly Owed[];
const posted: string[] = [];
const robot = createServer((asked, answer) => {
  const chunks: Buffer[] = [];
  asked.on('data', (chunk: Buffer) => chunks.push(chunk));
  asked.on('end', () => {
    posted.push(Buffer.concat(chunks).toString('utf8'));
    answer.end('{"errcode":0}');
  });
});

beforeAll(async () => {
  office = await openVirtualOffice('2023-03-01T08:00');
  folder = await mkdtemp(join(tmpdir(), 'jiheng-files-'));
  await new Promise<void>((resolve) => robot.listen(0, '127.0.0.1', resolve));
  const files = new Files(new DiskFileStore(folder), { kinds: ['pdf'], maxBytes: 10_000 });
  const { source: dataSource, engine, clock } = office;
  const options = { checkAnswers: true, webhookHosts: ['127.0.0.1'], publicUrl: 'https://jiheng.example' };
  api = await createApi({ dataSource, engine, clock, files, options }, false);
  year = await LaunchedYear.launch(office, [FILING]);
  await year.isOpen('target-filing');
  owed = await year.owed('target-filing');
});

afterAll(async () => {
  expect((await verifyAudit(office.source)).breaches).toEqual([]);
  await api.close();
  await office.close();
  await rm(folder, { recursive: true });
  robot.close();
});

type Send = (method: Method, path: string, body?: unknown, headers?: Record<string, string>) => Test;
const as = async (person: string): Promise<Send> => {
  const { token, visit } = await api.get(Sessions).open(person);
  return (method, path, body, headers = {}) => {
    const asked = request(api.getHttpServer())[method](`/api/v1${path}`);
    const session = { cookie: `jiheng_session=${token}`, 'x-csrf-token': visit.csrfToken, 'idempotency-key': randomUUID() };
    void asked.set({ ...session, ...headers });
    return body === undefined ? asked : asked.send(body as object);
  };
};
const attach = (who: Send, document: string, name: string): Test =>
  who('post', `/documents/${document}/attachments?name=${encodeURIComponent(name)}`, undefined, {
    'content-type': 'application/octet-stream',
  }).send(PDF as unknown as string);
const kinds = async (who: Send): Promise<string[]> => {
  const { body } = await who('get', '/notifications?unread=true').expect(200);
  return (body as { items: { kind: string }[] }).items.map(({ kind }) => kind);
};
const save = async (who: Send, document: string): Promise<void> => {
  const { headers } = await who('get', `/documents/${document}`).expect(200);
  await who('put', `/documents/${document}/content`, SAMPLES.target, { 'if-match': headers['etag'] as string }).expect(200);
};

it('a target with evidence is commented on, returned, disputed, corrected and filed again, and everybody is told on the screen', async () => {
  const { documents, debtor, department } = owed[0]!;
  const [document] = documents as [string];
  const [filer, reviewer] = [await as(debtor), await as(department)];
  await filer('post', '/notifications/read', { until: '2023-03-02T00:00:00+08:00' }).expect(200);
  const { body: first } = await attach(filer, document, '测算依据.pdf').expect(201);
  await save(filer, document);
  await filer('post', '/documents/submit', { documents: [{ id: document }] }).expect(200);
  // What is in review stays as it was filed.
  expect((await attach(filer, document, '补充.pdf').expect(409)).body.code).toBe('NOT_EDITABLE');
  await filer('delete', `/documents/${document}/attachments/${first.id as string}`).expect(409);
  await reviewer('get', `/documents/${document}/attachments/${first.id as string}`).expect(200);

  const said = { text: '里程与附件不符', path: 'indicators.0.targetValue', mentions: [debtor] };
  const { body: comment } = await reviewer('post', `/documents/${document}/comments`, said).expect(201);
  const back = { documents: [{ id: document }], verdict: 'return', reasons: [{ document, text: '请按批注更正' }] };
  expect((await reviewer('post', '/documents/review', back).expect(200)).body).toMatchObject({ done: 1 });
  expect(await kinds(filer)).toEqual(expect.arrayContaining(['mentioned', 'returned']));

  const objection = { text: '附件第 3 页已列明，不同意更正', replyTo: comment.id, mentions: [] };
  await filer('post', `/documents/${document}/comments`, objection).expect(201);
  expect(await kinds(reviewer)).toContain('replied');
  await reviewer('put', `/documents/${document}/comments/${comment.id as string}/resolution`, { resolved: true }).expect(200);
  await attach(filer, document, '补充.pdf').expect(201);
  await filer('post', '/documents/submit', { documents: [{ id: document }] }).expect(200);
  expect((await filer('get', `/documents/${document}`).expect(200)).body).toMatchObject({ status: 'in-review', round: 2 });
  expect((await reviewer('get', `/documents/${document}/attachments`).expect(200)).body.items).toHaveLength(2);
});

it('who is late stands on the board, is reminded by one click, and the robot says so', async () => {
  const [, late] = owed as [Owed, Owed, Owed];
  const [bureau, debtor] = [await as(year.bureau), await as(late.debtor)];
  const address = `http://127.0.0.1:${String((robot.address() as AddressInfo).port)}/`;
  const wish = { district: year.district, name: '绩效科群', url: address, format: 'wecom', kinds: ['overdue'] };
  await bureau('post', '/webhooks', wish).expect(201);
  const { body: feed } = await debtor('post', '/calendar-feed').expect(201);
  const calendar = async (): Promise<string> =>
    (
      await request(api.getHttpServer())
        .get((feed as { url: string }).url.replace('https://jiheng.example', ''))
        .expect(200)
    ).text;
  expect(await calendar()).toContain('DTEND;TZID=Asia/Shanghai:20230401T000000');

  await office.moveTo('2023-04-03T10:00', ...owed.map(({ obligation }) => `obligation/${obligation}`));
  const { body: board } = await bureau('get', `/campaigns/${year.campaign}/not-submitted?limit=10`).expect(200);
  expect((board as { items: { obligation: string }[] }).items.map(({ obligation }) => obligation)).toContain(late.obligation);
  expect(await kinds(debtor)).toContain('overdue');
  await debtor('post', '/notifications/read', { until: '2023-04-30T00:00:00+08:00' }).expect(200);

  const click = { obligations: [late.obligation] };
  const { body } = await bureau('post', `/campaigns/${year.campaign}/not-submitted/remind`, click).expect(200);
  expect(body).toMatchObject({ done: late.documents.length, refused: 0 });
  expect(await kinds(debtor)).toEqual(['reminder']);

  const sender = new WebhookSender(office.source, new WebhookRepository(), { publicUrl: 'https://jiheng.example', hosts: ['127.0.0.1'] });
  expect(await sender.drain(office.clock.now())).toEqual({ sent: 1, failed: 0 });
  expect(posted.join()).toContain('逾期催办');

  await bureau('post', `/obligations/${late.obligation}/move-deadline`, { dueOn: '2023-04-14', reason: '系统升级' }).expect(200);
  expect(await calendar()).toEqual(expect.stringContaining('DTEND;TZID=Asia/Shanghai:20230415T000000'));
  expect(await calendar()).toContain('SEQUENCE:2');
});
