import { instantOf } from '#domain/calendar/calendar.js';
import { DomainError } from '#domain/errors/domain-error.js';
import { mustActFor, mustSay } from './authority.js';
import type { Delegate, Handover, Reseat, Transfer } from './command.js';
import type { CommandRule } from './decide.js';
import { perDocument } from './per-document.js';
import { isFinal, isWithDebtor, ownersOf, turnOf } from './state.js';
import type { DocumentState, ObligationState, Person } from './state.js';
import { happen } from './transition.js';
import type { Notice } from './transition.js';

const replace = (people: readonly Person[], from: Person, to: Person): readonly Person[] => [
  ...new Set(people.map((person) => (person === from ? to : person))),
];

/** `to` takes `from`'s place with one document; an approval that `from` has given stands as given. */
const passOn = (document: DocumentState, from: Person, to: Person): DocumentState => {
  const gave = document.approvals.includes(from);
  return {
    ...document,
    owners: document.owners && replace(document.owners, from, to),
    reviewers: gave ? document.reviewers : replace(document.reviewers, from, to),
    added: gave ? document.added : replace(document.added, from, to),
  };
};

const assigned =
  (to: readonly Person[]) =>
  (sequence: number): Notice[] => [{ key: `t${String(sequence)}`, kind: 'assigned', to }];

/** 转办: the one whose turn it is hands the documents to somebody else. The ladder is not touched. */
export const transfer: CommandRule<Transfer> = (state, it, now) => {
  const detail = { to: it.to, reason: mustSay(it.reason) };
  const { changed, refused } = perDocument(state, it.documents, (document) => {
    if (isFinal(document)) throw new DomainError('ALREADY_CLOSED');
    const code = isWithDebtor(document) ? 'NOT_YOUR_DOCUMENT' : 'NOT_YOUR_STEP';
    const from = mustActFor(state, it.actor, turnOf(state, document), now, code);
    if (turnOf(state, document).includes(it.to)) throw new DomainError('SAME_PERSON');
    if (isWithDebtor(document)) return { ...document, owners: replace(ownersOf(state, document), from, it.to) };
    if (document.filedBy === it.to) throw new DomainError('OWN_FILING');
    if (document.approvals.includes(it.to)) throw new DomainError('ALREADY_REVIEWED');
    return passOn(document, from, it.to);
  });
  const decide = () => happen(state, {}, { ...it, type: 'transfer', at: now, changed, detail, notices: assigned([it.to]) });
  return { refused, changed, decide };
};

/** 委托: during an absence somebody else may act as well; nothing changes hands. */
export const delegate: CommandRule<Delegate> = (state, it, now) => {
  if (it.from === it.to) throw new DomainError('SAME_PERSON');
  if (it.actor !== null && it.actor !== it.from) throw new DomainError('NOT_PERMITTED');
  const fromAt = instantOf(state.calendar, it.fromOn, '00:00');
  const untilAt = instantOf(state.calendar, it.untilOn, '24:00');
  if (untilAt <= fromAt || untilAt <= now) throw new DomainError('NOT_LATER', { untilOn: it.untilOn });
  const others = state.delegations.filter(({ from, untilAt: end }) => from !== it.from && end > now);
  const delegations = [...others, { from: it.from, to: it.to, fromAt, untilAt }];
  const detail = { from: it.from, to: it.to, fromOn: it.fromOn, untilOn: it.untilOn };
  return { decide: () => happen(state, { delegations }, { ...it, type: 'delegate', at: now, detail }) };
};

const openDocuments = (state: ObligationState): DocumentState[] => Object.values(state.documents).filter((it) => !isFinal(it));

/** 离职交接: whatever waits, or would come to wait, for one person waits for another. */
export const handover: CommandRule<Handover> = (state, it, now) => {
  if (it.from === it.to) throw new DomainError('SAME_PERSON');
  const seats = Object.fromEntries(Object.entries(state.seats).map(([seat, people]) => [seat, replace(people, it.from, it.to)]));
  const delegations = state.delegations.filter(({ to }) => to !== it.from);
  const documents = openDocuments(state);
  const passed = documents.map((document) => passOn(document, it.from, it.to));
  const moved = { ...state, seats };
  const changed = passed.filter((document, i) => String(turnOf(moved, document)) !== String(turnOf(state, documents[i]!)));
  const detail = { from: it.from, to: it.to };
  const decide = () =>
    happen(
      state,
      { seats, delegations },
      { ...it, type: 'handover', at: now, changed, detail, notices: assigned(changed.length > 0 ? [it.to] : []) },
    );
  return { decide };
};

/** Other people sit in a seat: documents that wait there wait for them; what was approved stays approved. */
export const reseat: CommandRule<Reseat> = (state, it, now) => {
  const seats = { ...state.seats, [it.seat]: it.people };
  const left = (state.seats[it.seat] ?? []).filter((person) => !it.people.includes(person));
  const come = it.people.filter((person) => !(state.seats[it.seat] ?? []).includes(person));
  const waiting = openDocuments(state).filter(
    (document) =>
      (document.status === 'in-review' && state.chain[document.step]!.who === it.seat) || (isWithDebtor(document) && it.seat === 'debtor'),
  );
  const changed = waiting.map((document) => {
    if (isWithDebtor(document)) return { ...document, owners: null };
    const stay = document.reviewers.filter((person) => !left.includes(person) || document.approvals.includes(person));
    const fresh = come.filter((person) => person !== document.filedBy && !stay.includes(person));
    const reviewers = [...stay, ...fresh];
    return reviewers.length > 0 ? { ...document, reviewers } : document;
  });
  const detail = { seat: it.seat, people: it.people };
  const decide = () =>
    happen(state, { seats }, { ...it, type: 'reseat', at: now, changed, detail, notices: assigned(changed.length > 0 ? come : []) });
  return { decide };
};
