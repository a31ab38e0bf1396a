import { DomainError } from '#domain/errors/domain-error.js';
import type { RefusalCode } from '#domain/errors/refusal-codes.js';
import type { Seat } from '#domain/stage/stage.js';
import { inSeat } from './state.js';
import type { ObligationState, Person } from './state.js';

/** For whom of `people` the actor may act now: for themselves, or for somebody absent who delegated to them. Null: for nobody. */
export const actsFor = (state: ObligationState, actor: Person, people: readonly Person[], now: number): Person | null => {
  if (people.includes(actor)) return actor;
  const absence = state.delegations.find((it) => it.to === actor && people.includes(it.from) && it.fromAt <= now && now < it.untilAt);
  return absence?.from ?? null;
};

/** As `actsFor`, refusing with `code` where the actor may not act. */
export const mustActFor = (state: ObligationState, actor: Person, people: readonly Person[], now: number, code: RefusalCode): Person => {
  const person = actsFor(state, actor, people, now);
  if (person === null) throw new DomainError(code);
  return person;
};

/** The absent person in whose place the actor acted; null where they acted for themselves. */
export const absentOf = (actor: Person, person: Person): Person | null => (person === actor ? null : person);

/** The campaign itself (null) may; of people, only those in one of the seats. Answers the absent person for whom the actor acts. */
export const mustSit = (state: ObligationState, actor: Person | null, seats: readonly Seat[], now: number): Person | null => {
  if (actor === null) return null;
  const people = seats.flatMap((seat) => inSeat(state, seat));
  return absentOf(actor, mustActFor(state, actor, people, now, 'NOT_PERMITTED'));
};

/** A text that must say something. */
export const mustSay = (text: string | undefined): string => {
  const said = text?.trim() ?? '';
  if (said === '') throw new DomainError('REASON_REQUIRED');
  return said;
};
