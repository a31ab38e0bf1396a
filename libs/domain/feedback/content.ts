import type { Day } from '#domain/policy/policy.js';

/** One problem of the notice with its recommendation. */
export interface NoticeItem {
  readonly problem: string;
  readonly recommendation?: string;
}

/** 反馈通知书 as it is drafted from the accepted evaluation and signed off: score and grade are the evaluation's and stand in its row. */
export interface NoticeContent {
  readonly items: readonly NoticeItem[];
  /** The day by which the problems are to be corrected. */
  readonly rectifyBy?: Day;
  readonly remark?: string;
}

/** The unit acknowledges the feedback notice (反馈回执). */
export interface ReceiptContent {
  readonly acknowledged: true;
  readonly remark?: string;
}
