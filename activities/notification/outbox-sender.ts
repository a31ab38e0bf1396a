import { Inject, Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { groupBy } from '#domain/group-by.js';
import { OutgoingRepository } from '#persistence/notification/outgoing.repository.js';
import type { PendingMessage } from '#persistence/notification/outgoing.repository.js';
import { MailError, MailTransport } from '#platform/mail/mail-transport.js';
import { digestOf } from './digest.js';
import { backoff, DEFAULT_SCHEDULE, releaseOf, shanghaiDay, URGENT } from './schedule.js';
import type { DigestSchedule } from './schedule.js';

export interface OutboxSettings {
  /** Where links lead, without a slash at the end. */
  readonly publicUrl: string;
  readonly schedule?: DigestSchedule;
  /** Letters a drain sends at most; the rest waits for the next. Default 500. */
  readonly most?: number;
}

export const OUTBOX_SETTINGS = Symbol('OUTBOX_SETTINGS');

export interface Drained {
  readonly sent: number;
  /** Refused for good, or to be tried again. */
  readonly failed: number;
}

type Outcome = 'sent' | 'failed' | 'unreachable' | 'taken';

/**
 * Sends what the outbox holds. A letter is written before it is sent and keeps its Message-ID, so that mail is late when the server is down and
 * never lost; a crash between the server's answer and its recording sends the same letter, under the same Message-ID, once more.
 */
@Injectable()
export class OutboxSender {
  private readonly log = new Logger(OutboxSender.name);

  constructor(
    private readonly source: DataSource,
    private readonly outgoing: OutgoingRepository,
    private readonly transport: MailTransport,
    @Inject(OUTBOX_SETTINGS) private readonly settings: OutboxSettings,
  ) {}

  /** Sends everything that is due at `now` (business instant, ms). Any number of processes may drain at once. */
  async drain(now: number): Promise<Drained> {
    await this.source.transaction((manager) => this.gather(manager, now));
    const letters = await this.outgoing.letters(this.source.manager, now, this.settings.most ?? 500);
    const drained = { sent: 0, failed: 0 };
    for (const letter of letters) {
      const outcome = await this.source.transaction((manager) => this.send(manager, letter, now));
      if (outcome === 'sent') drained.sent += 1;
      else if (outcome !== 'taken') drained.failed += 1;
      // No server for one is no server for all.
      if (outcome === 'unreachable') break;
    }
    return drained;
  }

  /** Holds back what waits for a digest, and makes one letter a person of what is due. */
  private async gather(manager: EntityManager, now: number): Promise<void> {
    const schedule = this.settings.schedule ?? DEFAULT_SCHEDULE;
    const held = (await this.outgoing.unscheduled(manager, now, URGENT)).map(({ id, at }) => ({
      id,
      until: releaseOf(at.getTime(), schedule),
    }));
    const waiting = held.filter(({ until }) => until > now);
    await this.outgoing.postpone(
      manager,
      waiting.map(({ id }) => id),
      waiting.map(({ until }) => until),
    );
    const due = await this.outgoing.due(manager, now);
    const gone = due.filter(({ active }) => !active).map(({ id }) => id);
    if (gone.length > 0) this.log.warn(`${String(gone.length)} messages to people who are not active any more are dropped`);
    await this.outgoing.drop(manager, gone);
    await this.compose(
      manager,
      due.filter(({ active }) => active),
      now,
    );
  }

  private async compose(manager: EntityManager, due: readonly PendingMessage[], now: number): Promise<void> {
    const calendars = await this.outgoing.calendars(manager, [...new Set(due.flatMap(({ campaign }) => campaign ?? []))]);
    const letters = [...groupBy(due, ({ person }) => person).values()].map((messages) => {
      const { person, address, name, language } = messages[0]!;
      const items = messages.map((it) => ({ ...it, calendar: calendars.get(it.campaign ?? '') ?? null }));
      const { subject, text: body } = digestOf({ name, language }, items, shanghaiDay(now), this.settings.publicUrl);
      return { id: uuid(), person, address, subject, body, messages: messages.map(({ id }) => id) };
    });
    await this.outgoing.write(manager, letters, now);
  }

  private async send(manager: EntityManager, id: string, now: number): Promise<Outcome> {
    const letter = await this.outgoing.take(manager, id);
    if (!letter) return 'taken';
    const { address: to, subject, body: text, attempts } = letter;
    try {
      const response = await this.transport.send({ id, to, subject, text });
      await this.outgoing.settle(manager, id, 'sent', response);
      return 'sent';
    } catch (error) {
      if (!(error instanceof MailError)) throw error;
      this.log.warn(`Mail ${id} was not taken (${error.kind}): ${error.response}`);
      if (error.kind === 'permanent') await this.outgoing.settle(manager, id, 'failed', error.response);
      else await this.outgoing.retry(manager, id, now + backoff(attempts + 1), error.response);
      return error.kind === 'unreachable' ? 'unreachable' : 'failed';
    }
  }
}
