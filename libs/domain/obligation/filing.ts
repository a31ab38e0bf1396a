import { DomainError } from '#domain/errors/domain-error.js';
import { absentOf, mustActFor } from './authority.js';
import { enterStep, leaveReview } from './chain.js';
import type { Submit, Withdraw } from './command.js';
import type { CommandRule } from './decide.js';
import { perDocument } from './per-document.js';
import { isFinal, isWithDebtor, ownersOf, turnOf } from './state.js';
import type { DocumentState, ObligationState, Person } from './state.js';
import { happen } from './transition.js';
import type { Notice } from './transition.js';

/** Those whose turn has newly come with one of the documents. */
export const newTurn = (before: ObligationState, after: ObligationState, changed: readonly DocumentState[]): readonly Person[] => {
  const turn = changed.flatMap((document) => {
    const had = turnOf(before, before.documents[document.id]!);
    return turnOf(after, document).filter((person) => !had.includes(person));
  });
  return [...new Set(turn)];
};

/** 申报: the documents go to the first reviewers of the chain, or are accepted where nobody reviews. */
export const submit: CommandRule<Submit> = (state, it, now) => {
  let onBehalfOf: Person | null = null;
  const { changed, refused } = perDocument(state, it.documents, (document) => {
    if (isFinal(document)) throw new DomainError('ALREADY_CLOSED');
    if (!isWithDebtor(document)) throw new DomainError('NOT_WITH_DEBTOR');
    onBehalfOf ??= absentOf(it.actor, mustActFor(state, it.actor, ownersOf(state, document), now, 'NOT_YOUR_DOCUMENT'));
    return enterStep(state, { ...document, round: document.round + 1, filedBy: it.actor }, 0, now);
  });
  const notices = (sequence: number, after: ObligationState): Notice[] => [
    { key: `t${String(sequence)}`, kind: 'review-due', to: newTurn(state, after, changed) },
  ];
  const versions = Object.fromEntries(it.documents.flatMap(({ id, version }) => (version === undefined ? [] : [[id, version]])));
  const detail = { versions };
  return { refused, changed, decide: () => happen(state, {}, { ...it, type: 'submit', at: now, onBehalfOf, changed, detail, notices }) };
};

/** 撤回: the debtor takes back what is not decided yet. What the ladder missed meanwhile it says at once. */
export const withdraw: CommandRule<Withdraw> = (state, it, now) => {
  let onBehalfOf: Person | null = null;
  const { changed, refused } = perDocument(state, it.documents, (document) => {
    if (document.status !== 'in-review') throw new DomainError(isFinal(document) ? 'ALREADY_CLOSED' : 'NOT_IN_REVIEW');
    onBehalfOf ??= absentOf(it.actor, mustActFor(state, it.actor, ownersOf(state, document), now, 'NOT_YOUR_DOCUMENT'));
    return leaveReview(document, 'open');
  });
  return { refused, changed, decide: () => happen(state, {}, { ...it, type: 'withdraw', at: now, onBehalfOf, changed }) };
};
