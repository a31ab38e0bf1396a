import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Action } from '#contracts/api/actions.js';
import { Problem } from '#contracts/errors/problem.js';
import type { Command } from '#domain/obligation/command.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { STREAM_LIST } from '#persistence/reading/audit.js';
import { readObligation } from '#persistence/reading/documents.js';
import { readList } from '#persistence/reading/list.js';
import type { ListQuery } from '#persistence/reading/list.js';
import { readTasks } from '#persistence/reading/tasks.js';
import { OBLIGATION_LIST } from '#persistence/reading/work.js';
import { Clock } from '#platform/clock.js';
import { Engine } from '#temporal/engine.js';
import { todayOf } from '../http/today.js';

type DeadlineCommand = Extract<Command, { name: 'requestExtension' | 'decideExtension' | 'moveDeadline' }>;
type Wish = DeadlineCommand extends infer C ? (C extends DeadlineCommand ? Omit<C, 'requestId' | 'actor'> : never) : never;

/** Who owes what by when, what happens next, and how it came about; and the deadline, which its obligation alone moves. */
@Injectable()
export class Obligations {
  constructor(
    private readonly source: DataSource,
    private readonly engine: Engine,
    private readonly clock: Clock,
  ) {}

  tasks(viewer: Viewer, query: Parameters<typeof readTasks>[3]) {
    return readTasks(this.source, viewer, todayOf(this.clock), query);
  }

  list(viewer: Viewer, query: ListQuery) {
    return readList(this.source, OBLIGATION_LIST, viewer, query);
  }

  async get(viewer: Viewer, id: string) {
    const { state, ...row } = await this.find(viewer, id, 'obligations.read');
    const ladder = state.deadline.rungs.map(({ day, on, at, circulation, state: rung }) => ({
      day,
      on,
      at: new Date(this.clock.toBusiness(at)),
      circulation,
      state: rung,
    }));
    return { ...row, extension: state.extension, chain: state.chain.map(({ step, who }) => ({ step, who })), ladder };
  }

  async history(viewer: Viewer, id: string, query: ListQuery) {
    await this.find(viewer, id, 'obligations.read');
    return readList(this.source, STREAM_LIST, null, { ...query, stream: `obligation/${id}` });
  }

  /** Asks the obligation for another deadline, or for a decision on one. */
  async askDeadline(viewer: Viewer, id: string, action: Action, wish: Wish, key: string) {
    await this.find(viewer, id, action);
    const answers = await this.engine.act(id, { ...wish, requestId: `${viewer.person}:${key}`, actor: viewer.person });
    return { obligation: id, answers };
  }

  private async find(viewer: Viewer, id: string, action: Action) {
    const row = await readObligation(this.source, viewer, action, todayOf(this.clock), id);
    if (!row) throw new Problem('NOT_FOUND');
    return row;
  }
}
