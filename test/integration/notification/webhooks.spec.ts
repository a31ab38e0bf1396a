import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Logger } from '@nestjs/common';
import { WebhookSender } from '#activities/notification/webhook-sender.js';
import { OutboxRepository } from '#persistence/notification/outbox.repository.js';
import { WebhookRepository } from '#persistence/notification/webhook.repository.js';
import { eventually } from '../../support/eventually.js';
import { makeDistrict } from '../api/district.js';
import type { District } from '../api/district.js';
import { World } from '../api/world.js';
import type { LoggedIn } from '../api/world.js';

interface Received {
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A real HTTP server whose answer can be set. */
class Robot {
  readonly received: Received[] = [];
  answer = { status: 200, body: '{"errcode":0,"errmsg":"ok"}', headers: {} };
  private readonly server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      this.received.push({ url: request.url!, headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
      response.writeHead(this.answer.status, this.answer.headers).end(this.answer.body);
    });
  });

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  close = (): Promise<void> => new Promise((resolve) => this.server.close(() => resolve()));
}

const SECRET = 'a secret of some length';
let world: World;
let district: District;
let bureau: LoggedIn;
let robot: Robot;
let host: string;
let sender: WebhookSender;

beforeAll(async () => {
  Logger.overrideLogger(false);
  robot = new Robot();
  host = await robot.open();
  world = await World.begin({ options: { webhookHosts: [host] } });
  district = await makeDistrict(world, 'home');
  bureau = await world.someone('bureau', { district_id: district.id });
  sender = new WebhookSender(world.source, new WebhookRepository(), { publicUrl: 'https://jiheng.example', hosts: [host] });
});
afterAll(async () => {
  await world.end();
  await robot.close();
});
beforeEach(async () => {
  robot.received.length = 0;
  robot.answer = { status: 200, body: '{"errcode":0,"errmsg":"ok"}', headers: {} };
  await world.source.query('delete from webhook');
});

const wish = (more: object = {}) => ({
  district: district.id,
  name: '绩效科群',
  url: `http://${host}/hook?key=k-1`,
  format: 'json',
  secret: SECRET,
  kinds: ['returned', 'overdue'],
  ...more,
});
const create = async (more: object = {}): Promise<string> => {
  const { body } = await bureau.send('post', '/webhooks', wish(more)).expect(201);
  return (body as { id: string }).id;
};

let serial = 0;
const message = (kind: string, obligation: string, person = bureau.person) => ({
  key: `hook:${String((serial += 1))}`,
  person,
  obligation,
  kind,
  at: new Date('2023-03-16T09:00:00+08:00'),
  detail: { documents: [district.branches[0].document] },
});
const write = (...messages: ReturnType<typeof message>[]): Promise<void> =>
  world.source.transaction((manager) => new OutboxRepository().put(manager, messages));
/** Waits until the sender may read what is written: other databases of the server have transactions under way too, and it reads up to the oldest. */
const readable = (): Promise<void> =>
  eventually(async () => {
    const waiting = 'select key from outbox where written_in >= pg_snapshot_xmin(pg_current_snapshot())';
    expect(await world.source.query(waiting)).toEqual([]);
  });
const tell = async (...messages: ReturnType<typeof message>[]): Promise<void> => {
  await write(...messages);
  await readable();
};
const at = (clock: string): number => Date.parse(`2023-03-16T${clock}:00+08:00`);
const deliveries = async (id: string): Promise<{ status: string; attempts: number; response: string }[]> =>
  (await bureau.send('get', `/webhooks/${id}/deliveries?sort=createdAt`).expect(200)).body.items;

describe('a signed webhook', () => {
  it('gets what was chosen, of its own district, once for however many people were told', async () => {
    const [first, second] = district.branches;
    await tell(message('overdue', first.obligation));
    await create();
    const away = await makeDistrict(world, `away-${String((serial += 1))}`);
    await tell(
      message('overdue', first.obligation),
      message('overdue', first.obligation, (await world.someone('unit', { unit_id: first.unit })).person),
      message('returned', second.obligation),
      message('opened', second.obligation),
      message('overdue', away.branches[0].obligation),
    );
    expect(await sender.drain(at('09:01'))).toEqual({ sent: 1, failed: 0 });
    expect(await sender.drain(at('09:02'))).toEqual({ sent: 0, failed: 0 });
    const [{ headers, body, url }] = robot.received as [Received];
    expect(url).toBe('/hook?key=k-1');
    const told = JSON.parse(body) as { delivery: string; events: object[] };
    expect(told.events).toEqual([
      expect.objectContaining({ kind: 'overdue', zh: '逾期催办', obligation: first.obligation, unit: '第1单位', documents: 1 }),
      expect.objectContaining({ kind: 'returned', link: `https://jiheng.example/obligations/${second.obligation}`, dueOn: '2023-03-15' }),
    ]);
    const timestamp = String(headers['x-jiheng-timestamp']);
    expect(Math.abs(Date.now() / 1000 - Number(timestamp))).toBeLessThan(60);
    const signature = createHmac('sha256', SECRET).update(`${timestamp}.${body}`).digest('hex');
    expect(headers).toMatchObject({ 'x-jiheng-signature': `v1=${signature}`, 'x-jiheng-delivery': told.delivery });
  });

  it('tries again, later each time, under the same id, and records each answer', async () => {
    const id = await create();
    await tell(message('overdue', district.branches[0].obligation));
    robot.answer = { status: 503, body: 'not now', headers: {} };
    expect(await sender.drain(at('10:00'))).toEqual({ sent: 0, failed: 1 });
    expect(await sender.drain(at('10:00'))).toEqual({ sent: 0, failed: 0 });
    expect(await deliveries(id)).toEqual([expect.objectContaining({ status: 'pending', attempts: 1, response: '503 not now' })]);
    robot.answer = { status: 200, body: '', headers: {} };
    expect(await sender.drain(at('10:01'))).toEqual({ sent: 1, failed: 0 });
    expect(await deliveries(id)).toEqual([expect.objectContaining({ status: 'sent', attempts: 2, response: '200 ' })]);
    const [one, two] = robot.received;
    expect(two!.headers['x-jiheng-delivery']).toBe(one!.headers['x-jiheng-delivery']);
  });

  it('misses nothing that was written before and is committed after it looked', async () => {
    await create();
    const late = world.source.createQueryRunner();
    await late.startTransaction();
    await new OutboxRepository().put(late.manager, [message('overdue', district.branches[0].obligation)]);
    await write(message('returned', district.branches[1].obligation));
    await sender.drain(at('11:00'));
    await late.commitTransaction();
    await late.release();
    await readable();
    await sender.drain(at('11:01'));
    await sender.drain(at('11:02'));
    const kinds = robot.received.flatMap(({ body }) => (JSON.parse(body) as { events: { kind: string }[] }).events.map(({ kind }) => kind));
    expect(kinds.sort()).toEqual(['overdue', 'returned']);
  });

  it('follows no redirect, and tells nothing of a classified unit', async () => {
    const id = await create();
    await tell(message('overdue', district.branches[0].obligation));
    robot.answer = { status: 302, body: '', headers: { location: `http://${host}/elsewhere` } };
    expect(await sender.drain(at('12:00'))).toEqual({ sent: 0, failed: 1 });
    expect(robot.received.map(({ url }) => url)).toEqual(['/hook?key=k-1']);
    await world.source.query('update budget_unit set classified = true where id = $1', [district.branches[0].unit]);
    await tell(message('returned', district.branches[0].obligation));
    await sender.drain(at('12:00'));
    await world.source.query('update budget_unit set classified = false where id = $1', [district.branches[0].unit]);
    expect(await deliveries(id)).toHaveLength(1);
  });

  it('switched off it keeps silent, and begins anew when it is switched on', async () => {
    const id = await create();
    const off = await bureau.send('patch', `/webhooks/${id}`, { active: false }, { 'if-match': '"1"' }).expect(200);
    await tell(message('overdue', district.branches[0].obligation));
    expect(await sender.drain(at('13:00'))).toEqual({ sent: 0, failed: 0 });
    await bureau.send('patch', `/webhooks/${id}`, { active: true }, { 'if-match': off.headers['etag'] as string }).expect(200);
    await tell(message('returned', district.branches[0].obligation));
    expect(await sender.drain(at('13:01'))).toEqual({ sent: 1, failed: 0 });
    expect((JSON.parse(robot.received[0]!.body) as { events: unknown[] }).events).toHaveLength(1);
    await bureau.send('patch', `/webhooks/${id}`, { active: false }, { 'if-match': '"1"' }).expect(412);
  });
});

describe('robots', () => {
  it('WeCom: markdown, taken when errcode is 0', async () => {
    const id = await create({ format: 'wecom', secret: undefined });
    await tell(message('overdue', district.branches[0].obligation), message('returned', district.branches[1].obligation));
    robot.answer = { status: 200, body: '{"errcode":45009,"errmsg":"api freq out of limit"}', headers: {} };
    expect(await sender.drain(at('14:00'))).toEqual({ sent: 0, failed: 1 });
    robot.answer = { status: 200, body: '{"errcode":0,"errmsg":"ok"}', headers: {} };
    expect(await sender.drain(at('14:01'))).toEqual({ sent: 1, failed: 0 });
    const { msgtype, markdown } = JSON.parse(robot.received[1]!.body) as { msgtype: string; markdown: { content: string } };
    expect(msgtype).toBe('markdown');
    expect(markdown.content.split('\n')).toEqual([
      '**绩衡** 逾期催办 1件，退回修改 1件',
      `- 逾期催办 第1单位 绩效目标1 2023-03-15 前 [办理](https://jiheng.example/obligations/${district.branches[0].obligation})`,
      `- 退回修改 第2单位 绩效目标2 2023-03-15 前 [办理](https://jiheng.example/obligations/${district.branches[1].obligation})`,
    ]);
    expect((await deliveries(id))[0]).toMatchObject({ status: 'sent', attempts: 2 });
  });

  it('DingTalk: timestamp and signature in the address', async () => {
    const id = await create({ format: 'dingtalk' });
    await bureau.send('post', `/webhooks/${id}/test`).expect(202);
    expect(await sender.drain(at('15:00'))).toEqual({ sent: 1, failed: 0 });
    const { url, body } = robot.received[0]!;
    const query = new URL(url, 'http://x').searchParams;
    const timestamp = query.get('timestamp')!;
    expect(query.get('key')).toBe('k-1');
    expect(query.get('sign')).toBe(createHmac('sha256', SECRET).update(`${timestamp}\n${SECRET}`).digest('base64'));
    expect(JSON.parse(body)).toMatchObject({ msgtype: 'markdown', markdown: { title: '绩衡' } });
  });
});

describe('the bureau', () => {
  it('sets webhooks of its own district, and nobody is shown a secret or a key', async () => {
    const id = await create();
    const { body, text } = await bureau.send('get', '/webhooks').expect(200);
    expect(body.items).toEqual([expect.objectContaining({ id, url: `http://${host}/hook?…`, signed: true })]);
    expect(text).not.toContain(SECRET);
    const trail = await world.source.query('select type, detail::text from audit_entry where stream = $1', [`webhook/${id}`]);
    expect(trail).toEqual([{ type: 'createWebhook', detail: expect.not.stringMatching(/k-1|secret of/) }]);
    const stranger = await world.someone('bureau', { district_id: (await makeDistrict(world, `far-${String((serial += 1))}`)).id });
    await stranger.send('get', `/webhooks/${id}`).expect(404);
    await stranger.send('get', `/webhooks/${id}/deliveries`).expect(404);
    await stranger.send('delete', `/webhooks/${id}`).expect(404);
    await stranger.send('post', '/webhooks', wish()).expect(404);
    await bureau.send('delete', `/webhooks/${id}`).expect(204);
    await bureau.send('get', `/webhooks/${id}`).expect(404);
  });

  it.each([
    [{ url: 'http://robot.example/hook' }, 422, 'WEBHOOK_ADDRESS'],
    [{ url: 'https://169.254.169.254/latest' }, 422, 'WEBHOOK_ADDRESS'],
    [{ url: 'https://127.0.0.1/' }, 422, 'WEBHOOK_ADDRESS'],
    [{ kinds: ['overdue', 'nothing-of-that-kind'] }, 400, 'INVALID'],
    [{ secret: undefined }, 400, 'INVALID'],
    [{ secret: 'short' }, 400, 'INVALID'],
  ])('is refused %j', async (more, status, code) => {
    const { body } = await bureau.send('post', '/webhooks', wish(more)).expect(status);
    expect(body.code).toBe(code);
    expect((await bureau.send('get', '/webhooks').expect(200)).body.items).toEqual([]);
  });
});

it('does not reach a private network by a name that leads there', async () => {
  const id = await create();
  await world.source.query('update webhook set url = $2 where id = $1', [id, `https://localhost:${host.split(':')[1]!}/hook`]);
  await bureau.send('post', `/webhooks/${id}/test`).expect(202);
  expect(await sender.drain(at('16:00'))).toEqual({ sent: 0, failed: 1 });
  expect((await deliveries(id))[0]!.response).toContain('private network');
  expect(robot.received).toEqual([]);
});
