import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Problem } from '#contracts/errors/problem.js';
import { outlookOf, waitingOf } from '#domain/outlook/outlook.js';
import type { Ahead } from '#domain/outlook/outlook.js';
import type { Json } from '#domain/json.js';
import type { ObligationState, Person } from '#domain/obligation/state.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { readObligation } from '#persistence/reading/documents.js';
import { nextOfCampaign, waitingByStage } from '#persistence/reading/outlook.js';
import { Clock } from '#platform/clock.js';
import { Campaigns } from '../campaigns/campaigns.js';
import { todayOf } from '../http/today.js';

interface Named {
  readonly people: ReadonlyMap<string, string>;
  readonly titles: ReadonlyMap<string, string>;
}

const fieldOf = (detail: Json, name: string): unknown =>
  detail !== null && typeof detail === 'object' && !Array.isArray(detail) ? (detail as Record<string, unknown>)[name] : undefined;
const textOf = (detail: Json, name: string): string | null => {
  const value = fieldOf(detail, name);
  return typeof value === 'string' ? value : null;
};

const peopleOf = (state: ObligationState, ahead: readonly Ahead[]): Person[] => [
  ...waitingOf(state).flatMap(({ people }) => people),
  ...ahead.flatMap(({ transitions }) => transitions.flatMap(({ notices }) => notices.flatMap(({ to }) => to))),
  ...(state.extension ? [state.extension.by] : []),
];

/** 流程视图: what the workflows themselves would say of what they wait for and what comes if nobody acts. */
@Injectable()
export class Outlook {
  constructor(
    private readonly source: DataSource,
    private readonly visible: Campaigns,
    private readonly clock: Clock,
  ) {}

  async ofObligation(viewer: Viewer, id: string) {
    const found = await readObligation(this.source, viewer, 'obligations.read', todayOf(this.clock), id);
    if (!found) throw new Problem('NOT_FOUND');
    const { state } = found;
    const { ahead, after } = outlookOf(state);
    const named = await this.named(state, peopleOf(state, ahead));
    const person = (it: string) => ({ person: it, name: named.people.get(it) ?? '' });
    const waitsFor = waitingOf(state).map((it) => ({
      ...it,
      documents: it.documents.length,
      people: it.people.map(person),
      until: it.until === null ? null : this.at(it.until),
    }));
    return {
      ...{ obligation: id, status: state.status, at: new Date(this.clock.now()) },
      ...{ dueOn: state.deadline.dueOn, dueAt: this.at(state.deadline.dueAt) },
      extension: state.extension && { ...state.extension, by: person(state.extension.by) },
      waitsFor,
      next: ahead.map((it) => this.shown(it, state, named)),
      then: after.status,
    };
  }

  async ofCampaign(viewer: Viewer, id: string) {
    const { status } = await this.visible.get(viewer, id, 'campaigns.write');
    const progress = status === 'draft' ? { stages: [] } : await this.visible.progress(viewer, id);
    const opensNext = progress.stages.filter((it) => it.progress === 'planned').map(({ progress: _, ...it }) => it);
    const [waitsFor, next] = await Promise.all([waitingByStage(this.source, id), nextOfCampaign(this.source, id)]);
    return { campaign: id, status, at: new Date(this.clock.now()), waitsFor, opensNext, next };
  }

  private shown({ at, what, transitions }: Ahead, state: ObligationState, { people, titles }: Named) {
    const [first] = transitions;
    const rung = what === 'rung' ? Number(fieldOf(first!.detail, 'rung')) : null;
    const clock = textOf(first!.detail, 'clock');
    const tells = transitions.flatMap(({ notices }) => notices.filter(({ to }) => to.length > 0));
    return {
      ...{ at: this.at(at), what, day: rung },
      circulation: rung !== null && state.deadline.rungs.some((it) => it.day === rung && it.clock === clock && it.circulation),
      ...{ step: textOf(first!.detail, 'step'), meaning: textOf(first!.detail, 'meaning') },
      tells: tells.map(({ kind, to }) => ({ kind, people: to.map((it) => ({ person: it, name: people.get(it) ?? '' })) })),
      moves: transitions.flatMap(({ documents }) =>
        documents.map((it) => ({ document: it.id, title: titles.get(it.id) ?? '', from: it.from, to: it.to, step: it.step })),
      ),
    };
  }

  private async named(state: ObligationState, people: readonly string[]): Promise<Named> {
    const ask = async (sql: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
      const rows: { id: string; name: string }[] = await this.source.query(sql, [ids]);
      return new Map(rows.map(({ id, name }) => [id, name]));
    };
    return {
      people: await ask('select id, name from person where id = any ($1)', [...new Set(people)]),
      titles: await ask('select id, title as name from document where id = any ($1)', Object.keys(state.documents)),
    };
  }

  private at(engine: number): Date {
    return new Date(this.clock.toBusiness(engine));
  }
}
