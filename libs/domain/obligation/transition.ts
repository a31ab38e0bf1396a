import type { Json } from '#domain/json.js';
import { isFinal, turnOf } from './state.js';
import type { DocumentState, DocumentStatus, ObligationState, Person } from './state.js';
import type { CommandName } from './command.js';

/** What happened: a person's command, or the clock's `rung`, `limit` (of a step) and `silence`. */
export type TransitionType = CommandName | 'rung' | 'limit' | 'silence';

export type NoticeKind =
  | 'opened'
  | 'reminder'
  | 'overdue'
  | 'escalation'
  | 'circulation'
  | 'review-due'
  | 'returned'
  | 'decided'
  | 'extension-asked'
  | 'extension-decided'
  | 'deadline-moved'
  | 'cancelled'
  | 'assigned';

/** A message to be sent once to each of `to`: with the obligation and the recipient, `key` makes it unique. */
export interface Notice {
  readonly key: string;
  readonly kind: NoticeKind;
  readonly to: readonly Person[];
}

export interface DocumentChange {
  readonly id: string;
  readonly from: DocumentStatus;
  readonly to: DocumentStatus;
  /** Name of the step it is at now; null outside review. */
  readonly step: string | null;
  readonly round: number;
  readonly turn: readonly Person[];
  readonly limitAt: number | null;
}

/** One recorded step of an obligation. Numbered without gaps from 1; 0 is the opening. */
export interface Transition {
  readonly sequence: number;
  readonly at: number;
  readonly type: TransitionType;
  /** Null: the clock, or the campaign. */
  readonly actor: Person | null;
  /** The absent person for whom the actor acted. */
  readonly onBehalfOf: Person | null;
  readonly requestId: string | null;
  readonly documents: readonly DocumentChange[];
  readonly detail: Json;
  readonly notices: readonly Notice[];
}

export interface Decision {
  readonly state: ObligationState;
  readonly transitions: readonly Transition[];
}

interface Happening {
  readonly type: TransitionType;
  readonly at: number;
  readonly actor: Person | null;
  readonly onBehalfOf?: Person | null;
  readonly requestId?: string | null;
  readonly changed?: readonly DocumentState[];
  readonly detail?: Json;
  readonly notices?: (sequence: number, state: ObligationState) => readonly Notice[];
}

/** People and, while they are absent, those who act for them; each once. */
const withDelegates = (state: ObligationState, people: readonly Person[], now: number): readonly Person[] => {
  const acting = state.delegations.filter((it) => people.includes(it.from) && it.fromAt <= now && now < it.untilAt).map((it) => it.to);
  return [...new Set([...people, ...acting])];
};

const changeOf = (before: ObligationState, after: ObligationState, document: DocumentState): DocumentChange => ({
  id: document.id,
  from: before.documents[document.id]!.status,
  to: document.status,
  step: document.status === 'in-review' ? after.chain[document.step]!.step : null,
  round: document.round,
  turn: turnOf(after, document),
  limitAt: document.limit?.at ?? null,
});

/** Folds one happening into the state and gives it the next number. The obligation closes with its last document. */
export const happen = (before: ObligationState, patch: Partial<ObligationState>, it: Happening): Decision => {
  const sequence = before.sequence + 1;
  const changed = it.changed ?? [];
  const documents = changed.length === 0 ? before.documents : { ...before.documents, ...Object.fromEntries(changed.map((d) => [d.id, d])) };
  const status = Object.values(documents).every(isFinal) ? 'closed' : 'open';
  const state: ObligationState = { ...before, ...patch, documents, sequence, status };
  const notices = (it.notices?.(sequence, state) ?? [])
    .map((notice) => ({ ...notice, to: withDelegates(state, notice.to, it.at) }))
    .filter((notice) => notice.to.length > 0);
  const transition: Transition = {
    sequence,
    at: it.at,
    type: it.type,
    actor: it.actor,
    onBehalfOf: it.onBehalfOf ?? null,
    requestId: it.requestId ?? null,
    documents: changed.map((document) => changeOf(before, state, document)),
    detail: it.detail ?? {},
    notices,
  };
  return { state, transitions: [transition] };
};
