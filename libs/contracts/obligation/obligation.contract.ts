import type { Calendar } from '#domain/calendar/calendar.js';
import type { DocumentStatus, ObligationInput, ObligationState } from '#domain/obligation/state.js';
import type { Transition } from '#domain/obligation/transition.js';

/** Workflow `obligation`: one debtor's part of one stage. Its updates are the commands of `#domain/obligation/command.js`, by name. */
export const obligationWorkflowId = (obligation: string): string => `obligation/${obligation}`;

/** What the workflow starts with: the obligation, or the state that a former run of it left off with. */
export type ObligationStart = { readonly input: ObligationInput } | { readonly state: ObligationState };

/** The obligation's own line in the tables after a batch of transitions. Instants in ms. */
export interface ObligationHead {
  readonly status: ObligationState['status'];
  readonly sequence: number;
  readonly dueOn: string;
  readonly dueAt: number;
  readonly deadlineSerial: number;
  readonly next: { readonly at: number; readonly what: string } | null;
}

export interface Recording {
  readonly obligation: string;
  readonly kind: string;
  readonly calendar: Calendar;
  readonly transitions: readonly Transition[];
  readonly head: ObligationHead;
}

/** What acceptance brought with it: obligations that the same transaction opened and that must be started now. */
export interface Recorded {
  readonly opened: readonly string[];
}

export interface RecordingActivities {
  /** One transaction: documents, tasks, audit, outbox and the effects of acceptance. A batch that is recorded already changes nothing. */
  recordTransitions(recording: Recording): Promise<Recorded>;
}

/** A part of something larger has come to its end: told to `parent` once its last transition is recorded. */
export interface PartClosed {
  readonly part: string;
  readonly outcome: Readonly<Partial<Record<DocumentStatus, number>>>;
}

export interface EngineActivities {
  /** Starts the workflows of these obligations; those that run already are left alone. */
  startObligations(request: { readonly obligations: readonly string[] }): Promise<void>;
  /** Tells a workflow a fact. Where it has ended already, nobody waits for it any more. */
  tellPartClosed(fact: { readonly workflow: string; readonly closed: PartClosed }): Promise<void>;
}
