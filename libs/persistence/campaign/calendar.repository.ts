import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Day } from '#domain/policy/policy.js';
import type { EditedYears } from '#platform/calendar-source/calendar-version.js';

/** A day that a version has otherwise than what it was made from. */
export interface ChangedDay {
  readonly day: Day;
  readonly working: boolean;
}

/** A version of a year's calendar that somebody made. */
export interface EditedVersion {
  readonly year: number;
  readonly revision: number;
  readonly basedOn: string;
  /** One digit a day of the year: 1 is a working day. */
  readonly days: string;
  readonly changes: readonly ChangedDay[];
  readonly provisional: boolean;
  readonly reason: string;
  readonly source: string;
}

/** Versions of calendars that people made. They are added and never changed, so that a campaign's frozen one can be looked up for good. */
@Injectable()
export class CalendarRepository {
  async edited(manager: EntityManager): Promise<EditedYears> {
    const rows: { version: string; days: string; provisional: boolean }[] = await manager.query(
      `select 'cn-' || year || '@' || revision as version, days, provisional from calendar_version`,
    );
    return new Map(rows.map(({ version, days, provisional }) => [version, { days, provisional }]));
  }

  /** Holds the year till the transaction ends, and answers the revision that comes next. */
  async nextRevision(manager: EntityManager, year: number): Promise<number> {
    await manager.query(`select pg_advisory_xact_lock(hashtext('calendar_version'), $1)`, [year]);
    const [row]: { next: number }[] = await manager.query(
      'select coalesce(max(revision), 1) + 1 as next from calendar_version where year = $1',
      [year],
    );
    return row!.next;
  }

  async add(manager: EntityManager, it: EditedVersion, at: Date, by: string): Promise<void> {
    await manager.query(
      `insert into calendar_version (year, revision, based_on, days, changes, provisional, reason, source, created_at, created_by)
       values ($1, $2, $3, $4, $5::text::jsonb, $6, $7, $8, $9, $10)`,
      [it.year, it.revision, it.basedOn, it.days, JSON.stringify(it.changes), it.provisional, it.reason, it.source, at, by],
    );
  }
}
