import { dayOf } from '#domain/calendar/calendar.js';
import { DomainError } from '#domain/errors/domain-error.js';
import { mustSay, mustSit } from './authority.js';
import { leaveReview } from './chain.js';
import type { Cancel, Remind } from './command.js';
import type { CommandRule } from './decide.js';
import { perDocument } from './per-document.js';
import { isFinal, ownersOf, turnOf } from './state.js';
import type { ObligationState } from './state.js';
import { happen } from './transition.js';
import type { Notice } from './transition.js';

/** 催办: those above, or the debtor towards its reviewers, remind whoever's turn it is. Once a day and person, however often it is asked. */
export const remind: CommandRule<Remind> = (state, it, now) => {
  const onBehalfOf = mustSit(state, it.actor, ['debtor', 'department', 'sectorOffice', 'performanceOffice'], now);
  const { changed, refused } = perDocument(state, it.documents, (document) => {
    if (isFinal(document)) throw new DomainError('ALREADY_CLOSED');
    if (turnOf(state, document).length === 0) throw new DomainError('NOBODY_TO_REMIND');
    return document;
  });
  const to = [...new Set(changed.flatMap((document) => turnOf(state, document)))];
  const notices = (): Notice[] => [{ key: `remind:${dayOf(state.calendar, now)}`, kind: 'reminder', to }];
  return { refused, changed, decide: () => happen(state, {}, { ...it, type: 'remind', at: now, onBehalfOf, changed, notices }) };
};

/** The bureau, or the campaign, takes documents out: nobody owes them any more. */
export const cancel: CommandRule<Cancel> = (state, it, now) => {
  const onBehalfOf = mustSit(state, it.actor, ['performanceOffice'], now);
  const detail = { reason: mustSay(it.reason) };
  const { changed, refused } = perDocument(state, it.documents, (document) => {
    if (isFinal(document)) throw new DomainError('ALREADY_CLOSED');
    return leaveReview(document, 'cancelled');
  });
  const notices = (sequence: number, after: ObligationState): Notice[] => [
    { key: `t${String(sequence)}`, kind: 'cancelled', to: [...new Set(changed.flatMap((document) => ownersOf(after, document)))] },
  ];
  return { refused, changed, decide: () => happen(state, {}, { ...it, type: 'cancel', at: now, onBehalfOf, changed, detail, notices }) };
};
