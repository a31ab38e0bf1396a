import type { DataSource } from 'typeorm';
import { WebhookRepository } from '#persistence/notification/webhook.repository.js';
import type { Clock } from '#platform/clock.js';
import { OutboxPump } from './outbox-pump.js';
import { WebhookSender } from './webhook-sender.js';
import type { WebhookSettings } from './webhook-sender.js';

/** Any number that nothing else in this database locks: a slow robot holds up no mail. */
const LOCK = 7_201_518;

/** The pump of the webhooks, not started yet. */
export const createWebhooks = (source: DataSource, clock: Clock, settings: WebhookSettings): OutboxPump =>
  new OutboxPump(source, new WebhookSender(source, new WebhookRepository(), settings), clock, LOCK);
