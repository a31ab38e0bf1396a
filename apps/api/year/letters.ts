import type { ForeseenMessage } from '#activities/campaign/opening-preview.js';
import { digestOf } from '#activities/notification/digest.js';
import { DEFAULT_SCHEDULE, URGENT, releaseOf, shanghaiDay } from '#activities/notification/schedule.js';
import type { Calendar } from '#domain/calendar/calendar.js';
import { groupBy } from '#domain/group-by.js';

/** A letter as the sender would write it of these messages. */
export interface ForeseenLetter {
  readonly person: string;
  readonly name: string;
  readonly address: string;
  readonly subject: string;
  readonly goesAt: Date;
  readonly urgent: boolean;
  readonly messages: number;
  readonly documents: number;
}

const isUrgent = ({ kind }: ForeseenMessage): boolean => (URGENT as readonly string[]).includes(kind);

const releasedAt = (it: ForeseenMessage): number => (isUrgent(it) ? it.at.getTime() : releaseOf(it.at.getTime(), DEFAULT_SCHEDULE));

const letterOf = (messages: readonly ForeseenMessage[], calendar: Calendar, publicUrl: string): ForeseenLetter => {
  const [{ person, name, address, language }] = messages as readonly [ForeseenMessage];
  const goesAt = releasedAt(messages[0]!);
  const said = messages.map(({ id, kind, title, dueOn, documents }) => ({ id, kind, obligation: id, title, dueOn, documents, calendar }));
  const { subject } = digestOf({ name, language }, said, shanghaiDay(goesAt), publicUrl);
  const documents = messages.reduce((all, it) => all + it.documents, 0);
  const urgent = messages.some(isUrgent);
  return { person, name, address, subject, goesAt: new Date(goesAt), urgent, messages: messages.length, documents };
};

/** One letter a person and time of sending: what is not urgent waits for the day's digest. */
export const lettersOf = (messages: readonly ForeseenMessage[], calendar: Calendar, publicUrl: string): ForeseenLetter[] =>
  [...groupBy(messages, (it) => `${it.person} ${String(releasedAt(it))}`).values()].map((its) => letterOf(its, calendar, publicUrl));
