import { randomUUID } from 'node:crypto';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { letterMessages } from '#persistence/notification/letter-messages.js';
import { OutboxRepository } from '#persistence/notification/outbox.repository.js';
import { OutgoingRepository } from '#persistence/notification/outgoing.repository.js';
import { MailTransport } from '#platform/mail/mail-transport.js';
import type { OutgoingMail } from '#platform/mail/mail-transport.js';
import { SmtpTransport } from '#platform/mail/smtp-transport.js';
import { Clock } from '#platform/clock.js';
import { OutboxPump } from '#activities/notification/outbox-pump.js';
import { OutboxSender } from '#activities/notification/outbox-sender.js';
import { createDatabase } from '../../support/database.js';
import type { TestDatabase } from '../../support/database.js';

interface Received {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
}

/** A real SMTP server whose answer to a recipient can be set. */
class PostOffice {
  readonly received: Received[] = [];
  readonly answers = new Map<string, number>();
  private server: SMTPServer | null = null;
  port = 0;

  async open(): Promise<void> {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      disableReverseLookup: true,
      closeTimeout: 50,
      onRcptTo: ({ address }, _session, callback) => {
        const code = this.answers.get(address);
        callback(code === undefined ? null : Object.assign(new Error('not now'), { responseCode: code }));
      },
      onData: (stream, session, callback) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          void PostalMime.parse(Buffer.concat(chunks)).then(({ subject = '', text = '', messageId = '' }) => {
            this.received.push({ to: session.envelope.rcptTo[0]!.address, subject, text, messageId });
            callback();
          });
        });
      },
    });
    this.server.on('error', () => undefined);
    await new Promise<void>((resolve) => this.server!.listen(this.port, '127.0.0.1', resolve));
    this.port = (this.server.server.address() as { port: number }).port;
  }

  close = (): Promise<void> => new Promise((resolve) => this.server!.close(() => resolve()));
}

let database: TestDatabase;
let source: DataSource;
let post: PostOffice;
let transport: SmtpTransport;
let district: string;

const make = (through: MailTransport = transport) =>
  new OutboxSender(source, new OutgoingRepository(), through, { publicUrl: 'http://jiheng' });
const at = (clock: string): number => Date.parse(`2023-10-10T${clock}:00+08:00`);
const connect = (perSecond = 1_000) =>
  new SmtpTransport({ url: `smtp://127.0.0.1:${String(post.port)}`, from: '绩衡 <jiheng@test.example>', perSecond });

const person = async (name: string, more: { active?: boolean; language?: string } = {}): Promise<string> => {
  const id = randomUUID();
  await source.query(
    `insert into person (id, district_id, email, name, password_hash, active, language) values ($1, $2, $3, $4, '-', $5, $6)`,
    [id, district, `${name}-${id.slice(0, 8)}@test.example`, name, more.active ?? true, more.language ?? 'zh'],
  );
  return id;
};

const put = (to: string, kind: string, clock: string, count = 1) =>
  source.transaction((manager) =>
    new OutboxRepository().put(
      manager,
      Array.from({ length: count }, () => ({ key: randomUUID(), person: to, obligation: null, kind, at: new Date(at(clock)), detail: {} })),
    ),
  );

/** A numbered letter: no obligation, its title comes with the message. */
const putLetter = (to: string, title: string, clock: string) =>
  source.transaction((manager) => {
    const letter = {
      id: randomUUID(),
      type: 'approval-reply' as const,
      title,
      department: randomUUID(),
      at: new Date(at(clock)),
      to: [to, to],
    };
    return new OutboxRepository().put(manager, letterMessages([letter]));
  });

const states = async (to: string): Promise<string> => {
  const rows: { status: string; attempts: number }[] = await source.query(
    'select status, attempts from outbox where person_id = $1 order by id',
    [to],
  );
  return rows.map(({ status, attempts }) => `${status}/${String(attempts)}`).join();
};

const address = async (id: string): Promise<string> => (await source.query('select email from person where id = $1', [id]))[0].email;
const receivedBy = async (id: string): Promise<Received[]> => {
  const to = await address(id);
  return post.received.filter((it) => it.to === to);
};

beforeAll(async () => {
  Logger.overrideLogger(false);
  database = await createDatabase();
  source = await new DataSource({ type: 'postgres', url: database.url, installExtensions: false }).initialize();
  district = randomUUID();
  await source.query(`insert into district values ($1, 'test', '测试区', 'real')`, [district]);
  post = new PostOffice();
  await post.open();
  transport = connect();
});

afterEach(() => source.query(`update outbox set status = 'sent' where status = 'pending'`));

afterAll(async () => {
  transport.close();
  await post.close();
  await source.destroy();
  await database.drop();
});

it('holds reminders back for the digest hour and sends one person one mail', async () => {
  const li = await person('李四');
  await put(li, 'reminder', '09:00', 13);
  await put(li, 'review-due', '09:05');
  expect(await make().drain(at('09:06'))).toEqual({ sent: 0, failed: 0 });
  expect(await make().drain(at('09:10'))).toEqual({ sent: 1, failed: 0 });
  const [mail, ...others] = await receivedBy(li);
  expect(others).toEqual([]);
  expect(mail!.subject).toContain('待审核等14项');
  expect(await states(li)).toBe(Array(14).fill('sent/1').join());
});

it('sends what is urgent with the next drain, and what waits for the same person with it', async () => {
  const [wang, zhao] = [await person('王五'), await person('赵六', { language: 'en' })];
  await put(wang, 'reminder', '10:00');
  await put(zhao, 'reminder', '10:00');
  await put(wang, 'returned', '10:01');
  expect(await make().drain(at('10:02'))).toEqual({ sent: 1, failed: 0 });
  expect((await receivedBy(wang))[0]!.subject).toContain('退回修改');
  expect(await make().drain(at('15:10'))).toEqual({ sent: 1, failed: 0 });
  expect((await receivedBy(zhao))[0]!.subject).toContain('Reminder');
});

it('tells an issued letter by its number, once a person whatever seats they sit in', async () => {
  const chen = await person('陈一');
  await putLetter(chen, '测财绩〔2023〕7号 2023年度绩效目标批复', '09:00');
  expect(await make().drain(at('09:10'))).toEqual({ sent: 1, failed: 0 });
  const [mail, ...others] = await receivedBy(chen);
  expect(others).toEqual([]);
  expect(mail!.subject).toBe('[绩衡] 绩效目标批复：测财绩〔2023〕7号 2023年度绩效目标批复');
});

it('logs each delivery with the server’s answer', async () => {
  const to = await person('记录');
  await put(to, 'returned', '10:00');
  await make().drain(at('10:01'));
  const [mail] = await source.query('select address, subject, response from mail where person_id = $1', [to]);
  expect(mail.address).toBe(await address(to));
  expect(mail.response).toMatch(/^250/);
});

it('is late and not lost when the mail server is down, and not sent twice', async () => {
  const to = [await person('甲'), await person('乙'), await person('丙')];
  await post.close();
  for (const id of to) await put(id, 'escalation', '10:00');
  expect(await make().drain(at('10:01'))).toEqual({ sent: 0, failed: 1 });
  expect((await make().drain(at('10:01'))).sent).toBe(0);
  await post.open();
  expect((await make().drain(at('10:10'))).sent).toBe(3);
  expect((await make().drain(at('11:10'))).sent).toBe(0);
  for (const id of to) expect(await receivedBy(id)).toHaveLength(1);
});

it('tries again after 4xx, and gives up with a record after 5xx', async () => {
  const [slow, gone] = [await person('慢'), await person('无此人')];
  post.answers.set(await address(slow), 450).set(await address(gone), 550);
  await put(slow, 'returned', '10:00');
  await put(gone, 'returned', '10:00');
  expect(await make().drain(at('10:01'))).toEqual({ sent: 0, failed: 2 });
  expect([await states(slow), await states(gone)]).toEqual(['pending/1', 'failed/1']);
  expect((await source.query('select response from mail where person_id = $1', [gone]))[0].response).toContain('550');
  post.answers.clear();
  expect(await make().drain(at('10:01'))).toEqual({ sent: 0, failed: 0 });
  expect(await make().drain(at('10:02'))).toEqual({ sent: 1, failed: 0 });
  expect(await states(slow)).toBe('sent/2');
});

it('sends the same letter under the same Message-ID after a crash between sending and recording', async () => {
  class Dying extends MailTransport {
    async send(mail: OutgoingMail): Promise<string> {
      await transport.send(mail);
      throw new Error('the process died here');
    }
    close(): void {}
  }
  const to = await person('断电');
  await put(to, 'returned', '10:00');
  await expect(make(new Dying()).drain(at('10:01'))).rejects.toThrow('the process died');
  expect(await states(to)).toBe('pending/0');
  await put(to, 'returned', '10:02');
  expect((await make().drain(at('10:03'))).sent).toBe(2);
  const [first, again, later] = await receivedBy(to);
  expect(again!.messageId).toBe(first!.messageId);
  expect(later!.messageId).not.toBe(first!.messageId);
  expect(await source.query('select 1 from mail where person_id = $1', [to])).toHaveLength(2);
});

it('sends each letter once when two processes drain at the same time', async () => {
  const to = await Promise.all(Array.from({ length: 20 }, (_, i) => person(`并发${String(i)}`)));
  for (const id of to) await put(id, 'returned', '10:00');
  const drained = await Promise.all([make().drain(at('10:01')), make().drain(at('10:01'))]);
  const rest = await make().drain(at('10:01'));
  expect(drained[0].sent + drained[1].sent + rest.sent).toBe(20);
  for (const id of to) expect(await receivedBy(id)).toHaveLength(1);
});

it('keeps to its rate', async () => {
  const throttled = connect(5);
  for (const id of await Promise.all(Array.from({ length: 11 }, (_, i) => person(`限速${String(i)}`)))) await put(id, 'returned', '10:00');
  const start = performance.now();
  expect((await make(throttled).drain(at('10:01'))).sent).toBe(11);
  throttled.close();
  expect(performance.now() - start).toBeGreaterThan(1_900);
});

it('writes to nobody who is not active any more', async () => {
  const to = await person('离职', { active: false });
  await put(to, 'returned', '10:00');
  expect(await make().drain(at('10:01'))).toEqual({ sent: 0, failed: 0 });
  expect(await states(to)).toBe('failed/0');
});

it('is pumped by one process at a time, and pumping ends when it is told to', async () => {
  class Noon extends Clock {
    override now = (): number => at('12:00');
  }
  const to = await person('泵');
  const pumps = [1, 2].map(() => new OutboxPump(source, make(), new Noon()));
  for (const pump of pumps) pump.start(0.05);
  await put(to, 'returned', '10:00');
  for (let left = 100; left > 0 && (await receivedBy(to)).length === 0; left -= 1) await new Promise((resolve) => setTimeout(resolve, 30));
  await Promise.all(pumps.map((pump) => pump.stop()));
  expect(await receivedBy(to)).toHaveLength(1);
  expect(await states(to)).toBe('sent/1');
});
