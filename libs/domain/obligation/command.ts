import type { Calendar } from '#domain/calendar/calendar.js';
import type { Day } from '#domain/policy/policy.js';
import type { Seat } from '#domain/stage/stage.js';
import type { Person } from './state.js';

/**
 * A document as its reader saw it; `round` guards against deciding on what has been filed anew since, `step` against deciding at a step that
 * somebody else has brought it to meanwhile. `version` of the content that was checked before it is submitted: that one is filed.
 */
export interface DocumentRef {
  readonly id: string;
  readonly round?: number;
  readonly step?: string;
  readonly version?: number;
}

interface Asked {
  /** The same request id asked twice happens once. */
  readonly requestId: string;
  /** Null: the campaign itself, on behalf of the bureau. */
  readonly actor: Person | null;
}

interface AskedByPerson extends Asked {
  readonly actor: Person;
}

interface OnDocuments extends AskedByPerson {
  readonly documents: readonly DocumentRef[];
}

/** Why a document comes back: a word to a field, or to the whole when `field` is absent. */
export interface Reason {
  readonly document?: string;
  readonly field?: string;
  readonly text: string;
}

export type Submit = OnDocuments;
export type Withdraw = OnDocuments;
export interface Review extends OnDocuments {
  readonly verdict: 'approve' | 'return' | 'reject';
  /** Return: name of an earlier step; absent: to the debtor. */
  readonly to?: string;
  readonly reasons?: readonly Reason[];
}
export interface Transfer extends OnDocuments {
  readonly to: Person;
  readonly reason: string;
}
export interface AddReviewer extends OnDocuments {
  readonly person: Person;
  readonly reason?: string;
}
export type Remind = OnDocuments;
export interface Cancel extends Asked {
  readonly documents: readonly DocumentRef[];
  readonly reason: string;
}
/** During `from`'s absence (both days included) `to` may act for them. */
export interface Delegate extends Asked {
  readonly from: Person;
  readonly to: Person;
  readonly fromOn: Day;
  readonly untilOn: Day;
}
/** They are back, or somebody else stands in: the delegation of these days ends. */
export type EndDelegation = Delegate;
/** Everything that waits for `from` waits for `to` from now on (离职交接). */
export interface Handover extends Asked {
  readonly from: Person;
  readonly to: Person;
}
/** Other people sit in a seat now. */
export interface Reseat extends Asked {
  readonly seat: Seat;
  readonly people: readonly Person[];
}
export interface RequestExtension extends AskedByPerson {
  readonly dueOn: Day;
  readonly reason: string;
}
export interface DecideExtension extends AskedByPerson {
  readonly grant: boolean;
  /** When granted for another day than the one asked for. */
  readonly dueOn?: Day;
  readonly reason: string;
}
/** The plan moved: a new due day, with the reason that everybody concerned is told. */
export interface MoveDeadline extends Asked {
  readonly dueOn: Day;
  readonly reason: string;
}
/** A calendar was announced or corrected: the same days, new instants. */
export interface Recalendar extends Asked {
  readonly calendar: Calendar;
  readonly reason: string;
}

export interface Commands {
  submit: Submit;
  withdraw: Withdraw;
  review: Review;
  transfer: Transfer;
  addReviewer: AddReviewer;
  remind: Remind;
  cancel: Cancel;
  delegate: Delegate;
  endDelegation: EndDelegation;
  handover: Handover;
  reseat: Reseat;
  requestExtension: RequestExtension;
  decideExtension: DecideExtension;
  moveDeadline: MoveDeadline;
  recalendar: Recalendar;
}

export type CommandName = keyof Commands;
export type Command = { [N in CommandName]: { readonly name: N } & Commands[N] }[CommandName];
