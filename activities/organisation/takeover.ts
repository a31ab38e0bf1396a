import { v7 as uuid } from 'uuid';
import { addWorkingDays, dayOf, instantOf } from '#domain/calendar/calendar.js';
import type { Day } from '#domain/policy/policy.js';
import type { ObligationState } from '#domain/obligation/state.js';
import { DEBTOR_OF } from '#domain/stage/document-kind.js';
import type { Seats } from '#persistence/campaign/seats.js';
import type { ObligationDraft, Place } from '#persistence/obligation/obligation-opener.js';
import type { OpenWork, WorkDocument } from '#persistence/organisation/open-work.js';

/** Working days for whoever takes over what was overdue already; what is not due yet stays due on its day. */
const TAKING_OVER_WITHIN = 5;

const dueOn = ({ calendar, deadline, dayEndsAt }: ObligationState, now: number): Day =>
  instantOf(calendar, deadline.dueOn, dayEndsAt) > now
    ? deadline.dueOn
    : addWorkingDays(calendar, dayOf(calendar, now), TAKING_OVER_WITHIN);

interface Takeover {
  readonly district: string;
  readonly work: OpenWork;
  readonly documents: readonly WorkDocument[];
  readonly to: Place;
  readonly seats: Seats;
  readonly now: number;
}

/**
 * Part of an obligation goes to another debtor: the same documents, held to the same terms, as an obligation of its own. `old` and `fresh`
 * name each document before and after.
 */
export const takeover = ({ district, work, documents, to, seats, now }: Takeover) => {
  const { ladder, chain, silence, calendar, parent, dayEndsAt } = work.state;
  const drafts = documents.map(({ title, kind, project, subject }) => ({ id: uuid(), title, kind, project, subject }));
  const draft: ObligationDraft = {
    ...{ district, campaign: work.campaign, stage: work.stage, kind: work.kind, place: to },
    ...{ ladder, chain, silence, calendar, parent, dayEndsAt },
    title: `划转承接：${documents[0]!.title}`,
    seats: seats.of(DEBTOR_OF[work.kind], to),
    documents: drafts,
    dueOn: dueOn(work.state, now),
  };
  return { draft, old: documents.map(({ id }) => id), fresh: drafts.map(({ id }) => id) };
};
