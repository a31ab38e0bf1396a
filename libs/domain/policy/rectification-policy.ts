import type { Decimal } from './policy.js';

/** `rectification` of the policy. */
export interface RectificationPolicy {
  /** 现场复核: a sample of the items struck off is looked at on site. Absent: none is. */
  readonly recheck?: RecheckPolicy;
}

export interface RecheckPolicy {
  /** Per cent of the items, drawn by department once all of them are closed. */
  readonly rate: Decimal;
  /** Working days in which the bureau looks. */
  readonly within: number;
  /** Working days in which the unit corrects again what was not confirmed. */
  readonly reopenWithin: number;
  /** A ladder of this policy for the bureau's looking; what is reopened has the stage's. */
  readonly ladder?: string;
  readonly source?: string;
}
