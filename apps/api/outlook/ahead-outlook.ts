import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { addDays } from '#domain/calendar/calendar.js';
import { foresee } from '#domain/outlook/ahead.js';
import type { Foreseen, Risk } from '#domain/outlook/ahead.js';
import type { Viewer } from '#persistence/access/viewer.js';
import type { ListQuery } from '#persistence/reading/list.js';
import { MOST_AHEAD, readAhead } from '#persistence/reading/outlook.js';
import type { OpenObligation } from '#persistence/reading/outlook.js';
import { Clock } from '#platform/clock.js';
import { Campaigns } from '../campaigns/campaigns.js';
import { todayOf } from '../http/today.js';
import { pageFrom } from '../year/page-from.js';
import { byDay, byStage, countRisks, loadsOf, onDay } from './ahead-figures.js';

/** An obligation with what is foreseen of it, in business instants (ms). */
export interface AheadLine extends Foreseen {
  readonly of: OpenObligation;
}

interface Wanted extends ListQuery {
  readonly days: number;
  readonly risk?: Risk | undefined;
  readonly day?: string | undefined;
  readonly stage?: string | undefined;
  readonly reviewer?: string | undefined;
}

/** 前瞻: what goes wrong by a day if nobody acts, as the workflows themselves would decide; of what the viewer sees of the year. */
@Injectable()
export class AheadOutlook {
  constructor(
    private readonly source: DataSource,
    private readonly visible: Campaigns,
    private readonly clock: Clock,
  ) {}

  async of(viewer: Viewer, campaign: string, days: number) {
    const { lines, until, more } = await this.lines(viewer, campaign, days);
    const loads = loadsOf(lines);
    const names = await this.names(loads.map(({ person }) => person));
    const reviewers = loads.map((it) => ({ ...it, name: names.get(it.person) ?? '' }));
    const figures = { risks: countRisks(lines), days: byDay(lines), stages: byStage(lines) };
    return { campaign, at: new Date(this.clock.now()), until: new Date(until), more, ...figures, reviewers };
  }

  async obligations(viewer: Viewer, campaign: string, query: Wanted) {
    const { lines } = await this.lines(viewer, campaign, query.days);
    const { risk, day, stage, reviewer } = query;
    const wanted = lines.filter(
      (it) =>
        (risk === undefined ? it.risks.length > 0 || reviewer !== undefined : it.risks.includes(risk)) &&
        (day === undefined || onDay(it, day, risk)) &&
        (stage === undefined || it.of.stage === stage) &&
        (reviewer === undefined || it.loads.some(({ person, limitAt }) => person === reviewer && (risk !== 'limit' || limitAt !== null))),
    );
    const people = wanted.flatMap(({ coming, loads }) => [...coming.flatMap(({ to }) => to), ...loads.map(({ person }) => person)]);
    const names = await this.names(people);
    return pageFrom(
      wanted,
      query,
      (it) => [new Date(it.of.dueAt).toISOString(), it.of.obligation],
      (it) => shown(it, names),
    );
  }

  private async lines(viewer: Viewer, id: string, days: number) {
    await this.visible.get(viewer, id, 'board.read');
    const now = this.clock.now();
    const until = Date.parse(`${addDays(todayOf(this.clock), days + 1)}T00:00:00+08:00`);
    const open = await readAhead(this.source, viewer, id, new Date(until));
    const lines = open.slice(0, MOST_AHEAD).map((of) => ({ of, ...this.foreseen(of, now, until) }));
    return { lines, until, more: open.length > MOST_AHEAD };
  }

  private foreseen({ state }: OpenObligation, now: number, until: number): Foreseen {
    const { coming, loads, ...it } = foresee(state, this.clock.toEngine(now), this.clock.toEngine(until));
    const business = (engine: number): number => this.clock.toBusiness(engine);
    return {
      ...it,
      coming: coming.map((one) => ({ ...one, at: business(one.at) })),
      loads: loads.map((one) => ({ ...one, limitAt: one.limitAt === null ? null : business(one.limitAt) })),
    };
  }

  private async names(people: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows: { id: string; name: string }[] = await this.source.query('select id, name from person where id = any ($1)', [
      [...new Set(people)],
    ]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}

const shown = ({ of: { state: _, ...of }, owed, inReview, risks, coming, loads }: AheadLine, names: ReadonlyMap<string, string>) => ({
  ...{ ...of, owed, inReview, risks },
  next: coming.map(({ at, what, risk, to }) => ({ at: new Date(at), what, risk, people: to.map((it) => names.get(it) ?? '') })),
  reviewers: loads.map(({ person, documents, limitAt }) => ({
    ...{ person, name: names.get(person) ?? '', documents },
    limitAt: limitAt === null ? null : new Date(limitAt),
  })),
});
