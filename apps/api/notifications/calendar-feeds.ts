import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { API_PREFIX } from '#contracts/api/routes.js';
import { Problem } from '#contracts/errors/problem.js';
import type { TrailType } from '#contracts/trail-type.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { readDeadlines } from '#persistence/reading/deadlines.js';
import { Clock } from '#platform/clock.js';
import { todayOf } from '../http/today.js';
import { Trail } from '../http/trail.js';
import type { ApiOptions } from '../parts.js';
import { OPTIONS } from '../parts.js';
import { deadlineCalendar } from './deadline-calendar.js';

const hashOf = (token: string): string => createHash('sha256').update(`calendar:${token}`).digest('hex');

/** One secret address a person, for a calendar program that cannot log in. The table holds the token's hash only. */
@Injectable()
export class CalendarFeeds {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly trail: Trail,
    @Inject(OPTIONS) private readonly options: ApiOptions,
  ) {}

  async get({ person }: Viewer): Promise<{ createdAt: Date }> {
    const rows: { createdAt: Date }[] = await this.source.query(
      'select created_at as "createdAt" from calendar_feed where person_id = $1',
      [person],
    );
    if (!rows[0]) throw new Problem('NOT_FOUND');
    return rows[0];
  }

  /** A new address; the one before it ends. */
  async open(viewer: Viewer): Promise<{ createdAt: Date; url: string }> {
    const token = randomBytes(32).toString('base64url');
    const createdAt = new Date(this.clock.now());
    await this.source.transaction(async (manager) => {
      await manager.query(
        `insert into calendar_feed (person_id, token_hash, created_at) values ($1, $2, $3)
         on conflict (person_id) do update set token_hash = excluded.token_hash, created_at = excluded.created_at`,
        [viewer.person, hashOf(token), createdAt],
      );
      await this.note(manager, viewer, 'openCalendarFeed');
    });
    return { createdAt, url: `${this.publicUrl}${API_PREFIX}/calendar-feeds/${token}.ics` };
  }

  async close(viewer: Viewer): Promise<void> {
    await this.source.transaction(async (manager) => {
      const [, gone] = (await manager.query('delete from calendar_feed where person_id = $1', [viewer.person])) as [unknown, number];
      if (gone === 0) throw new Problem('NOT_FOUND');
      await this.note(manager, viewer, 'closeCalendarFeed');
    });
  }

  /** The calendar of whoever's secret it is; an inactive person has none. */
  async read(token: string): Promise<string> {
    const rows: { person: string; language: 'zh' | 'en' }[] = await this.source.query(
      'select p.id as person, p.language from calendar_feed f join person p on p.id = f.person_id and p.active where f.token_hash = $1',
      [hashOf(token.replace(/\.ics$/, ''))],
    );
    if (!rows[0]) throw new Problem('NOT_FOUND');
    const deadlines = await readDeadlines(this.source, rows[0].person, todayOf(this.clock));
    return deadlineCalendar({ language: rows[0].language, deadlines, now: this.clock.now(), publicUrl: this.publicUrl });
  }

  private get publicUrl(): string {
    return this.options.publicUrl ?? '';
  }

  private note(manager: EntityManager, { person }: Viewer, type: TrailType): Promise<void> {
    return this.trail.append(manager, { stream: `person/${person}`, district: null, actor: person, type, detail: {} });
  }
}
