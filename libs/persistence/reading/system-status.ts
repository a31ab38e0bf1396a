import type { DataSource } from 'typeorm';
import { readRows } from './rows.js';

export interface DatabaseFacts {
  readonly version: string;
  readonly sizeBytes: number;
  readonly connections: number;
  /** Name of the newest migration. */
  readonly migration: string | null;
}

export const readDatabase = async (source: DataSource): Promise<DatabaseFacts> => {
  const rows = await readRows<DatabaseFacts>(
    source,
    `select current_setting('server_version') as version, pg_database_size(current_database()) as "sizeBytes",
       (select count(*)::int from pg_stat_activity where datname = current_database()) as connections,
       (select name from migrations order by timestamp desc limit 1) as migration`,
    [],
  );
  return rows[0]!;
};

interface Waiting {
  readonly pending: number;
  readonly failed: number;
  readonly oldestAt: string | null;
}

export interface Queues {
  readonly unstarted: number;
  readonly behind: number;
  readonly outbox: Waiting;
  readonly webhooks: Waiting;
  readonly lastMailAt: string | null;
}

const waiting = (from: string, since: string): string => `(select json_build_object('pending', count(*) filter (where status = 'pending'),
  'failed', count(*) filter (where status = 'failed'), 'oldestAt', min(${since}) filter (where status = 'pending')) from ${from} where status <> 'sent')`;

/** What waits to be done, as of a business instant. */
export const readQueues = async (source: DataSource, now: Date): Promise<Queues> => {
  const rows = await readRows<Queues>(
    source,
    `select (select count(*)::int from obligation where started_at is null) as unstarted,
       (select count(*)::int from obligation where status = 'open' and next_at < $1::timestamptz - interval '2 minutes') as behind,
       ${waiting('outbox', 'at')} as outbox, ${waiting('webhook_delivery', 'created_at')} as webhooks,
       (select at from mail order by at desc, id desc limit 1) as "lastMailAt"`,
    [now],
  );
  return rows[0]!;
};
