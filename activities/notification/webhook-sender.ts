import { Logger } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import type { WebhookRepository } from '#persistence/notification/webhook.repository.js';
import { post } from '#platform/webhook/post.js';
import { backoff } from './schedule.js';
import type { Drained } from './outbox-sender.js';
import { isTaken, postingOf } from './webhook-message.js';
import type { Delivery } from './webhook-message.js';

export interface WebhookSettings {
  /** Where links lead, without a slash at the end. */
  readonly publicUrl: string;
  /** Hosts that may be reached without https and in private networks. */
  readonly hosts: readonly string[];
}

/** Attempts of one delivery: with the pauses between them, a day or so. */
const ATTEMPTS = 30;
/** Of an answer, characters that are kept. */
const KEPT = 300;

/** Sends what concerns a district to the addresses that its bureau has set, late rather than never; what is sent twice bears one id. */
export class WebhookSender {
  private readonly log = new Logger(WebhookSender.name);

  constructor(
    private readonly source: DataSource,
    private readonly webhooks: WebhookRepository,
    private readonly settings: WebhookSettings,
  ) {}

  /** Sends what is due at `now` (business instant, ms). Any number of processes may drain at once. */
  async drain(now: number): Promise<Drained> {
    await this.source.transaction((manager) => this.webhooks.gather(manager, now));
    const due = await this.webhooks.due(this.source.manager, now);
    const outcomes = await Promise.all(due.map((id) => this.source.transaction((manager) => this.send(manager, id, now))));
    return { sent: outcomes.filter((it) => it === 'sent').length, failed: outcomes.filter((it) => it === 'failed').length };
  }

  private async send(manager: EntityManager, id: string, now: number): Promise<'sent' | 'failed' | 'taken'> {
    const delivery = await this.webhooks.take<Delivery>(manager, id);
    if (!delivery) return 'taken';
    const posted = await post(postingOf(delivery, Date.now(), this.settings.publicUrl), this.settings.hosts);
    const response = `${String(posted.status)} ${posted.text}`.slice(0, KEPT).replaceAll('\0', '');
    if (isTaken(delivery.format, posted)) {
      await this.webhooks.settle(manager, id, 'sent', now, response);
      return 'sent';
    }
    const attempts = delivery.attempts + 1;
    this.log.warn(`Webhook ${delivery.webhook} did not take ${id} (attempt ${String(attempts)}): ${response}`);
    await this.webhooks.settle(manager, id, attempts < ATTEMPTS ? 'pending' : 'failed', now + backoff(attempts), response);
    return 'failed';
  }
}
