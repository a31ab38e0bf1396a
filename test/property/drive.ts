import { DomainError } from '#domain/errors/domain-error.js';
import type { Command } from '#domain/obligation/command.js';
import { decide } from '#domain/obligation/decide.js';
import { open } from '#domain/obligation/open.js';
import type { DocumentAnswer, ObligationState } from '#domain/obligation/state.js';
import { nextWake, tick } from '#domain/obligation/tick.js';
import type { Transition } from '#domain/obligation/transition.js';
import { dayAt, plusDays } from './plain-days.js';
import { PlainObligation } from './plain-obligation.js';
import type { Scenario } from './plain-obligation.js';
import { calendarOf, inputOf } from './scenario.js';
import type { Operation } from './scenario.js';

/** Keeps what an obligation records. `after` is the number that the tables must stand at; a batch that is recorded already changes nothing. */
export interface Recorder {
  record(batch: { readonly after: number; readonly transitions: readonly Transition[]; readonly state: ObligationState }): void;
}

export class Table implements Recorder {
  readonly transitions: Transition[] = [];
  state: ObligationState;

  constructor(opened: ObligationState) {
    this.state = opened;
  }

  record({ after, transitions, state }: Parameters<Recorder['record']>[0]): void {
    if (after !== this.transitions.length) return;
    this.transitions.push(...transitions);
    this.state = JSON.parse(JSON.stringify(state)) as ObligationState;
  }
}

type Asked = { readonly command: Command; readonly onModel: (model: PlainObligation) => void };

/** Drives the machine and the plain model through the same operations, as the workflow would: fold, record in batches, crash. */
export class Drive {
  state: ObligationState;
  model: PlainObligation;
  private kept: { model: PlainObligation };
  private unrecorded: Transition[] = [];
  private lost: Asked[] = [];
  private readonly done: { asked: Asked; answers: readonly DocumentAnswer[] }[] = [];
  private count = 0;

  constructor(
    readonly scenario: Scenario,
    readonly table: Table = new Table(open(inputOf(scenario))),
  ) {
    this.state = table.state;
    this.model = new PlainObligation(scenario);
    this.kept = { model: this.copy(this.model) };
  }

  private copy(model: PlainObligation): PlainObligation {
    const { it, ...rest } = model;
    return Object.assign(new PlainObligation(it), JSON.parse(JSON.stringify({ ...rest })));
  }

  run(operation: Operation): void {
    const { op } = operation;
    if (op === 'advance') this.clock(this.model.now + operation.hours * 3_600_000);
    else if (op === 'wake') this.wake(operation.early ? -1 : 0);
    else if (op === 'record') this.record();
    else if (op === 'crash') this.crash(operation.how);
    else if (op === 'again') this.again(operation.back);
    else this.ask(this.askedFor(operation));
    this.compare();
  }

  private clock(now: number): void {
    const { state, transitions } = tick(this.state, now);
    this.state = state;
    this.unrecorded.push(...transitions);
    this.model.clock(now);
    const again = tick(this.state, now);
    if (again.transitions.length > 0) throw new Error('The clock said something twice.');
  }

  private wake(offset: number): void {
    const wake = nextWake(this.state);
    if (wake) this.clock(Math.max(this.model.now, wake.at + offset));
  }

  record(): { readonly after: number; readonly transitions: readonly Transition[]; readonly state: ObligationState } {
    const batch = { after: this.state.sequence - this.unrecorded.length, transitions: this.unrecorded, state: this.state };
    this.unrecorded = [];
    this.lost = [];
    this.table.record(batch);
    this.kept = { model: this.copy(this.model) };
    return batch;
  }

  private crash(how: 'recorded twice' | 'rebuilt' | 'cut'): void {
    if (how === 'recorded twice') {
      const batch = this.record();
      if (batch.transitions.length > 0) this.table.record(batch);
    } else if (how === 'rebuilt') this.state = JSON.parse(JSON.stringify(this.state)) as ObligationState;
    else this.cut();
  }

  /** Whatever was decided but not recorded is gone; those who wait for an answer are decided anew from what stands in the tables. */
  private cut(): void {
    const { now } = this.model;
    const waiting = this.lost;
    this.state = JSON.parse(JSON.stringify(this.table.state)) as ObligationState;
    this.model = this.copy(this.kept.model);
    this.unrecorded = [];
    this.lost = [];
    this.clock(now);
    for (const asked of waiting) this.ask(asked);
  }

  private again(back: number): void {
    const before = this.done.at(-1 - back);
    if (!before || !this.state.requests.some(([id]) => id === before.asked.command.requestId)) return;
    const { transitions } = decide(this.state, before.asked.command, this.model.now);
    if (transitions.length > 0) throw new Error('A request acted twice.');
  }

  private ask(asked: Asked): void {
    const { now } = this.model;
    this.model.clock(now);
    const closed = this.model.closed;
    this.lost.push(asked);
    try {
      const { state, transitions, answers } = decide(this.state, asked.command, now);
      if (closed && transitions.some(({ requestId }) => requestId !== null)) throw new Error('A closed obligation was changed.');
      this.state = state;
      this.unrecorded.push(...transitions);
      this.done.push({ asked, answers });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      // The workflow's loop lets the clock speak in any case.
      this.clock(now);
    }
    if (!closed) asked.onModel(this.model);
    this.model.clock(now);
  }

  /** Who asks: by `pick` one of those who may, as things stand, or just anybody. */
  private actor(who: { honest: boolean; pick: number; person: string }, ids: readonly string[], owners = false): string {
    const paper = ids.map((id) => this.model.papers[id]).find(Boolean);
    const people = paper ? (owners ? this.model.owners(paper) : this.model.turn(paper)) : [];
    return who.honest && people.length > 0 ? people[who.pick % people.length]! : who.person;
  }

  private askedFor(it: Exclude<Operation, { op: 'advance' | 'wake' | 'record' | 'crash' | 'again' }>): Asked {
    const requestId = `r${String((this.count += 1))}`;
    const ids = 'some' in it ? it.some : [];
    const documents = ids.map((id) => ({ id }));
    const each = (act: (model: PlainObligation, paper: PlainObligation['papers'][string]) => void) => (model: PlainObligation) => {
      for (const id of ids) if (model.papers[id]) act(model, model.papers[id]);
    };
    const { now } = this.model;
    const day = (days: number): string => plusDays(dayAt(now), days);
    switch (it.op) {
      case 'submit':
      case 'withdraw': {
        const actor = this.actor(it.who, ids, true);
        return { command: { name: it.op, requestId, actor, documents }, onModel: each((model, paper) => model[it.op](paper, actor)) };
      }
      case 'approve':
      case 'return':
      case 'reject': {
        const actor = this.actor(it.who, ids);
        const to = it.op === 'return' ? it.to : null;
        const stale = it.op === 'approve' && it.stale === 0;
        const refs = stale ? documents.map((ref) => ({ ...ref, round: 99 })) : documents;
        const command = {
          name: 'review' as const,
          requestId,
          actor,
          documents: refs,
          verdict: it.op,
          reasons: [{ text: '理由' }],
          ...(to ? { to } : {}),
        };
        return { command, onModel: each((model, paper) => void (stale || model.review(paper, actor, it.op, to))) };
      }
      case 'transfer':
      case 'addReviewer': {
        const actor = this.actor(it.who, ids);
        const more = it.op === 'transfer' ? { name: it.op, to: it.to, reason: '理由' } : { name: it.op, person: it.to };
        return { command: { requestId, actor, documents, ...more }, onModel: each((model, paper) => model[it.op](paper, actor, it.to)) };
      }
      case 'cancel':
        return {
          command: { name: 'cancel', requestId, actor: null, documents, reason: '理由' },
          onModel: each((model, paper) => model.cancel(paper)),
        };
      case 'remind':
        return { command: { name: 'remind', requestId, actor: 'b1', documents }, onModel: () => undefined };
      case 'requestExtension': {
        const dueOn = day(it.days);
        return {
          command: { name: it.op, requestId, actor: it.person, dueOn, reason: '理由' },
          onModel: (model) => model.requestExtension(it.person, dueOn),
        };
      }
      case 'decideExtension':
        return {
          command: { name: it.op, requestId, actor: it.person, grant: it.grant, reason: '理由' },
          onModel: (model) => model.decideExtension(it.person, it.grant),
        };
      case 'moveDeadline': {
        const dueOn = day(it.days);
        return { command: { name: it.op, requestId, actor: null, dueOn, reason: '理由' }, onModel: (model) => model.moveDeadline(dueOn) };
      }
      case 'delegate': {
        const [fromOn, untilOn] = [day(it.days), day(it.days + it.length)];
        return {
          command: { name: it.op, requestId, actor: null, from: it.from, to: it.to, fromOn, untilOn },
          onModel: (model) => model.delegate(it.from, it.to, fromOn, untilOn),
        };
      }
      case 'handover':
        return {
          command: { name: it.op, requestId, actor: null, from: it.from, to: it.to },
          onModel: (model) => model.handover(it.from, it.to),
        };
      case 'reseat':
        return {
          command: { name: it.op, requestId, actor: null, seat: it.seat, people: it.people },
          onModel: (model) => model.reseat(it.seat, it.people),
        };
      case 'recalendar':
        return {
          command: { name: it.op, requestId, actor: null, calendar: calendarOf(it.holidays), reason: '理由' },
          onModel: (model) => model.recalendar(it.holidays),
        };
    }
  }

  /** Status, step, round and whose turn it is, and what the ladder has said, are those of the model. */
  private compare(): void {
    const brief = (papers: readonly (readonly [string, string, number, number, string])[]): string => JSON.stringify(papers);
    const mine = Object.entries(this.model.papers).map(
      ([id, it]) => [id, it.status, it.step, it.round, this.model.turn(it).join()] as const,
    );
    const { documents, deadline } = this.state;
    const turn = (id: string): string => {
      const { status, reviewers, added, approvals, owners } = documents[id]!;
      if (status === 'open' || status === 'returned') return (owners ?? this.state.seats.debtor ?? []).join();
      return status === 'in-review' ? [...reviewers, ...added].filter((it) => !approvals.includes(it)).join() : '';
    };
    const theirs = Object.values(documents).map((it) => [it.id, it.status, it.step, it.round, turn(it.id)] as const);
    if (brief(mine) !== brief(theirs)) throw new Error(`documents differ: model ${brief(mine)}, machine ${brief(theirs)}`);
    const ladder = (rungs: readonly { day: number; at: number }[], of: (i: number) => string): string =>
      `${String(deadline.serial)} ${rungs.map(({ day, at }, i) => `${String(day)}@${String(at)}${of(i)}`).join()}`;
    const said = ladder(deadline.rungs, (i) => deadline.rungs[i]!.state);
    const { rungs, serial } = this.model;
    const meant = ladder(rungs, (i) => (rungs[i]!.spoken ? 'sent' : rungs[i]!.gone ? 'lapsed' : 'ahead'));
    if (said !== meant || serial !== deadline.serial) throw new Error(`ladders differ: model ${meant}, machine ${said}`);
  }
}
