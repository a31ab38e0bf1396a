import type { Calendar } from '#domain/calendar/calendar.js';
import type { Command } from '#domain/obligation/command.js';
import type { SimulatedEvent } from '#domain/obligation/simulate.js';
import { inSeat, ownersOf, turnOf } from '#domain/obligation/state.js';
import type { ObligationState } from '#domain/obligation/state.js';
import type { LadderEvent } from './case.schema.js';

const UNNAMED = '未注明';

type Asked = Omit<Command, 'requestId'> & { readonly [field: string]: unknown };

const idsOf = (state: ObligationState, documents: string | readonly string[]): readonly string[] =>
  typeof documents === 'string' ? Object.keys(state.documents) : documents;

/** Who acts where the event does not say: the owner of the first document for what a debtor does, else whoever has the turn. */
const actorFor = (state: ObligationState, it: LadderEvent, ids: readonly string[]): string => {
  if (it.by !== undefined) return it.by;
  const document = state.documents[ids[0] ?? ''];
  const filing = it.submit !== undefined || it.withdraw !== undefined;
  const people = document ? (filing ? ownersOf(state, document) : turnOf(state, document)) : [];
  return people[0] ?? inSeat(state, 'debtor')[0] ?? UNNAMED;
};

const onDocuments = (state: ObligationState, it: LadderEvent, listed: string | readonly string[]) => {
  const ids = idsOf(state, listed);
  const documents = ids.map((id) => ({ id, ...(it.round === undefined ? {} : { round: it.round }) }));
  return { actor: actorFor(state, it, ids), documents };
};

const reviewed = (state: ObligationState, it: LadderEvent): Asked | null => {
  const reasons = [{ text: it.reason ?? UNNAMED }];
  const verdict = it.approve !== undefined ? 'approve' : it.return !== undefined ? 'return' : it.reject !== undefined ? 'reject' : null;
  const listed = it.approve ?? it.return ?? it.reject;
  if (!verdict || listed === undefined) return null;
  const to = verdict === 'return' && it.to !== undefined ? { to: it.to } : {};
  return { name: 'review', ...onDocuments(state, it, listed), verdict, ...(verdict === 'approve' ? {} : { reasons }), ...to };
};

const handled = (state: ObligationState, it: LadderEvent): Asked | null => {
  const reason = it.reason ?? UNNAMED;
  if (it.submit !== undefined) return { name: 'submit', ...onDocuments(state, it, it.submit) };
  if (it.withdraw !== undefined) return { name: 'withdraw', ...onDocuments(state, it, it.withdraw) };
  if (it.transfer !== undefined) return { name: 'transfer', ...onDocuments(state, it, it.transfer), to: it.to!, reason };
  if (it.addReviewer !== undefined) return { name: 'addReviewer', ...onDocuments(state, it, it.addReviewer), person: it.to!, reason };
  const bureau = it.by ?? inSeat(state, 'performanceOffice')[0] ?? null;
  if (it.remind !== undefined) return { name: 'remind', ...onDocuments(state, it, it.remind), actor: bureau };
  if (it.cancel !== undefined) return { name: 'cancel', ...onDocuments(state, it, it.cancel), actor: it.by ?? null, reason };
  return null;
};

const extended = (state: ObligationState, it: LadderEvent): readonly Asked[] => {
  const reason = it.reason ?? UNNAMED;
  const bureau = it.by ?? inSeat(state, 'performanceOffice')[0] ?? null;
  const debtor = (it.extension === undefined ? it.by : undefined) ?? inSeat(state, 'debtor')[0] ?? UNNAMED;
  const wanted = it.requestExtension ?? it.extension;
  const asked: Asked[] = wanted === undefined ? [] : [{ name: 'requestExtension', actor: debtor, dueOn: wanted, reason }];
  const granted = it.grantExtension ?? it.extension;
  if (granted !== undefined) {
    return [...asked, { name: 'decideExtension', actor: bureau, grant: true, reason, ...(granted === true ? {} : { dueOn: granted }) }];
  }
  return it.refuseExtension ? [{ name: 'decideExtension', actor: bureau, grant: false, reason }] : asked;
};

const arranged = (it: LadderEvent, calendar: (spec: NonNullable<LadderEvent['recalendar']>) => Calendar): Asked | null => {
  const reason = it.reason ?? UNNAMED;
  const actor = it.by ?? null;
  if (it.moveDeadline !== undefined) return { name: 'moveDeadline', actor, dueOn: it.moveDeadline, reason };
  if (it.recalendar !== undefined) return { name: 'recalendar', actor, calendar: calendar(it.recalendar), reason };
  if (it.delegate) return { name: 'delegate', actor, ...it.delegate };
  if (it.handover) return { name: 'handover', actor, ...it.handover };
  return it.reseat ? { name: 'reseat', actor, ...it.reseat } : null;
};

/** The commands of one written event; `extension` is two, asked for and granted at the same instant. */
export function simulatedEvents(
  it: LadderEvent,
  index: number,
  calendar: (spec: NonNullable<LadderEvent['recalendar']>) => Calendar,
): readonly SimulatedEvent[] {
  const commands = (state: ObligationState): readonly Asked[] => {
    const one = reviewed(state, it) ?? handled(state, it) ?? arranged(it, calendar);
    return one ? [one] : extended(state, it);
  };
  const count = it.extension === undefined ? 1 : 2;
  return Array.from({ length: count }, (_, part) => ({
    at: it.at,
    ask: (state) =>
      ({ requestId: it.requestId ?? `event-${String(index + 1)}-${String(part + 1)}`, ...commands(state)[part]! }) as unknown as Command,
  }));
}
