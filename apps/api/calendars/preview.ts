import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { renewed } from '#activities/campaign/renewed-calendar.js';
import { Problem } from '#contracts/errors/problem.js';
import { addDays, isWorkingDay, packCalendar } from '#domain/calendar/calendar.js';
import type { Calendar } from '#domain/calendar/calendar.js';
import { movedBy } from '#domain/calendar/moved-by.js';
import { movesBy } from '#domain/calendar/moves.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { CalendarRepository } from '#persistence/campaign/calendar.repository.js';
import type { ChangedDay } from '#persistence/campaign/calendar.repository.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import { readNames, readOpenObligations } from '#persistence/reading/calendars.js';
import { Clock } from '#platform/clock.js';
import { Campaigns } from '../campaigns/campaigns.js';

interface Wish {
  readonly calendar: readonly string[];
  readonly days: readonly ChangedDay[];
  readonly limit: number;
}

const daysOf = ({ firstDay, workingDays }: Calendar) => Array.from({ length: workingDays.length * 4 }, (_, i) => addDays(firstDay, i));

/** The calendar with these days otherwise. @throws DomainError OUTSIDE_CALENDAR for a day that it does not hold */
const withDays = (calendar: Calendar, days: readonly ChangedDay[]): Calendar => {
  if (days.length === 0) return calendar;
  for (const { day } of days) isWorkingDay(calendar, day);
  const wished = new Map(days.map(({ day, working }) => [day, working]));
  return packCalendar(
    { ...calendar, version: `${calendar.version}+` },
    daysOf(calendar).map((day) => wished.get(day) ?? isWorkingDay(calendar, day)),
  );
};

/** 日历调整预览: what the command that changes a campaign's calendar would do, by the same rules. Nothing is written. */
@Injectable()
export class CalendarPreview {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly visible: Campaigns,
    private readonly campaigns: CampaignRepository,
    private readonly calendars: CalendarRepository,
  ) {}

  /** @throws DomainError UNKNOWN_CALENDAR, SAME_CALENDAR, OUTSIDE_CALENDAR */
  async of(viewer: Viewer, id: string, { calendar: versions, days, limit }: Wish) {
    const { status } = await this.visible.get(viewer, id, 'campaigns.write');
    if (status === 'draft') throw new Problem('NOT_OPEN_YET');
    const { manager } = this.source;
    const { calendar: present } = await this.campaigns.campaign(manager, id);
    const named = versions.length > 0 ? renewed(present, versions, await this.calendars.edited(manager)) : present;
    const then = withDays(named, days);
    const changed = daysOf(present).flatMap((day) => {
      const working = isWorkingDay(then, day);
      return working === isWorkingDay(present, day) ? [] : [{ day, working }];
    });
    const concerned = (await readOpenObligations(this.source, id)).flatMap(({ state, ...obligation }) => {
      const people = movedBy(state, then);
      return people.length === 0 ? [] : [{ ...obligation, people, moves: movesBy(state, then) }];
    });
    const everybody = new Set(concerned.flatMap(({ people }) => people));
    const shown = concerned.slice(0, limit);
    const names = await readNames(this.source, [...new Set(shown.flatMap(({ people }) => people))]);
    const instant = (at: number): Date => new Date(this.clock.toBusiness(at));
    return {
      ...{ from: present.version, to: then.version, days: changed, obligations: concerned.length, people: everybody.size },
      items: shown.map(({ id: obligation, people, moves, dueOn, ...it }) => ({
        ...{ obligation, ...it, dueOn, dueOff: { now: !isWorkingDay(present, dueOn), then: !isWorkingDay(then, dueOn) } },
        moves: moves.map(({ from, to, ...move }) => ({ ...move, from: instant(from), to: instant(to) })),
        people: people.map((person) => ({ person, name: names.get(person) ?? '' })),
      })),
    };
  }
}
