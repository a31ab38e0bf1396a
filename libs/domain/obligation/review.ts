import { DomainError } from '#domain/errors/domain-error.js';
import { absentOf, actsFor, mustActFor, mustSay } from './authority.js';
import { approve, enterStep, leaveReview, returnToDebtor } from './chain.js';
import type { AddReviewer, Review } from './command.js';
import type { CommandRule } from './decide.js';
import { newTurn } from './filing.js';
import { perDocument } from './per-document.js';
import { isFinal, isWithDebtor, ownersOf } from './state.js';
import type { DocumentState, ObligationState, Person } from './state.js';
import { happen } from './transition.js';
import type { Notice } from './transition.js';

const reviewerOf = (state: ObligationState, document: DocumentState, actor: Person, now: number): Person => {
  if (document.status !== 'in-review') throw new DomainError(isFinal(document) ? 'ALREADY_CLOSED' : 'NOT_IN_REVIEW');
  const people = [...document.reviewers, ...document.added];
  const waiting = people.filter((person) => !document.approvals.includes(person));
  const person = actsFor(state, actor, waiting, now);
  if (person !== null) return person;
  throw new DomainError(people.includes(actor) ? 'ALREADY_REVIEWED' : 'NOT_YOUR_STEP');
};

/** 退回: to the debtor, or to an earlier step by its name; votes of the present step are void. */
const sendBack = (state: ObligationState, document: DocumentState, to: string | undefined, now: number): DocumentState => {
  if (to === undefined || to === 'debtor') return returnToDebtor(state, document, now);
  const index = state.chain.findIndex(({ step }) => step === to);
  if (index < 0) throw new DomainError('UNKNOWN_STEP', { step: to });
  if (index >= document.step) throw new DomainError('NOT_AN_EARLIER_STEP', { step: to });
  return enterStep(state, document, index, now);
};

const verdictOn = (state: ObligationState, it: Review, document: DocumentState, person: Person, now: number): DocumentState => {
  if (it.verdict === 'approve') {
    if (document.filedBy === it.actor) throw new DomainError('OWN_FILING');
    return approve(state, document, person, now);
  }
  mustSay(it.reasons?.find((reason) => reason.document === undefined || reason.document === document.id)?.text);
  return it.verdict === 'reject' ? leaveReview(document, 'rejected') : sendBack(state, document, it.to, now);
};

const noticesOf =
  (before: ObligationState, changed: readonly DocumentState[]) =>
  (sequence: number, after: ObligationState): Notice[] => {
    const key = `t${String(sequence)}`;
    const owners = (some: (document: DocumentState) => boolean): Person[] => [
      ...new Set(changed.filter(some).flatMap((document) => ownersOf(after, document))),
    ];
    const inReview = changed.filter((document) => document.status === 'in-review');
    return [
      { key, kind: 'review-due', to: newTurn(before, after, inReview) },
      { key, kind: 'returned', to: owners(isWithDebtor) },
      { key, kind: 'decided', to: owners(isFinal) },
    ];
  };

/** 审核: approve, return with reasons, or reject with reasons. Each document's answer stands for itself. */
export const review: CommandRule<Review> = (state, it, now) => {
  let onBehalfOf: Person | null = null;
  const { changed, refused } = perDocument(state, it.documents, (document) => {
    const person = reviewerOf(state, document, it.actor, now);
    onBehalfOf ??= absentOf(it.actor, person);
    return verdictOn(state, it, document, person, now);
  });
  const detail = {
    verdict: it.verdict,
    ...(it.to === undefined ? {} : { to: it.to }),
    reasons: (it.reasons ?? []).map((reason) => ({ ...reason })),
  };
  const notices = noticesOf(state, changed);
  return { refused, changed, decide: () => happen(state, {}, { ...it, type: 'review', at: now, onBehalfOf, changed, detail, notices }) };
};

/** 加签: one more reviewer at the present step, whose approval is needed too. Only a reviewer of that step adds one. */
export const addReviewer: CommandRule<AddReviewer> = (state, it, now) => {
  let onBehalfOf: Person | null = null;
  const { changed, refused } = perDocument(state, it.documents, (document) => {
    if (document.status !== 'in-review') throw new DomainError('NOT_IN_REVIEW');
    const people = [...document.reviewers, ...document.added];
    onBehalfOf ??= absentOf(it.actor, mustActFor(state, it.actor, people, now, 'NOT_YOUR_STEP'));
    if (people.includes(it.person)) throw new DomainError('ALREADY_REVIEWER');
    if (document.filedBy === it.person) throw new DomainError('OWN_FILING');
    return { ...document, added: [...document.added, it.person] };
  });
  const detail = { person: it.person, reason: it.reason ?? '' };
  const notices = (sequence: number): Notice[] => [{ key: `t${String(sequence)}`, kind: 'assigned', to: [it.person] }];
  return {
    refused,
    changed,
    decide: () => happen(state, {}, { ...it, type: 'addReviewer', at: now, onBehalfOf, changed, detail, notices }),
  };
};
