import type { Calendar } from '#domain/calendar/calendar.js';
import type { ClockTime, Day, RungSpec, Silence, StepSpec } from '#domain/policy/policy.js';
import type { Seat } from '#domain/stage/stage.js';

/** A person's id. */
export type Person = string;

/**
 * Where one document stands. With the debtor: `open`, `returned`. With a reviewer: `in-review`. The rest is final: `approved` 批复,
 * `rejected`, `cancelled`, `consented` (silence was consent), `lapsed` (sent back to its sender unanswered).
 */
export type DocumentStatus = 'open' | 'returned' | 'in-review' | 'approved' | 'rejected' | 'cancelled' | 'consented' | 'lapsed';

/** A step's time limit: counted in working days from the day of entry, over at `at` (ms). */
export interface StepLimit {
  readonly from: Day;
  readonly at: number;
  readonly passed: boolean;
}

export interface DocumentState {
  readonly id: string;
  readonly status: DocumentStatus;
  /** Index into the chain while `in-review`; -1 otherwise. */
  readonly step: number;
  /** How often it was submitted. A reviewer who saw an earlier round is refused. */
  readonly round: number;
  /** Who fills it in, when the debtor handed it to certain people; null: whoever sits in the debtor's seat. */
  readonly owners: readonly Person[] | null;
  readonly filedBy: Person | null;
  /** Reviewers of the current step, those added to it (加签), and who of both has approved. */
  readonly reviewers: readonly Person[];
  readonly added: readonly Person[];
  readonly approvals: readonly Person[];
  readonly limit: StepLimit | null;
  /** Serial of the deadline that had passed already when the document was returned: silence at that deadline was not silence. */
  readonly returnedAfter: number | null;
}

/** `sent` once, at its instant or, when nothing was owed then, as soon as something is owed again. `lapsed`: its deadline was replaced. */
export type RungState = 'ahead' | 'sent' | 'lapsed';

export interface Rung {
  readonly day: number;
  readonly clock: ClockTime;
  readonly on: Day;
  readonly at: number;
  readonly remind: readonly Seat[];
  readonly escalate: readonly Seat[];
  readonly circulation: boolean;
  readonly state: RungState;
}

/** Each extension or move makes a new deadline, with the next serial number and a ladder of its own. */
export interface Deadline {
  readonly serial: number;
  readonly dueOn: Day;
  readonly dueAt: number;
  readonly rungs: readonly Rung[];
}

export interface ExtensionRequest {
  readonly by: Person;
  readonly dueOn: Day;
  readonly reason: string;
}

/** `to` acts for `from` from `fromAt` (included) to `untilAt` (excluded), both in ms. */
export interface Delegation {
  readonly from: Person;
  readonly to: Person;
  readonly fromAt: number;
  readonly untilAt: number;
}

export interface DocumentAnswer {
  readonly document: string;
  readonly outcome: 'done' | 'refused';
  readonly status: DocumentStatus | null;
  readonly round: number;
  readonly refusal?: { readonly code: string; readonly details: Readonly<Record<string, string | number>> };
}

/** What an obligation is made of when it is opened. Plain JSON: it is a workflow's input. */
export interface ObligationInput {
  readonly id: string;
  readonly kind: string;
  readonly documents: readonly string[];
  readonly dueOn: Day;
  readonly dayEndsAt: ClockTime;
  readonly ladder: readonly RungSpec[];
  readonly chain: readonly StepSpec[];
  readonly silence: Silence;
  readonly calendar: Calendar;
  /** Who sits in each seat, as seen from this debtor. A seat with nobody in it may be absent. */
  readonly seats: Readonly<Partial<Record<Seat, readonly Person[]>>>;
  readonly opensAt: number;
  /** Workflow that is told when this obligation closes. */
  readonly parent: string | null;
  /**
   * How its workflow waits for the clock. `standing`: a timer stands until it rings, unless something earlier is due. Absent (obligations
   * opened before there was a choice): each transition takes the timer back and sets another.
   */
  readonly timer?: 'standing';
}

export interface ObligationState extends Omit<ObligationInput, 'documents' | 'dueOn'> {
  readonly status: 'open' | 'closed';
  readonly documents: Readonly<Record<string, DocumentState>>;
  readonly deadline: Deadline;
  readonly extension: ExtensionRequest | null;
  readonly delegations: readonly Delegation[];
  /** Number of the last transition; 0 is the opening itself. */
  readonly sequence: number;
  /** Answers to the latest commands by request id: a command asked for twice happens once. */
  readonly requests: readonly (readonly [string, readonly DocumentAnswer[]])[];
}

export const isWithDebtor = ({ status }: DocumentState): boolean => status === 'open' || status === 'returned';

export const isFinal = ({ status }: DocumentState): boolean => !['open', 'returned', 'in-review'].includes(status);

/** Does the debtor owe anything? Only then does the ladder speak. */
export const owes = (state: ObligationState): boolean => Object.values(state.documents).some(isWithDebtor);

/**
 * Documents on which the debtor keeps silent at the present deadline. Who has asked for an extension is not silent until that is decided,
 * and what was returned after the deadline had passed had been answered in time.
 */
export const silentOn = (state: ObligationState): readonly DocumentState[] => {
  if (state.silence === 'none' || state.extension) return [];
  return Object.values(state.documents).filter((document) => isWithDebtor(document) && document.returnedAfter !== state.deadline.serial);
};

export const inSeat = (state: ObligationState, seat: Seat): readonly Person[] => state.seats[seat] ?? [];

export const ownersOf = (state: ObligationState, document: DocumentState): readonly Person[] => document.owners ?? inSeat(state, 'debtor');

/** Whose turn it is with this document, by name: the debtor's people, or the reviewers who have not approved yet. */
export const turnOf = (state: ObligationState, document: DocumentState): readonly Person[] => {
  if (isWithDebtor(document)) return ownersOf(state, document);
  if (document.status !== 'in-review') return [];
  return [...document.reviewers, ...document.added].filter((person) => !document.approvals.includes(person));
};
