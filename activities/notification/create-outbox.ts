import type { DataSource } from 'typeorm';
import { OutgoingRepository } from '#persistence/notification/outgoing.repository.js';
import type { Clock } from '#platform/clock.js';
import { SmtpTransport } from '#platform/mail/smtp-transport.js';
import type { SmtpSettings } from '#platform/mail/smtp-transport.js';
import { OutboxPump } from './outbox-pump.js';
import { OutboxSender } from './outbox-sender.js';
import type { OutboxSettings } from './outbox-sender.js';

export interface Outbox {
  readonly sender: OutboxSender;
  readonly pump: OutboxPump;
  /** Ends the pump, lets what is being sent go out, and closes the connection to the mail server. */
  close(): Promise<void>;
}

/** The sender with its transport and its pump, for a process without a Nest container of its own; the pump is not started yet. */
export function createOutbox(source: DataSource, clock: Clock, mail: SmtpSettings, settings: OutboxSettings): Outbox {
  const transport = new SmtpTransport(mail);
  const sender = new OutboxSender(source, new OutgoingRepository(), transport, settings);
  const pump = new OutboxPump(source, sender, clock);
  const close = async (): Promise<void> => {
    await pump.stop();
    transport.close();
  };
  return { sender, pump, close };
}
