import type { PartClosed, Recording } from '#contracts/obligation/obligation.contract.js';
import type { Command, CommandName, Commands } from '#domain/obligation/command.js';
import { decide } from '#domain/obligation/decide.js';
import type { Answered } from '#domain/obligation/decide.js';
import type { DocumentAnswer, DocumentStatus, ObligationState } from '#domain/obligation/state.js';
import { changedTerms, courseOf } from '#domain/obligation/terms.js';
import { nextWake, tick } from '#domain/obligation/tick.js';
import type { Transition } from '#domain/obligation/transition.js';

/** How many documents ended which way. */
export const outcomeOf = (state: ObligationState): PartClosed['outcome'] => {
  const outcome: Partial<Record<DocumentStatus, number>> = {};
  for (const { status } of Object.values(state.documents)) outcome[status] = (outcome[status] ?? 0) + 1;
  return outcome;
};

interface Verdict {
  readonly asked: Commands[CommandName];
  readonly state: ObligationState;
  readonly now: number;
  readonly answered: Answered;
}

/** The obligation's state and what of it is not recorded yet. */
export class Desk {
  /** Number of the last transition that stands in the tables. */
  recorded: number;
  /** Grows when the tables turned out to be ahead: what was decided but not recorded before is to be decided anew. */
  round = 0;
  /** Somebody doubts that tables and workflow agree: to be looked at although there is nothing to record. */
  doubted = false;
  private unrecorded: Transition[] = [];
  /** The state that the last batch led to. */
  private written: ObligationState;
  private verdict: Verdict | undefined;

  constructor(public state: ObligationState) {
    this.recorded = state.sequence;
    this.written = state;
  }

  get isDirty(): boolean {
    return this.doubted || this.unrecorded.length > 0;
  }

  /** What the rules say to a command now; nothing is changed. The validator's verdict serves the handler that follows it at once. */
  decide(name: CommandName, asked: Commands[CommandName]): Answered {
    const [now, { state, verdict }] = [Date.now(), this];
    if (verdict?.asked === asked && verdict.state === state && verdict.now === now) return verdict.answered;
    const answered = decide(state, { ...asked, name } as Command, now);
    this.verdict = { asked, state, now, answered };
    return answered;
  }

  take({ state, transitions, answers }: Answered): readonly DocumentAnswer[] {
    this.state = state;
    this.unrecorded.push(...transitions);
    return answers;
  }

  tick(): void {
    const { state, transitions } = tick(this.state, Date.now());
    this.state = state;
    this.unrecorded.push(...transitions);
  }

  /** All that is to be recorded; what happens meanwhile waits for the next batch. */
  takeBatch(): Recording {
    const transitions = this.unrecorded;
    this.unrecorded = [];
    this.doubted = false;
    const { state, written, recorded: after } = this;
    this.written = state;
    return { after, transitions, state: courseOf(state), terms: changedTerms(written, state), next: nextWake(state) };
  }

  batchRecorded({ state }: Recording): void {
    this.recorded = state.sequence;
  }

  /** The tables are the truth about what has happened. */
  adopt(state: ObligationState): void {
    this.state = state;
    this.unrecorded = [];
    this.written = state;
    this.recorded = state.sequence;
    this.round += 1;
  }
}
