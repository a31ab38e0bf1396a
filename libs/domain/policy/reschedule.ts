import { instantOf } from '#domain/calendar/calendar.js';
import type { Calendar } from '#domain/calendar/calendar.js';
import { DomainError } from '#domain/errors/domain-error.js';
import type { Day, PlannedStage, Policy } from './policy.js';

/** New days of a stage; an absent one stays. */
export interface NewDays {
  readonly opensOn?: Day;
  readonly dueOn?: Day;
}

/**
 * A stage that is closed stays as it was, and one that has begun cannot begin on another day.
 * @throws DomainError ALREADY_CLOSED, STAGE_ALREADY_OPEN
 */
export const mustBeMovable = (
  { key, standing }: { readonly key: string; readonly standing: 'planned' | 'opening' | 'open' | 'closed' },
  { opensOn }: NewDays,
): void => {
  if (standing === 'closed') throw new DomainError('ALREADY_CLOSED', { key });
  if (standing !== 'planned' && opensOn !== undefined) throw new DomainError('STAGE_ALREADY_OPEN', { key });
};

/**
 * A stage's line in the plan with its days moved. `now` is the engine's instant, ms.
 * @throws DomainError NOT_LATER when it would be due in the past or before it opens.
 */
export const rescheduled = (
  plan: PlannedStage,
  { opensOn, dueOn }: NewDays,
  { calendar, policy }: { readonly calendar: Calendar; readonly policy: Pick<Policy, 'dayEndsAt'> },
  now: number,
): PlannedStage => {
  if (dueOn !== undefined && instantOf(calendar, dueOn, policy.dayEndsAt) <= now) throw new DomainError('NOT_LATER', { dueOn });
  const moved = { ...plan, ...(opensOn === undefined ? {} : { opens: opensOn }), ...(dueOn === undefined ? {} : { due: dueOn }) };
  if (moved.opens !== undefined && moved.due !== undefined && moved.due < moved.opens)
    throw new DomainError('NOT_LATER', { dueOn: moved.due });
  return moved;
};
