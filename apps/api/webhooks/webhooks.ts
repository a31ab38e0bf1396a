import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { KIND_TEXTS } from '#activities/notification/texts.js';
import { Problem } from '#contracts/errors/problem.js';
import type { TrailType } from '#contracts/trail-type.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { WebhookRepository } from '#persistence/notification/webhook.repository.js';
import { readList, readOne } from '#persistence/reading/list.js';
import type { ListQuery } from '#persistence/reading/list.js';
import { DELIVERY_LIST, WEBHOOK_LIST } from '#persistence/reading/webhooks.js';
import { Clock } from '#platform/clock.js';
import { isAllowed } from '#platform/webhook/address.js';
import { Trail } from '../http/trail.js';
import { administers } from '../organisation/administers.js';
import type { ApiOptions } from '../parts.js';
import { OPTIONS } from '../parts.js';

interface Hook {
  readonly id: string;
  readonly district: string;
  readonly version: number;
}
interface Wish {
  readonly name?: string | undefined;
  readonly url?: string | undefined;
  readonly secret?: string | undefined;
  readonly kinds?: readonly string[] | undefined;
  readonly active?: boolean | undefined;
}
type NewHook = Wish & { readonly district: string; readonly format: string };

/** Where a district's messages go besides the mail: set by its bureau. */
@Injectable()
export class Webhooks {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly trail: Trail,
    private readonly webhooks: WebhookRepository,
    @Inject(OPTIONS) private readonly options: ApiOptions,
  ) {}

  list(viewer: Viewer, query: ListQuery) {
    return readList(this.source, WEBHOOK_LIST, viewer, query);
  }

  async get(viewer: Viewer, id: string): Promise<Hook> {
    const hook = await readOne<Hook>(this.source, WEBHOOK_LIST, viewer, id);
    if (!hook) throw new Problem('NOT_FOUND');
    return hook;
  }

  async deliveries(viewer: Viewer, webhook: string, query: ListQuery) {
    await this.get(viewer, webhook);
    return readList(this.source, DELIVERY_LIST, null, { ...query, webhook });
  }

  async create(viewer: Viewer, it: NewHook): Promise<Hook> {
    administers(viewer, it.district);
    this.check(it);
    const id = uuid();
    await this.source.transaction(async (manager) => {
      await manager.query(
        `insert into webhook (id, district_id, name, url, format, secret, kinds, created_at, created_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [id, it.district, it.name, it.url, it.format, it.secret ?? null, it.kinds, new Date(this.clock.now()), viewer.person],
      );
      await this.note(manager, viewer, { id, district: it.district }, 'createWebhook', it);
    });
    return this.get(viewer, id);
  }

  async change(viewer: Viewer, id: string, version: number, wish: Wish): Promise<Hook> {
    const hook = await this.get(viewer, id);
    this.check(wish);
    await this.source.transaction(async (manager) => {
      const [, changed] = (await manager.query(
        `update webhook set name = coalesce($3, name), url = coalesce($4, url), secret = coalesce($5, secret), kinds = coalesce($6, kinds),
           read_until = case when $7 and not active then pg_current_xact_id() else read_until end, active = coalesce($7, active),
           version = version + 1
         where id = $1 and version = $2`,
        [id, version, wish.name ?? null, wish.url ?? null, wish.secret ?? null, wish.kinds ?? null, wish.active ?? null],
      )) as [unknown, number];
      if (changed === 0) throw new Problem('VERSION_STALE', { current: hook.version });
      await this.note(manager, viewer, hook, 'changeWebhook', wish);
    });
    return this.get(viewer, id);
  }

  async remove(viewer: Viewer, id: string): Promise<void> {
    const hook = await this.get(viewer, id);
    await this.source.transaction(async (manager) => {
      await manager.query('delete from webhook where id = $1', [id]);
      await this.note(manager, viewer, hook, 'deleteWebhook', {});
    });
  }

  /** Goes the way of every delivery, so that what arrives proves that the others will. */
  async test(viewer: Viewer, id: string): Promise<{ delivery: string }> {
    await this.get(viewer, id);
    const now = this.clock.now();
    const nothing = { obligation: null, title: null, unit: null, dueOn: null, documents: 0 };
    const event = { kind: 'test', at: new Date(now).toISOString(), ...nothing };
    return { delivery: await this.webhooks.put(this.source.manager, id, [event], now) };
  }

  /** @throws Problem INVALID naming a kind that there is not, WEBHOOK_ADDRESS */
  private check({ url, kinds = [] }: Wish): void {
    const unknown = kinds.flatMap((kind, i) =>
      Object.hasOwn(KIND_TEXTS, kind)
        ? []
        : [{ path: `body.kinds.${String(i)}`, code: 'unknown', zh: `没有这类消息：${kind}`, en: `There is no kind of message ${kind}` }],
    );
    if (unknown.length > 0) throw new Problem('INVALID', {}, unknown);
    if (url !== undefined && !isAllowed(url, this.options.webhookHosts ?? [])) throw new Problem('WEBHOOK_ADDRESS');
  }

  /** The trail is read by more people than the webhook: neither secret nor key. */
  private note(manager: EntityManager, { person }: Viewer, hook: Omit<Hook, 'version'>, type: TrailType, wish: Wish): Promise<void> {
    const detail = {
      ...wish,
      ...(wish.url === undefined ? {} : { url: wish.url.replace(/[?#].*$/, '?…') }),
      ...(wish.secret === undefined ? {} : { secret: '…' }),
    };
    return this.trail.append(manager, { stream: `webhook/${hook.id}`, district: hook.district, actor: person, type, detail });
  }
}
