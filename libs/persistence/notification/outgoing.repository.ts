import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Calendar } from '#domain/calendar/calendar.js';

/** A pending message with its recipient and what can be said about its obligation. */
export interface PendingMessage {
  readonly id: string;
  readonly person: string;
  readonly kind: string;
  readonly at: Date;
  readonly obligation: string | null;
  readonly title: string | null;
  readonly dueOn: string | null;
  readonly documents: number;
  readonly reason: string | null;
  readonly campaign: string | null;
  readonly address: string;
  readonly name: string;
  readonly language: 'zh' | 'en';
  readonly active: boolean;
}

export interface Letter {
  readonly id: string;
  readonly person: string;
  readonly address: string;
  readonly subject: string;
  readonly body: string;
}

const iso = (ms: number): string => new Date(ms).toISOString();

/** The outbox seen by the sender: messages become letters (table `mail`), letters are sent. */
@Injectable()
export class OutgoingRepository {
  /** Not yet looked at, though due: `id` and `at` of what waits to be scheduled for a digest. */
  async unscheduled(manager: EntityManager, now: number, urgent: readonly string[]): Promise<readonly { id: string; at: Date }[]> {
    return manager.query(
      `select id, at from outbox where status = 'pending' and mail_id is null and next_attempt_at <= $1 and next_attempt_at = at
         and kind <> all ($2::text[]) for update skip locked`,
      [iso(now), urgent],
    );
  }

  async postpone(manager: EntityManager, ids: readonly string[], until: readonly number[]): Promise<void> {
    if (ids.length === 0) return;
    await manager.query(
      `update outbox set next_attempt_at = it.until from unnest($1::bigint[], $2::timestamptz[]) as it (id, until) where outbox.id = it.id`,
      [ids, until.map(iso)],
    );
  }

  /** Everything that is pending for people of whom something is due: what is held for a later digest goes with it. */
  async due(manager: EntityManager, now: number): Promise<readonly PendingMessage[]> {
    return manager.query(
      `select o.id, o.person_id as person, o.kind, o.at, o.obligation_id as obligation, coalesce(ob.title, o.detail ->> 'title') as title, ob.due_on::text as "dueOn",
         ob.campaign_id as campaign, o.detail ->> 'reason' as reason, p.email as address, p.name, p.language, p.active,
         case when jsonb_array_length(coalesce(o.detail -> 'documents', '[]')) > 0 then jsonb_array_length(o.detail -> 'documents')
           else (select count(*)::int from document d where d.obligation_id = ob.id and d.status in ('open', 'returned')) end as documents
       from outbox o join person p on p.id = o.person_id left join obligation ob on ob.id = o.obligation_id
       where o.status = 'pending' and o.mail_id is null and o.at <= $1 and o.person_id in
         (select person_id from outbox where status = 'pending' and mail_id is null and next_attempt_at <= $1)
       order by o.person_id, o.id for update of o skip locked`,
      [iso(now)],
    );
  }

  async calendars(manager: EntityManager, campaigns: readonly string[]): Promise<ReadonlyMap<string, Calendar>> {
    const rows: { id: string; calendar: Calendar }[] = await manager.query('select id, calendar from campaign where id = any ($1)', [
      campaigns,
    ]);
    return new Map(rows.map(({ id, calendar }) => [id, calendar]));
  }

  /** The letters are written before any of them is sent; their messages carry them from now on. */
  async write(manager: EntityManager, letters: readonly (Letter & { readonly messages: readonly string[] })[], now: number): Promise<void> {
    if (letters.length === 0) return;
    await manager.query(
      `insert into mail (id, person_id, address, subject, body, at)
       select id, person, address, subject, body, $2 from jsonb_to_recordset($1::jsonb)
         as it (id uuid, person uuid, address text, subject text, body text)`,
      [JSON.stringify(letters.map(({ id, person, address, subject, body }) => ({ id, person, address, subject, body }))), iso(now)],
    );
    const carried = letters.flatMap(({ id, messages }) => messages.map((message) => ({ id, message })));
    await manager.query(
      `update outbox set mail_id = it.mail, next_attempt_at = $3
       from unnest($1::bigint[], $2::uuid[]) as it (id, mail) where outbox.id = it.id`,
      [carried.map(({ message }) => message), carried.map(({ id }) => id), iso(now)],
    );
  }

  /** Messages to people who are not there any more. */
  async drop(manager: EntityManager, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await manager.query(`update outbox set status = 'failed' where id = any ($1::bigint[])`, [ids]);
  }

  /** Letters written and not sent, earliest first. */
  async letters(manager: EntityManager, now: number, most: number): Promise<readonly string[]> {
    const rows: { id: string }[] = await manager.query(
      `select mail_id as id from outbox where status = 'pending' and mail_id is not null and next_attempt_at <= $1
       group by mail_id order by min(id) limit $2`,
      [iso(now), most],
    );
    return rows.map(({ id }) => id);
  }

  /** Locks a letter's messages till the transaction ends. Null: somebody else is at it, or it is done. */
  async take(manager: EntityManager, id: string): Promise<(Letter & { readonly attempts: number }) | null> {
    const locked: { attempts: number }[] = await manager.query(
      `select attempts from outbox where mail_id = $1 and status = 'pending' for update skip locked`,
      [id],
    );
    if (locked.length === 0) return null;
    const letters: Letter[] = await manager.query('select id, person_id as person, address, subject, body from mail where id = $1', [id]);
    return { ...letters[0]!, attempts: Math.max(...locked.map(({ attempts }) => attempts)) };
  }

  async settle(manager: EntityManager, id: string, status: 'sent' | 'failed', response: string): Promise<void> {
    await manager.query(`update outbox set status = $2, attempts = attempts + 1 where mail_id = $1 and status = 'pending'`, [id, status]);
    await manager.query('update mail set response = $2 where id = $1', [id, response]);
  }

  async retry(manager: EntityManager, id: string, at: number, response: string): Promise<void> {
    await manager.query(`update outbox set attempts = attempts + 1, next_attempt_at = $2 where mail_id = $1 and status = 'pending'`, [
      id,
      iso(at),
    ]);
    await manager.query('update mail set response = $2 where id = $1', [id, response]);
  }
}
