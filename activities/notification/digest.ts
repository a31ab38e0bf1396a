import { workingDaysBetween } from '#domain/calendar/calendar.js';
import type { Calendar } from '#domain/calendar/calendar.js';
import { DomainError } from '#domain/errors/domain-error.js';
import { byWhen, kindText, PHRASES, urgencyOf } from './texts.js';
import type { Language } from './texts.js';

/** One message of the outbox with what is to be said about its obligation. */
export interface Message {
  readonly id: string;
  readonly kind: string;
  readonly obligation: string | null;
  readonly title: string | null;
  readonly dueOn: string | null;
  /** Documents that the message is about, or, for the ladder's, that are still owed. */
  readonly documents: number;
  readonly calendar: Calendar | null;
  /** What whoever acted gave as the reason (a return, a day moved, a cancellation). */
  readonly reason?: string | null;
}

export interface Recipient {
  readonly name: string;
  readonly language: Language;
}

export interface Digest {
  readonly subject: string;
  readonly text: string;
}

const workingDaysLeft = ({ calendar, dueOn }: Message, today: string): number | null => {
  if (!calendar || dueOn === null) return null;
  try {
    return workingDaysBetween(calendar, today, dueOn);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return null;
  }
};

/** A header or a line holds no line break, whatever a title holds. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\s]+/gu, ' ').trim();

/** Each obligation once for each kind, most urgent first, then by due day and title; the latest message of a kind speaks for it. */
const condensed = (messages: readonly Message[]): Message[] =>
  [...new Map(messages.map((it) => [`${it.kind} ${it.obligation ?? it.id}`, it])).values()].sort(
    (a, b) =>
      urgencyOf(a.kind) - urgencyOf(b.kind) ||
      (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9') ||
      (a.title ?? '').localeCompare(b.title ?? '') ||
      a.id.localeCompare(b.id),
  );

/**
 * One person's messages as one mail: the subject says what and by when, the text lists every obligation with title, due day and link.
 *
 * @param today business day in Asia/Shanghai
 */
export function digestOf(to: Recipient, messages: readonly Message[], today: string, publicUrl: string): Digest {
  const { language } = to;
  const phrases = PHRASES[language];
  const items = condensed(messages);
  const when = (it: Message): string => byWhen(it.dueOn, workingDaysLeft(it, today), language);
  const comma = language === 'zh' ? '，' : ', ';
  const colon = language === 'zh' ? '：' : ': ';
  const first = items[0]!;
  const rest = items.length > 1 ? `${language === 'zh' ? '' : ' '}${phrases.more(items.length)}` : '';
  const what = [oneLine(first.title ?? ''), when(first)].filter(Boolean).join(comma);
  const subject = `[${phrases.product}] ${kindText(first.kind, language)}${what === '' ? '' : colon + what}${rest}`;
  const lines = items.map((it, i) => {
    const documents = it.documents > 0 ? phrases.documents(it.documents) : '';
    const said = [oneLine(it.title ?? ''), documents, when(it)].filter(Boolean).join(comma);
    const why = it.reason ? [`   ${phrases.reason}${colon}${oneLine(it.reason)}`] : [];
    const link = it.obligation === null ? [] : [`   ${publicUrl}/obligations/${it.obligation}`];
    return [`${String(i + 1)}. ${kindText(it.kind, language)}${colon}${said}`, ...why, ...link].join('\n');
  });
  return { subject, text: [phrases.greeting(oneLine(to.name)), '', ...lines, '', phrases.footer, ''].join('\n') };
}
