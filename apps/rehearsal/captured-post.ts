import type { DataSource } from 'typeorm';
import { OutboxSender } from '#activities/notification/outbox-sender.js';
import { OutgoingRepository } from '#persistence/notification/outgoing.repository.js';
import { MailTransport } from '#platform/mail/mail-transport.js';
import type { OutgoingMail } from '#platform/mail/mail-transport.js';
import type { Post } from './driver.js';

/** Takes every letter and sends none. */
class Captured extends MailTransport {
  override async send({ id }: OutgoingMail): Promise<string> {
    return Promise.resolve(`250 captured as ${id}`);
  }

  override close(): void {
    // Nothing is open.
  }
}

/** The product's own sender, with mail captured instead of sent; the letters stand in the table `mail`. */
export class CapturedPost implements Post {
  private readonly sender: OutboxSender;

  constructor(private readonly source: DataSource) {
    const settings = { publicUrl: 'http://rehearsal.invalid', most: 100_000 };
    this.sender = new OutboxSender(source, new OutgoingRepository(), new Captured(), settings);
  }

  async drain(now: number): Promise<void> {
    await this.sender.drain(now);
  }

  async nextDrain(now: number): Promise<number | null> {
    const [row]: { at: Date | null }[] = await this.source.query(
      `select min(next_attempt_at) as at from outbox where status = 'pending' and next_attempt_at > $1`,
      [new Date(now).toISOString()],
    );
    return row?.at?.getTime() ?? null;
  }
}
