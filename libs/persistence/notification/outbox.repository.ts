import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** A message for one person. `key` is unique for ever: written twice, it is one. */
export interface OutboxMessage {
  readonly key: string;
  readonly person: string;
  readonly obligation: string | null;
  readonly kind: string;
  readonly at: Date;
  readonly detail: unknown;
}

export const OUTBOX_COLUMNS = 'key, person_id, obligation_id, kind, at, detail, next_attempt_at';
/** The same, as they come out of arrays of text. */
export const OUTBOX_VALUES = OUTBOX_COLUMNS.replace('detail', 'detail::jsonb');

/** One array a column; the last column, when a message is due first, is the instant again. */
export const outboxParameters = (messages: readonly OutboxMessage[]): unknown[][] => [
  messages.map((it) => it.key),
  messages.map((it) => it.person),
  messages.map((it) => it.obligation),
  messages.map((it) => it.kind),
  messages.map((it) => it.at.toISOString()),
  messages.map((it) => JSON.stringify(it.detail)),
];

@Injectable()
export class OutboxRepository {
  /** Within the transaction of the transition that they tell of. */
  async put(manager: EntityManager, messages: readonly OutboxMessage[]): Promise<void> {
    if (messages.length === 0) return;
    await manager.query(
      `insert into outbox (${OUTBOX_COLUMNS}) select ${OUTBOX_VALUES}
       from unnest($1::text[], $2::uuid[], $3::uuid[], $4::text[], $5::timestamptz[], $6::text[], $5::timestamptz[])
         as message (${OUTBOX_COLUMNS})
       on conflict (key) do nothing`,
      outboxParameters(messages),
    );
  }
}
