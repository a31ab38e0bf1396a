import type { DataSource } from 'typeorm';
import { OutboxSender } from '#activities/notification/outbox-sender.js';
import { OutgoingRepository } from '#persistence/notification/outgoing.repository.js';
import type { Clock } from '#platform/clock.js';
import { MailError, MailTransport } from '#platform/mail/mail-transport.js';
import type { OutgoingMail } from '#platform/mail/mail-transport.js';
import type { Post } from './driver.js';

/** From when (included) to when (excluded) no mail server answers, business instants in ms. */
export interface Outage {
  readonly from: number;
  readonly to: number;
}

/** Takes every letter and sends none. Its answer says when, on the rehearsal's clock. */
class Captured extends MailTransport {
  constructor(
    private readonly clock: Clock,
    private readonly outage?: Outage,
  ) {
    super();
  }

  override async send(_mail: OutgoingMail): Promise<string> {
    const now = this.clock.now();
    if (this.outage && now >= this.outage.from && now < this.outage.to) throw new MailError('unreachable', 'no mail server (rehearsed)');
    return Promise.resolve(`250 ${new Date(now + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')}`);
  }

  override close(): void {
    // Nothing is open.
  }
}

/** The product's own sender, with mail captured instead of sent; the letters stand in the table `mail`. */
export class CapturedPost implements Post {
  private readonly sender: OutboxSender;

  constructor(
    private readonly source: DataSource,
    clock: Clock,
    outage?: Outage,
  ) {
    const settings = { publicUrl: 'http://rehearsal.invalid', most: 100_000 };
    this.sender = new OutboxSender(source, new OutgoingRepository(), new Captured(clock, outage), settings);
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
