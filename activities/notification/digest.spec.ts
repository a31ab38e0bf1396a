import { addDays, packCalendar } from '#domain/calendar/calendar.js';
import { digestOf } from './digest.js';
import type { Message } from './digest.js';
import { backoff, DEFAULT_SCHEDULE, releaseOf } from './schedule.js';

const calendar = packCalendar(
  { version: 'test', firstDay: '2023-10-02', beginsAt: Date.parse('2023-10-02T00:00:00+08:00') },
  Array.from({ length: 60 }, (_, i) => ![0, 6].includes(new Date(`${addDays('2023-10-02', i)}T00:00:00Z`).getUTCDay())),
);

const message = (more: Partial<Message> = {}): Message => ({
  id: '1',
  kind: 'reminder',
  obligation: 'o1',
  title: '2023年绩效目标申报',
  dueOn: '2023-10-13',
  documents: 14,
  calendar,
  ...more,
});

const zh = { name: '张三', language: 'zh' as const };

describe('a digest', () => {
  it('says in its subject what and by when, in working days', () => {
    expect(digestOf(zh, [message()], '2023-10-10', 'http://x').subject).toBe(
      '[绩衡] 到期提醒：2023年绩效目标申报，10月13日前（还有3个工作日）',
    );
    expect(digestOf(zh, [message()], '2023-10-13', 'http://x').subject).toContain('（今日到期）');
    expect(digestOf(zh, [message({ kind: 'overdue' })], '2023-10-17', 'http://x').subject).toBe(
      '[绩衡] 逾期催办：2023年绩效目标申报，10月13日前（已逾期2个工作日）',
    );
  });

  it('says why, in the words of whoever acted', () => {
    const { text } = digestOf(zh, [message({ kind: 'deadline-moved', reason: '上级文件推迟\n报送时间' })], '2023-10-10', 'http://x');
    expect(text.split('\n')[3]).toBe('   原因：上级文件推迟 报送时间');
  });

  it('speaks English to those who want it', () => {
    const { subject, text } = digestOf(
      { name: 'Li', language: 'en' },
      [message(), message({ id: '2', obligation: 'o2' })],
      '2023-10-10',
      'http://x',
    );
    expect(subject).toBe('[Jiheng] Reminder: 2023年绩效目标申报, due 2023-10-13 (3 working days left) and 1 more');
    expect(text).toContain('14 documents');
  });

  it('lists every obligation once a kind, the most urgent first, with its link', () => {
    const { subject, text } = digestOf(
      zh,
      [message(), message({ id: '2' }), message({ id: '3', kind: 'returned', obligation: 'o2', title: '整改报告', documents: 1 })],
      '2023-10-10',
      'http://x',
    );
    expect(subject).toBe('[绩衡] 退回修改：整改报告，10月13日前（还有3个工作日）等2项');
    expect(text.split('\n').slice(0, 6)).toEqual([
      '张三，您好：',
      '',
      '1. 退回修改：整改报告，1份，10月13日前（还有3个工作日）',
      '   http://x/obligations/o2',
      '2. 到期提醒：2023年绩效目标申报，14份，10月13日前（还有3个工作日）',
      '   http://x/obligations/o1',
    ]);
  });

  it('puts no line break into a header, knows kinds of tomorrow, and days outside the calendar', () => {
    const { subject } = digestOf(zh, [message({ kind: 'newer', title: '甲\r\nBcc: x@y', dueOn: '2029-01-01' })], '2023-10-10', 'http://x');
    expect(subject).toBe('[绩衡] 通知：甲 Bcc: x@y，1月1日前');
  });
});

describe('the digest hours', () => {
  const release = (at: string) =>
    new Date(releaseOf(Date.parse(`${at}+08:00`), DEFAULT_SCHEDULE) + 8 * 3_600_000).toISOString().slice(0, 16);

  it('gather what comes on the hour and hold the rest for the next', () => {
    expect(release('2023-10-10T09:00:00')).toBe('2023-10-10T09:10');
    expect(release('2023-10-10T09:11:00')).toBe('2023-10-10T15:10');
    expect(release('2023-10-10T20:00:00')).toBe('2023-10-11T09:10');
    expect(release('2023-10-10T00:00:00')).toBe('2023-10-10T09:10');
  });
});

it('waits longer after each failure, at most an hour', () => {
  expect([1, 2, 3, 10].map(backoff)).toEqual([60_000, 120_000, 240_000, 3_600_000]);
});
