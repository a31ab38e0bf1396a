import { DomainError } from '#domain/errors/domain-error.js';
import type { RefusalCode } from '#domain/errors/refusal-codes.js';
import type { Command } from './command.js';
import { decide } from './decide.js';
import { open } from './open.js';
import type { Deadline, DocumentAnswer, ObligationInput, ObligationState, Person, Rung } from './state.js';
import { nextWake, tick } from './tick.js';
import type { Wake } from './tick.js';
import type { Transition } from './transition.js';

/** Something that somebody asks at an instant (ms). Who asks may depend on whose turn it is by then. */
export interface SimulatedEvent {
  readonly at: number;
  readonly ask: (state: ObligationState) => Command;
}

export interface SimulatedRung extends Rung {
  /** When it spoke (ms), and to whom; null and nobody when it did not. */
  readonly spokeAt: number | null;
  readonly to: readonly Person[];
}

/** One deadline of the obligation's life, with what became of each rung. */
export interface SimulatedDeadline extends Omit<Deadline, 'rungs'> {
  /** Is it the one that holds in the end? */
  readonly present: boolean;
  readonly rungs: readonly SimulatedRung[];
}

export interface SimulatedRefusal {
  /** Index of the event. */
  readonly event: number;
  readonly at: number;
  readonly code: RefusalCode;
  readonly details: DomainError['details'];
  /** Null: the command as a whole was refused. */
  readonly document: string | null;
}

export interface Simulation {
  readonly deadlines: readonly SimulatedDeadline[];
  readonly transitions: readonly Transition[];
  readonly refusals: readonly SimulatedRefusal[];
  readonly state: ObligationState;
  /** What the clock would say after `until`; null: nothing more happens unless somebody acts. */
  readonly next: Wake | null;
}

/** More happenings than any obligation has; a simulation that gets there is a bug. */
const MOST = 100_000;

class Run {
  state: ObligationState;
  readonly transitions: Transition[] = [];
  readonly refusals: SimulatedRefusal[] = [];
  private readonly deadlines = new Map<number, Deadline>();

  constructor(
    input: ObligationInput,
    private now = input.opensAt,
  ) {
    this.state = open(input);
    this.keep(this.state, []);
  }

  private keep(state: ObligationState, transitions: readonly Transition[]): void {
    this.state = state;
    this.transitions.push(...transitions);
    this.deadlines.set(state.deadline.serial, state.deadline);
  }

  /** Lets the clock speak whenever it has something to say, up to an instant. */
  advance(until: number): void {
    for (let left = MOST; left > 0; left -= 1) {
      const wake = nextWake(this.state);
      if (!wake || wake.at > until) return;
      this.now = Math.max(this.now, wake.at);
      const { state, transitions } = tick(this.state, this.now);
      this.keep(state, transitions);
    }
    throw new Error('The obligation never comes to rest.');
  }

  ask({ at, ask }: SimulatedEvent, event: number): void {
    this.now = Math.max(this.now, at);
    try {
      const { state, transitions, answers } = decide(this.state, ask(this.state), this.now);
      this.keep(state, transitions);
      this.refusals.push(...answers.flatMap((answer) => this.refusalOf(answer, event)));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.refusals.push({ event, at, code: error.code, details: error.details, document: null });
    }
  }

  private refusalOf({ document, refusal }: DocumentAnswer, event: number): SimulatedRefusal[] {
    if (!refusal) return [];
    return [{ event, at: this.now, code: refusal.code as RefusalCode, details: refusal.details, document }];
  }

  /** Rungs of a deadline that was replaced fall away; so do those of an obligation that is closed. */
  timeline(): SimulatedDeadline[] {
    return [...this.deadlines.values()].map((deadline) => {
      const present = deadline.serial === this.state.deadline.serial;
      const over = !present || this.state.status === 'closed';
      const rungs = deadline.rungs.map((rung) => ({
        ...rung,
        state: over && rung.state === 'ahead' ? ('lapsed' as const) : rung.state,
        ...this.spoken(deadline.serial, rung),
      }));
      return { ...deadline, present, rungs };
    });
  }

  private spoken(serial: number, { day, clock }: Rung): Pick<SimulatedRung, 'spokeAt' | 'to'> {
    const key = (detail: Transition['detail']): boolean => {
      const said = detail as { deadline?: number; rung?: number; clock?: string };
      return said.deadline === serial && said.rung === day && said.clock === clock;
    };
    const transition = this.transitions.find(({ type, detail }) => type === 'rung' && key(detail));
    return { spokeAt: transition?.at ?? null, to: [...new Set(transition?.notices.flatMap(({ to }) => to))] };
  }
}

/**
 * Runs an obligation along its events and the clock without a server, by the very rules that the workflow runs, until nothing more happens
 * or until the instant `until` (ms). An event that is refused changes nothing and is listed.
 */
export const simulate = (input: ObligationInput, events: readonly SimulatedEvent[], until = Infinity): Simulation => {
  const run = new Run(input);
  const inOrder = events.map((event, index) => ({ event, index })).sort((a, b) => a.event.at - b.event.at);
  for (const { event, index } of inOrder.filter(({ event }) => event.at <= until)) {
    run.advance(event.at);
    run.ask(event, index);
  }
  run.advance(until);
  const { state, transitions, refusals } = run;
  return { deadlines: run.timeline(), transitions, refusals, state, next: nextWake(state) };
};
