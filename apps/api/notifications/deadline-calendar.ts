import icalendar, { ICalEventTransparency } from 'ical-generator';
import { DateTime } from 'luxon';
import type { Deadline } from '#persistence/reading/deadlines.js';

const ZONE = 'Asia/Shanghai';
const HALF_AN_HOUR = 1_800_000;
const REFRESH_SECONDS = 3_600;

/** China has had one offset and no summer time since 1992. */
const VTIMEZONE = [
  'BEGIN:VTIMEZONE',
  `TZID:${ZONE}`,
  'BEGIN:STANDARD',
  'DTSTART:19920101T000000',
  'TZOFFSETFROM:+0800',
  'TZOFFSETTO:+0800',
  'TZNAME:CST',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n');

const TEXTS = {
  zh: { calendar: '绩衡：期限', file: '待报', review: '待审', documents: (n: number) => `${String(n)}份` },
  en: { calendar: 'Jiheng: deadlines', file: 'To file', review: 'To review', documents: (n: number) => `${String(n)} documents` },
};

export interface DeadlineCalendar {
  readonly language: 'zh' | 'en';
  readonly deadlines: readonly Deadline[];
  /** Business instant, ms. */
  readonly now: number;
  readonly publicUrl: string;
}

const local = (ms: number): DateTime => DateTime.fromMillis(ms, { zone: ZONE });

/** One person's deadlines as iCalendar (RFC 5545): each is the half hour that ends with it, and takes nobody's time. */
export const deadlineCalendar = ({ language, deadlines, now, publicUrl }: DeadlineCalendar): string => {
  const texts = TEXTS[language];
  // The zone is given to each event, not to the calendar: DTSTAMP must be in UTC.
  const calendar = icalendar({
    name: texts.calendar,
    prodId: { company: 'jiheng', product: 'deadlines', language: language.toUpperCase() },
    timezone: { name: null, generator: () => VTIMEZONE },
    ttl: REFRESH_SECONDS,
    x: { 'X-WR-TIMEZONE': ZONE },
  });
  for (const { obligation, doing, title, dueAt, documents, serial } of deadlines) {
    const due = Date.parse(dueAt);
    calendar.createEvent({
      id: `${obligation}-${doing}@jiheng`,
      sequence: serial,
      stamp: DateTime.fromMillis(now).toUTC(),
      timezone: ZONE,
      start: local(due - HALF_AN_HOUR),
      end: local(due),
      summary: `[${texts[doing]}] ${title} (${texts.documents(documents)})`,
      url: `${publicUrl}/obligations/${obligation}`,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
};
