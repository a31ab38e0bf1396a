import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Day } from '#domain/policy/policy.js';

export interface NewRehearsal {
  readonly id: string;
  readonly district: string;
  readonly campaign: string;
  readonly askedBy: string;
  readonly from: Day;
  readonly until: Day;
}

/** One thing that happened, or several alike at one minute. */
export interface HappeningRow {
  /** ISO 8601 with offset. */
  readonly at: string;
  readonly type: string;
  readonly about: string;
  readonly actor: string | null;
  readonly detail: unknown;
  readonly times: number;
}

export type RehearsalEnd = 'done' | 'failed' | 'cancelled' | 'interrupted';

/** A process that was not heard of for so long is taken for dead, seconds. */
const SILENT_SECONDS = 60;
const AT_ONCE = 2_000;

/** Rehearsals as rows. Times are the wall clock's: how long a rehearsal takes is no business of the year. */
@Injectable()
export class RehearsalRepository {
  /** False: one of this district is running already. */
  async begin(manager: EntityManager, { id, district, campaign, askedBy, from, until }: NewRehearsal): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      `insert into rehearsal (id, district_id, campaign_id, asked_by, state, from_on, until_on) values ($1, $2, $3, $4, 'running', $5, $6)
       on conflict (district_id) where state = 'running' do nothing returning id`,
      [id, district, campaign, askedBy, from, until],
    );
    return rows.length > 0;
  }

  /** Says that the process lives and which day it has reached. Null: the rehearsal is not running any more. */
  async beat(manager: EntityManager, id: string, reached: Day | null): Promise<{ readonly cancel: boolean } | null> {
    const [rows]: [{ cancel: boolean }[]] = await manager.query(
      `update rehearsal set beat_at = now(), reached_on = coalesce($2, reached_on) where id = $1 and state = 'running'
       returning cancel_asked_at is not null as cancel`,
      [id, reached],
    );
    return rows[0] ?? null;
  }

  /** False: it has ended already. */
  async askCancel(manager: EntityManager, id: string): Promise<boolean> {
    const [, changed]: [unknown, number] = await manager.query(
      `update rehearsal set cancel_asked_at = coalesce(cancel_asked_at, now()) where id = $1 and state = 'running'`,
      [id],
    );
    return changed > 0;
  }

  /** Ends it, once: the first word stands. `leftBehind`: its schema is still there. */
  async end(
    manager: EntityManager,
    id: string,
    state: RehearsalEnd,
    { failure = null, outcome = null, leftBehind = false }: { failure?: string | null; outcome?: unknown; leftBehind?: boolean } = {},
  ): Promise<void> {
    await manager.query(
      `update rehearsal set state = $2, ended_at = now(), failure = $3, outcome = $4::text::jsonb, left_behind = $5
       where id = $1 and state = 'running'`,
      [id, state, failure, outcome === null ? null : JSON.stringify(outcome), leftBehind],
    );
  }

  /** Rehearsals whose process is not heard of any more are interrupted. */
  async settle(manager: EntityManager): Promise<void> {
    await manager.query(
      `update rehearsal set state = 'interrupted', ended_at = now(), left_behind = true
       where state = 'running' and beat_at < now() - make_interval(secs => ${String(SILENT_SECONDS)})`,
    );
  }

  async leftBehind(manager: EntityManager): Promise<readonly string[]> {
    const rows: { id: string }[] = await manager.query('select id from rehearsal where left_behind');
    return rows.map(({ id }) => id);
  }

  async takenAway(manager: EntityManager, id: string): Promise<void> {
    await manager.query('update rehearsal set left_behind = false where id = $1', [id]);
  }

  async happened(manager: EntityManager, id: string, rows: readonly HappeningRow[]): Promise<void> {
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      await manager.query(
        `insert into rehearsal_happening (rehearsal_id, place, at, type, about, actor, detail, times)
         select $1, $2 + n, (x ->> 'at')::timestamptz, x ->> 'type', x ->> 'about', x ->> 'actor', x -> 'detail', (x ->> 'times')::int
         from jsonb_array_elements($3::text::jsonb) with ordinality as it (x, n)`,
        [id, from, JSON.stringify(rows.slice(from, from + AT_ONCE))],
      );
    }
  }
}
