import { deadlineCalendar } from './deadline-calendar.js';

const deadline = {
  obligation: '00000000-0000-4000-8000-000000000001',
  doing: 'file' as const,
  title: '2023年绩效目标申报；甲,乙\n丙',
  dueAt: '2023-03-15T16:00:00Z',
  documents: 3,
  serial: 2,
};
const calendar = (language: 'zh' | 'en' = 'zh') =>
  deadlineCalendar({ language, deadlines: [deadline], now: Date.parse('2023-03-01T02:00:00Z'), publicUrl: 'https://jiheng.example' });
/** Lines as a reader joins them: RFC 5545, 3.1. */
const lines = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n');

it('puts a deadline at 24:00 into its day, in the zone of the district', () => {
  expect(lines(calendar())).toEqual(
    expect.arrayContaining([
      'DTSTART;TZID=Asia/Shanghai:20230315T233000',
      'DTEND;TZID=Asia/Shanghai:20230316T000000',
      'DTSTAMP:20230301T020000Z',
      'TZID:Asia/Shanghai',
      'SEQUENCE:2',
    ]),
  );
});

it('escapes text, and folds lines at 75 octets', () => {
  expect(lines(calendar())).toContain('SUMMARY:[待报] 2023年绩效目标申报；甲\\,乙\\n丙 (3份)');
  expect(lines(calendar('en')).find((it) => it.startsWith('SUMMARY'))).toContain('[To file]');
  for (const line of calendar().split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
});
