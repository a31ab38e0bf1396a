import { instantOf } from '#domain/calendar/calendar.js';
import type { Day } from '#domain/policy/policy.js';
import { DomainError } from '#domain/errors/domain-error.js';
import { absentOf, mustActFor, mustSay, mustSit } from './authority.js';
import { limitOf } from './chain.js';
import type { DecideExtension, MoveDeadline, Recalendar, RequestExtension } from './command.js';
import { makeDeadline, recalendar as recalendarDeadline } from './deadline.js';
import type { CommandRule } from './decide.js';
import { inSeat, isFinal, ownersOf } from './state.js';
import type { Deadline, DocumentState, ObligationState, Person } from './state.js';
import { happen } from './transition.js';
import type { Notice, NoticeKind } from './transition.js';

const everyOwner = (state: ObligationState): readonly Person[] => [
  ...new Set(
    Object.values(state.documents)
      .filter((it) => !isFinal(it))
      .flatMap((document) => ownersOf(state, document)),
  ),
];

const tell =
  (kind: NoticeKind, to: readonly Person[]) =>
  (sequence: number): Notice[] => [{ key: `t${String(sequence)}`, kind, to }];

const mustBeAhead = (state: ObligationState, dueOn: Day, now: number): void => {
  if (instantOf(state.calendar, dueOn, state.dayEndsAt) <= now) throw new DomainError('NOT_LATER', { dueOn });
};

const mustExtend = (state: ObligationState, dueOn: Day, now: number): void => {
  if (dueOn <= state.deadline.dueOn) throw new DomainError('NOT_LATER', { dueOn });
  mustBeAhead(state, dueOn, now);
};

/** A new deadline with a ladder of its own; rungs of the old one that are still ahead fall away. */
const replaceDeadline = (state: ObligationState, dueOn: Day, now: number): Deadline =>
  makeDeadline(state, state.deadline.serial + 1, dueOn, now);

/** 申请延期: by the debtor, before or after the deadline has passed, to a later day. Changes nothing until it is decided. */
export const requestExtension: CommandRule<RequestExtension> = (state, it, now) => {
  const onBehalfOf = absentOf(it.actor, mustActFor(state, it.actor, everyOwner(state), now, 'NOT_YOUR_DOCUMENT'));
  if (state.extension) throw new DomainError('EXTENSION_PENDING');
  mustExtend(state, it.dueOn, now);
  const extension = { by: it.actor, dueOn: it.dueOn, reason: mustSay(it.reason) };
  const notices = tell('extension-asked', inSeat(state, 'performanceOffice'));
  const detail = { dueOn: it.dueOn, reason: extension.reason };
  return { decide: () => happen(state, { extension }, { ...it, type: 'requestExtension', at: now, onBehalfOf, detail, notices }) };
};

/** 延期审批: by the performance office; granted for the day asked for or another one, or refused with the reason. */
export const decideExtension: CommandRule<DecideExtension> = (state, it, now) => {
  const onBehalfOf = mustSit(state, it.actor, ['performanceOffice'], now);
  if (!state.extension) throw new DomainError('NO_EXTENSION_PENDING');
  const dueOn = it.dueOn ?? state.extension.dueOn;
  if (it.grant) mustExtend(state, dueOn, now);
  const reason = mustSay(it.reason);
  const deadline = it.grant ? replaceDeadline(state, dueOn, now) : state.deadline;
  const detail = { grant: it.grant, dueOn: deadline.dueOn, reason };
  const notices = tell('extension-decided', everyOwner(state));
  return {
    decide: () => happen(state, { deadline, extension: null }, { ...it, type: 'decideExtension', at: now, onBehalfOf, detail, notices }),
  };
};

/** The bureau, or its plan, moves the due day; a pending request for an extension is settled by it. */
export const moveDeadline: CommandRule<MoveDeadline> = (state, it, now) => {
  const onBehalfOf = mustSit(state, it.actor, ['performanceOffice'], now);
  const reason = mustSay(it.reason);
  mustBeAhead(state, it.dueOn, now);
  const deadline = replaceDeadline(state, it.dueOn, now);
  const detail = { from: state.deadline.dueOn, dueOn: it.dueOn, reason };
  const notices = tell('deadline-moved', everyOwner(state));
  return {
    decide: () => happen(state, { deadline, extension: null }, { ...it, type: 'moveDeadline', at: now, onBehalfOf, detail, notices }),
  };
};

const relimit = (state: ObligationState, document: DocumentState): DocumentState => {
  const { limit } = document;
  if (!limit || limit.passed) return document;
  return { ...document, limit: limitOf(state, state.chain[document.step]!, limit.from) };
};

/** Another version of the calendar: the same due day and step limits, their instants anew; nothing that was sent is sent again. */
export const recalendar: CommandRule<Recalendar> = (state, it, now) => {
  const reason = mustSay(it.reason);
  const moved = { ...state, calendar: it.calendar };
  const deadline = recalendarDeadline(moved, state.deadline);
  const changed = Object.values(state.documents).filter((document) => document.status === 'in-review');
  const detail = { calendar: it.calendar.version, reason };
  const patch = { calendar: it.calendar, deadline };
  const at = now;
  return {
    decide: () => happen(state, patch, { ...it, type: 'recalendar', at, changed: changed.map((it) => relimit(moved, it)), detail }),
  };
};
