import type { ObligationState, Person } from '#domain/obligation/state.js';
import { DEBTOR_OF } from '#domain/stage/document-kind.js';
import { SEATS } from '#domain/stage/stage.js';
import type { Seats } from '#persistence/campaign/seats.js';
import type { Place } from '#persistence/obligation/obligation-opener.js';
import type { Following } from '#persistence/organisation/organisation-change.repository.js';
import type { OpenWork } from '#persistence/organisation/open-work.js';

type Reseat = Following['reseat'][number];

const same = (a: readonly Person[], b: readonly Person[]): boolean => a.length === b.length && a.every((it) => b.includes(it));

/**
 * The seats in which others sit now that the obligation belongs elsewhere. A seat that the organisation fills alike at both places is left
 * alone, so that handovers which people have made in it stay as they are.
 */
export const reseatings = (work: OpenWork, to: Place, seats: Seats): readonly Reseat[] => {
  const debtor = DEBTOR_OF[work.kind];
  const [before, after] = [seats.of(debtor, work.place), seats.of(debtor, { ...to, agency: work.place.agency })];
  return SEATS.filter((seat) => !same(before[seat], after[seat])).map((seat) => ({ obligation: work.id, seat, people: after[seat] }));
};

const sitting = ({ seats }: Pick<ObligationState, 'seats'>): readonly Person[] => [...(seats.debtor ?? []), ...(seats.department ?? [])];

/** Who is told: whoever owes it and stands above them, before and after, and whoever's turn it is. */
export const concerned = (work: OpenWork, to: Place | null, seats: Seats): readonly Person[] => {
  const after = to === null ? [] : sitting({ seats: seats.of(DEBTOR_OF[work.kind], { ...to, agency: work.place.agency }) });
  return [...new Set([...sitting(work.state), ...work.turn, ...after])];
};
