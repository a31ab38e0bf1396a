import { instantOf } from '#domain/calendar/calendar.js';
import { DomainError } from '#domain/errors/domain-error.js';
import { absentOf, mustActFor, mustSay } from './authority.js';
import { settle } from './chain.js';
import type { Delegate, EndDelegation, Handover, Reseat, Transfer } from './command.js';
import type { CommandRule } from './decide.js';
import { perDocument } from './per-document.js';
import { inSeat, isFinal, isWithDebtor, ownersOf, turnOf } from './state.js';
import type { Delegation, DocumentState, ObligationState, Person } from './state.js';
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
  let onBehalfOf: Person | null = null;
  const detail = { to: it.to, reason: mustSay(it.reason) };
  const { changed, refused } = perDocument(state, it.documents, (document) => {
    if (isFinal(document)) throw new DomainError('ALREADY_CLOSED');
    const code = isWithDebtor(document) ? 'NOT_YOUR_DOCUMENT' : 'NOT_YOUR_STEP';
    const from = mustActFor(state, it.actor, turnOf(state, document), now, code);
    onBehalfOf ??= absentOf(it.actor, from);
    if (turnOf(state, document).includes(it.to)) throw new DomainError('SAME_PERSON');
    if (isWithDebtor(document)) return { ...document, owners: replace(ownersOf(state, document), from, it.to) };
    if (document.filedBy === it.to) throw new DomainError('OWN_FILING');
    if (document.approvals.includes(it.to)) throw new DomainError('ALREADY_REVIEWED');
    return { ...passOn(document, from, it.to), owners: document.owners };
  });
  const decide = () => happen(state, {}, { ...it, type: 'transfer', at: now, onBehalfOf, changed, detail, notices: assigned([it.to]) });
  return { refused, changed, decide };
};

type Period = Pick<Delegation, 'fromAt' | 'untilAt'>;

const overlaps = (a: Period, b: Period): boolean => a.fromAt < b.untilAt && b.fromAt < a.untilAt;

/** 委托: during an absence somebody else may act as well; nothing changes hands. It takes the place of another one in the same days. */
export const delegate: CommandRule<Delegate> = (state, it, now) => {
  if (it.from === it.to) throw new DomainError('SAME_PERSON');
  if (it.actor !== null && it.actor !== it.from) throw new DomainError('NOT_PERMITTED');
  const fromAt = instantOf(state.calendar, it.fromOn, '00:00');
  const untilAt = instantOf(state.calendar, it.untilOn, '24:00');
  if (untilAt <= fromAt || untilAt <= now) throw new DomainError('NOT_LATER', { untilOn: it.untilOn });
  const others = state.delegations.filter(
    (other) => other.untilAt > now && (other.from !== it.from || !overlaps(other, { fromAt, untilAt })),
  );
  const delegations = [...others, { from: it.from, to: it.to, fromAt, untilAt }];
  const detail = { from: it.from, to: it.to, fromOn: it.fromOn, untilOn: it.untilOn };
  return { decide: () => happen(state, { delegations }, { ...it, type: 'delegate', at: now, detail }) };
};

/** The delegation ends before its last day; without one of these people and days nothing changes. */
export const endDelegation: CommandRule<EndDelegation> = (state, it, now) => {
  const period = { fromAt: instantOf(state.calendar, it.fromOn, '00:00'), untilAt: instantOf(state.calendar, it.untilOn, '24:00') };
  const ends = (other: Delegation): boolean => other.from === it.from && other.to === it.to && overlaps(other, period);
  const delegations = state.delegations.filter((other) => !ends(other));
  const detail = { from: it.from, to: it.to, fromOn: it.fromOn, untilOn: it.untilOn };
  return { decide: () => happen(state, { delegations }, { ...it, type: 'endDelegation', at: now, detail }) };
};

const openDocuments = (state: ObligationState): DocumentState[] => Object.values(state.documents).filter((it) => !isFinal(it));

const sameTurn = (a: ObligationState, b: ObligationState, { id }: DocumentState): boolean =>
  String(turnOf(a, a.documents[id]!)) === String(turnOf(b, b.documents[id]!));

/**
 * Other people wait for the same documents now. Where all who are left at a step have approved it is decided; whoever's turn comes by that
 * is told, and so are `newcomers` if something waits for them.
 */
const regroup = (state: ObligationState, patch: Partial<ObligationState>, grouped: readonly DocumentState[], now: number) => {
  const moved = { ...state, ...patch };
  const settled = grouped.map((document) => settle(moved, document, now));
  const after = { ...moved, documents: { ...state.documents, ...Object.fromEntries(settled.map((it) => [it.id, it])) } };
  const changed = settled.filter((it) => !sameTurn(state, after, it) || it.step !== state.documents[it.id]!.step);
  const advanced = changed.filter((it) => it.step !== state.documents[it.id]!.step);
  const notices =
    (newcomers: readonly Person[]) =>
    (sequence: number): Notice[] => {
      const key = `t${String(sequence)}`;
      const waiting = changed.filter((it) => !advanced.includes(it)).flatMap((it) => turnOf(after, it));
      return [
        { key, kind: 'assigned', to: newcomers.filter((person) => waiting.includes(person)) },
        { key, kind: 'review-due', to: [...new Set(advanced.flatMap((it) => turnOf(after, it)))] },
        { key, kind: 'decided', to: [...new Set(advanced.filter(isFinal).flatMap((it) => ownersOf(after, it)))] },
      ];
    };
  // Also a document that is the same waits for others when the seat it waits for has changed.
  const touched = settled.filter((it) => !sameTurn(state, after, it) || JSON.stringify(it) !== JSON.stringify(state.documents[it.id]));
  return { touched, notices };
};

/** 离职交接: whatever waits, or would come to wait, for one person waits for another. */
export const handover: CommandRule<Handover> = (state, it, now) => {
  if (it.from === it.to) throw new DomainError('SAME_PERSON');
  const seats = Object.fromEntries(Object.entries(state.seats).map(([seat, people]) => [seat, replace(people, it.from, it.to)]));
  const delegations = state.delegations
    .map((other) => (other.to === it.from ? { ...other, to: it.to } : other))
    .filter(({ from, to }) => from !== to);
  const passed = openDocuments(state).map((document) => passOn(document, it.from, it.to));
  const { touched: changed, notices } = regroup(state, { seats }, passed, now);
  const detail = { from: it.from, to: it.to };
  const happening = { ...it, type: 'handover' as const, at: now, changed, detail, notices: notices([it.to]) };
  return { decide: () => happen(state, { seats, delegations }, happening) };
};

/** Owners who have left the debtor's seat own nothing more; a document whose owners have all left waits for whoever sits there. */
const withoutOwners = (document: DocumentState, left: readonly Person[]): DocumentState => {
  const owners = document.owners?.filter((person) => !left.includes(person)) ?? [];
  return { ...document, owners: owners.length > 0 ? owners : null };
};

const withReviewers = (document: DocumentState, left: readonly Person[], come: readonly Person[]): DocumentState => {
  const stay = document.reviewers.filter((person) => !left.includes(person) || document.approvals.includes(person));
  const fresh = come.filter((person) => person !== document.filedBy && !stay.includes(person));
  const reviewers = [...stay, ...fresh];
  return reviewers.length > 0 ? { ...document, reviewers } : document;
};

/** Other people sit in a seat: documents that wait there wait for them; what was approved stays approved. */
export const reseat: CommandRule<Reseat> = (state, it, now) => {
  const seats = { ...state.seats, [it.seat]: it.people };
  const left = inSeat(state, it.seat).filter((person) => !it.people.includes(person));
  const come = it.people.filter((person) => !inSeat(state, it.seat).includes(person));
  const grouped = openDocuments(state)
    .map((document) => (it.seat === 'debtor' ? withoutOwners(document, left) : document))
    .map((document) => (state.chain[document.step]?.who === it.seat ? withReviewers(document, left, come) : document));
  const { touched: changed, notices } = regroup(state, { seats }, grouped, now);
  const detail = { seat: it.seat, people: it.people };
  const happening = { ...it, type: 'reseat' as const, at: now, changed, detail, notices: notices(come) };
  return { decide: () => happen(state, { seats }, happening) };
};
