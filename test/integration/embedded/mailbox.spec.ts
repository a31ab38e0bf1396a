import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import PostalMime from 'postal-mime';
import { removeFolder } from '#embedded/data-folder.js';
import { startMailbox } from '#embedded/mailbox.js';
import type { Mailbox } from '#embedded/mailbox.js';
import { freePorts } from '#embedded/ports.js';

let mailbox: Mailbox;
beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'jiheng-test-mailbox-'));
  mailbox = await startMailbox(folder, (await freePorts(['smtp'])).smtp);
});
afterEach(async () => {
  await mailbox.stop();
  await removeFolder(mailbox.folder);
});

const letter = (subject: string) => ({
  from: '绩衡 <jiheng@example.org>',
  to: ['li@example.org', 'wang@example.org'],
  subject,
  text: '请于10月15日前填报。',
});

describe('the local mailbox', () => {
  it('keeps what is sent as files that a mail program can read', async () => {
    await createTransport(mailbox.url).sendMail(letter('绩效目标填报提醒'));
    const [name = '', ...others] = await readdir(mailbox.folder);
    expect(others).toEqual([]);
    expect(name).toMatch(/^\d{4}-\d\d-\d\dT.*-00001-li@example\.org\.eml$/);
    const read = await PostalMime.parse(await readFile(join(mailbox.folder, name)));
    expect(read.subject).toBe('绩效目标填报提醒');
    expect(read.text?.trim()).toBe('请于10月15日前填报。');
  });

  it('keeps many that come at once, each in its file and in order', async () => {
    const transport = createTransport({ url: mailbox.url, pool: true } as never);
    await Promise.all(Array.from({ length: 50 }, (_, i) => transport.sendMail(letter(`第${i}封`))));
    transport.close();
    const names = await readdir(mailbox.folder);
    expect(names).toHaveLength(50);
    expect(names.every((it) => it.endsWith('.eml'))).toBe(true);
  });
});
