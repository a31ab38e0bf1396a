import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';

interface Hook {
  readonly id: string;
  readonly district: string;
  readonly kinds: readonly string[];
  readonly readUntil: string;
}

/** Webhooks that are spoken to at the same time; each holds a connection to the database meanwhile. */
const AT_ONCE = 5;
/** Events of one delivery at most. */
const MOST = 100;

/** Webhooks seen by their sender: messages of the outbox become deliveries, deliveries are sent. */
@Injectable()
export class WebhookRepository {
  /**
   * Makes deliveries of what the outbox was given since the last time. It reads whole transactions, up to the oldest one that is still under
   * way, so that a message that was written early and committed late is not passed over. Of classified units nothing leaves the house.
   */
  async gather(manager: EntityManager, now: number): Promise<void> {
    const hooks: Hook[] = await manager.query(
      `select id, district_id as district, kinds, read_until::text as "readUntil" from webhook where active order by id for update skip locked`,
    );
    if (hooks.length === 0) return;
    const [{ horizon }] = (await manager.query('select pg_snapshot_xmin(pg_current_snapshot())::text as horizon')) as [{ horizon: string }];
    for (const hook of hooks) {
      const events = await this.eventsFor(manager, hook, horizon);
      for (let i = 0; i < events.length; i += MOST) await this.put(manager, hook.id, events.slice(i, i + MOST), now);
      await manager.query('update webhook set read_until = $2::xid8 where id = $1', [hook.id, horizon]);
    }
  }

  async put(manager: EntityManager, webhook: string, events: readonly unknown[], now: number): Promise<string> {
    const id = uuid();
    await manager.query(
      `insert into webhook_delivery (id, webhook_id, events, next_attempt_at, created_at) values ($1, $2, $3::text::jsonb, $4, $4)`,
      [id, webhook, JSON.stringify(events), new Date(now)],
    );
    return id;
  }

  /** The earliest delivery that is due of each webhook; one that fails does not hold up the others. */
  async due(manager: EntityManager, now: number): Promise<readonly string[]> {
    const rows: { id: string }[] = await manager.query(
      `select id from (
         select distinct on (d.webhook_id) d.id, d.next_attempt_at from webhook_delivery d join webhook w on w.id = d.webhook_id and w.active
         where d.status = 'pending' and d.next_attempt_at <= $1 order by d.webhook_id, d.created_at, d.id) it
       order by next_attempt_at, id limit $2`,
      [new Date(now), AT_ONCE],
    );
    return rows.map(({ id }) => id);
  }

  /** Locks a delivery till the transaction ends. Null: somebody else is at it, or it is done. */
  async take<T>(manager: EntityManager, id: string): Promise<(T & { readonly attempts: number }) | null> {
    const rows: (T & { attempts: number })[] = await manager.query(
      `select d.id, d.webhook_id as webhook, w.district_id as district, w.url, w.format, w.secret, d.events, d.attempts
       from webhook_delivery d join webhook w on w.id = d.webhook_id where d.id = $1 and d.status = 'pending' for update of d skip locked`,
      [id],
    );
    return rows[0] ?? null;
  }

  async settle(manager: EntityManager, id: string, status: 'pending' | 'sent' | 'failed', at: number, response: string): Promise<void> {
    await manager.query(
      'update webhook_delivery set status = $2, attempts = attempts + 1, next_attempt_at = $3, response = $4 where id = $1',
      [id, status, new Date(at), response],
    );
  }

  /** One event an obligation or letter, kind and instant, to however many people it was told. */
  private eventsFor(manager: EntityManager, { district, kinds, readUntil }: Hook, horizon: string): Promise<unknown[]> {
    return manager.query(
      `select o.kind, o.at, o.obligation_id as obligation, coalesce(ob.title, o.detail ->> 'title') as title, u.name as unit, ob.due_on::text as "dueOn",
         max(case when jsonb_typeof(o.detail -> 'documents') = 'array' then jsonb_array_length(o.detail -> 'documents') else 0 end) as documents
       from outbox o left join obligation ob on ob.id = o.obligation_id
         left join budget_unit u on u.id = coalesce(ob.unit_id, (o.detail ->> 'unit')::uuid)
       where o.written_in >= $1::xid8 and o.written_in < $2::xid8 and coalesce(ob.district_id, u.district_id) = $3 and o.kind = any ($4::text[])
         and not coalesce(u.classified, false)
       group by o.kind, o.at, o.obligation_id, coalesce(ob.title, o.detail ->> 'title'), u.name, ob.due_on order by o.at, title, o.kind`,
      [readUntil, horizon, district, kinds],
    );
  }
}
