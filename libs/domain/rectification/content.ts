import type { Day } from '#domain/policy/policy.js';
import type { Yuan } from '#domain/score/money.js';

/** 部分完成: what is left of an item, and the day by which it will be done. */
export interface Remainder {
  readonly text: string;
  readonly by: Day;
}

/** What rectification made of the project itself: its plan or budget was adjusted (调整), or it was cancelled (取消). */
export type ProjectEffect = 'adjusted' | 'cancelled';

/** One item of the checklist, reported to be struck off (照单销号). */
export interface RectificationContent {
  readonly measure: string;
  readonly personInCharge: string;
  /** Proof: what was done and where it can be seen (document numbers, file names). */
  readonly evidence: readonly string[];
  /** Absent: nothing is left. */
  readonly remaining?: Remainder;
  /** 收回金额, yuan, by what this report proves; what an earlier report of the item stated is not stated again. */
  readonly recoveredAmount?: Yuan;
  /** 调整金额, yuan, in the same way. */
  readonly adjustedAmount?: Yuan;
  readonly projectEffect?: ProjectEffect;
}

/** 现场复核 of one item that was struck off. */
export interface RecheckContent {
  readonly checkedOn: Day;
  /** Who was there. */
  readonly checkedBy: string;
  /** 属实: what was reported is so. */
  readonly confirmed: boolean;
  /** What was found; where it is not confirmed the unit reads here why it corrects again. */
  readonly found: string;
  readonly evidence: readonly string[];
}
