import type { ReplyRule } from '#domain/target-filing/approval-reply.js';

/** `budgetLinkage` of the policy: what the bureau's decisions go through before they hold. */
export interface BudgetLinkagePolicy {
  /** A chain of this policy along which the decisions are approved (审定). Absent: they hold as they are filed. */
  readonly approval?: string;
  /** 结果应用通知: how the letters to the departments are numbered and who signs. Absent: none is issued. */
  readonly document?: ReplyRule;
  readonly source?: string;
}
