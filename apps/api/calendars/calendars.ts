import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Problem } from '#contracts/errors/problem.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { CalendarRepository } from '#persistence/campaign/calendar.repository.js';
import type { ChangedDay } from '#persistence/campaign/calendar.repository.js';
import { readMadeVersions } from '#persistence/reading/calendars.js';
import type { MadeVersion } from '#persistence/reading/calendars.js';
import { daysOfVersion, holidayName, versionOf } from '#platform/calendar-source/calendar-source.js';
import { CalendarVersionError, latestVersion, parseVersion } from '#platform/calendar-source/calendar-version.js';
import type { EditedYears } from '#platform/calendar-source/calendar-version.js';
import { Clock } from '#platform/clock.js';
import { Trail } from '../http/trail.js';

interface Wish {
  readonly basedOn: string;
  readonly days: readonly ChangedDay[];
  readonly provisional: boolean;
  readonly reason: string;
  readonly source: string;
}

const NO_DAYS: readonly ChangedDay[] = [];
const NOT_MADE = { basedOn: null, changes: NO_DAYS, reason: null, source: null, createdAt: null, createdBy: null, createdByName: null };

/** 工作日历表: the packaged years, and the versions that people make of them. A campaign takes a version by a command of its own. */
@Injectable()
export class Calendars {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly trail: Trail,
    private readonly calendars: CalendarRepository,
  ) {}

  async list(year: number) {
    const edited = await this.calendars.edited(this.source.manager);
    const packaged = [...new Set([versionOf(year, 0), latestVersion(year)])];
    const made = await readMadeVersions(this.source, year);
    return { items: [...packaged.map((it) => this.shown(it, edited)), ...made.map((it) => this.shown(it.version, edited, it))] };
  }

  /** @throws Problem NOT_FOUND for a version that there is not */
  async get(version: string) {
    const info = await this.info(version);
    const changed = new Set(info.changes.map(({ day }) => day));
    const days = daysOfVersion(version, await this.calendars.edited(this.source.manager));
    return { ...info, days: days.map(({ day, working }) => ({ day, working, holiday: holidayName(day), changed: changed.has(day) })) };
  }

  /** Adds a version. @throws Problem UNKNOWN_CALENDAR; NOT_ACCEPTED naming each day that is not of the year or would not change */
  async make(viewer: Viewer, { basedOn, days, ...wish }: Wish) {
    const version = await this.source.transaction(async (manager) => {
      const edited = await this.calendars.edited(manager);
      const { year } = this.parsed(basedOn, edited, () => new Problem('UNKNOWN_CALENDAR', { version: basedOn }));
      const before = daysOfVersion(basedOn, edited);
      this.mustChange(days, new Map(before.map(({ day, working }) => [day, working])));
      const wished = new Map(days.map(({ day, working }) => [day, working]));
      const bits = before.map(({ day, working }) => ((wished.get(day) ?? working) ? '1' : '0')).join('');
      const revision = await this.calendars.nextRevision(manager, year);
      const changes = [...days].sort((a, b) => (a.day < b.day ? -1 : 1));
      const it = { year, revision, basedOn, days: bits, changes, ...wish };
      await this.calendars.add(manager, it, new Date(this.clock.now()), viewer.person);
      const made = versionOf(year, revision);
      const detail = { version: made, basedOn, changes, provisional: wish.provisional, reason: wish.reason, source: wish.source };
      await this.trail.append(manager, {
        stream: `calendar/${String(year)}`,
        district: null,
        actor: viewer.person,
        type: 'makeCalendar',
        detail,
      });
      return made;
    });
    return this.info(version);
  }

  private async info(version: string) {
    const edited = await this.calendars.edited(this.source.manager);
    const { year } = this.parsed(version, edited, () => new Problem('NOT_FOUND'));
    const made = (await readMadeVersions(this.source, year)).find((it) => it.version === version);
    return this.shown(version, edited, made);
  }

  private mustChange(days: readonly ChangedDay[], before: ReadonlyMap<string, boolean>): void {
    const errors = days.flatMap(({ day, working }, i) => {
      const path = `body.days.${String(i)}.day`;
      const was = before.get(day);
      if (was === undefined) return [{ path, code: 'NOT_OF_THE_YEAR', zh: '不在该年度内', en: 'this day is not of the year' }];
      if (was !== working) return [];
      return [
        {
          path,
          code: 'NOT_CHANGED',
          zh: `原本就是${was ? '工作日' : '休息日'}`,
          en: `this is a ${was ? 'working day' : 'day off'} already`,
        },
      ];
    });
    if (errors.length > 0) throw new Problem('NOT_ACCEPTED', {}, errors);
  }

  private parsed(version: string, edited: EditedYears, refusal: () => Problem) {
    try {
      return parseVersion(version, edited);
    } catch (error) {
      if (error instanceof CalendarVersionError) throw refusal();
      throw error;
    }
  }

  private shown(version: string, edited: EditedYears, made?: MadeVersion) {
    const { year, revision } = parseVersion(version, edited);
    const origin = revision === 0 ? ('weekday' as const) : revision === 1 ? ('announced' as const) : ('made' as const);
    const workingDays = daysOfVersion(version, edited).filter(({ working }) => working).length;
    return { ...NOT_MADE, provisional: revision === 0, ...made, version, year, origin, workingDays };
  }
}
