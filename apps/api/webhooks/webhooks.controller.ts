import { Controller } from '@nestjs/common';
import * as routes from '#contracts/api/webhooks.routes.js';
import { Ask, Serves } from '../http/serves.js';
import { Webhooks } from './webhooks.js';

@Controller()
export class WebhooksController {
  constructor(private readonly webhooks: Webhooks) {}

  @Serves(routes.listWebhooks)
  list(@Ask() { viewer, query }: Ask<typeof routes.listWebhooks>) {
    return this.webhooks.list(viewer, query);
  }

  @Serves(routes.createWebhook)
  create(@Ask() { viewer, body }: Ask<typeof routes.createWebhook>) {
    return this.webhooks.create(viewer, body);
  }

  @Serves(routes.getWebhook)
  get(@Ask() { viewer, params }: Ask<typeof routes.getWebhook>) {
    return this.webhooks.get(viewer, params.webhook);
  }

  @Serves(routes.changeWebhook)
  change(@Ask() { viewer, params, version, body }: Ask<typeof routes.changeWebhook>) {
    return this.webhooks.change(viewer, params.webhook, version, body);
  }

  @Serves(routes.deleteWebhook)
  remove(@Ask() { viewer, params }: Ask<typeof routes.deleteWebhook>) {
    return this.webhooks.remove(viewer, params.webhook);
  }

  @Serves(routes.testWebhook)
  test(@Ask() { viewer, params }: Ask<typeof routes.testWebhook>) {
    return this.webhooks.test(viewer, params.webhook);
  }

  @Serves(routes.listDeliveries)
  deliveries(@Ask() { viewer, params, query }: Ask<typeof routes.listDeliveries>) {
    return this.webhooks.deliveries(viewer, params.webhook, query);
  }
}
