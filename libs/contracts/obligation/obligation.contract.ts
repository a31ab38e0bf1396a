import type { DocumentStatus, ObligationState } from '#domain/obligation/state.js';
import type { Course, Terms } from '#domain/obligation/terms.js';
import type { Transition } from '#domain/obligation/transition.js';

/**
 * Workflow `obligation`: one debtor's part of one stage. It starts with the state that stands in the tables; its updates are the commands of
 * `#domain/obligation/command.js`, by name.
 */
export const obligationWorkflowId = (obligation: string): string => `obligation/${obligation}`;

/** A batch of transitions, the state they lead to, and what the clock will say next if nobody acts. Instants in ms. */
export interface Recording {
  /** Number of the transition that the batch follows. */
  readonly after: number;
  readonly transitions: readonly Transition[];
  readonly state: Course;
  /** Null: as they stand in the tables. */
  readonly terms: Terms | null;
  readonly next: { readonly at: number; readonly what: string } | null;
}

export interface Recorded {
  /** Obligations that acceptance has opened within the same transaction and that must be started now. */
  readonly opened: readonly string[];
  /**
   * Not null: the tables were ahead of the batch (a worker died between recording and telling the engine) and nothing was written. This is
   * the state that they hold; commands are decided anew on it, and those that stand in it already are answered as before.
   */
  readonly ahead: ObligationState | null;
}

export interface RecordingActivities {
  /** One transaction: documents, tasks, audit, outbox and the effects of acceptance, or nothing. */
  recordTransitions(recording: Recording): Promise<Recorded>;
}

/** A part of something larger has come to its end: told to `parent` once its last transition is recorded. */
export interface PartClosed {
  readonly part: string;
  readonly outcome: Readonly<Partial<Record<DocumentStatus, number>>>;
  /** The tables hold no other part that is still open: whoever only waits for all of them is told of this one alone. */
  readonly last?: true;
}

export interface EngineActivities {
  /** Starts the workflows of these obligations; those that run already are left alone. */
  startObligations(request: { readonly obligations: readonly string[] }): Promise<void>;
  /**
   * Tells a workflow a fact. Where it has ended already, nobody waits for it any more. A stage waits for all its parts and is told of the
   * last one only.
   */
  tellPartClosed(fact: { readonly workflow: string; readonly closed: PartClosed }): Promise<void>;
}
