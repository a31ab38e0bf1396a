import type { Json } from '#domain/json.js';

export const agencyReplacementWorkflowId = (requestId: string): string => `agency-replacement/${requestId}`;

/** 改派机构 while the evaluation runs. */
export interface AgencyReplacementInput {
  readonly evaluation: string;
  /** Who takes over; the rules of assignment have been asked. */
  readonly agency: string;
  /** How each rule of independence came out. */
  readonly assignment: Json;
  readonly reason: string;
  readonly actor: string;
  readonly requestId: string;
}

/** What followed: open obligations that the new agency has now, sheets of the former agency's raters that were cancelled. */
export interface AgencyReplacementAnswer {
  readonly moved: number;
  readonly withdrawn: number;
}

export interface AgencyReplacementActivities {
  /**
   * One transaction: the evaluation and all its documents are the new agency's, points of the former one's raters no longer count, both are
   * told why. Asked again with the same request id it changes nothing. Refused when the evaluation is over. `now`: the engine's instant, ms.
   */
  replaceAgency(request: AgencyReplacementInput & { readonly now: number }): Promise<void>;
  /** The seats of what is open follow; sheets that no longer count are cancelled. Heartbeats; safe to repeat. */
  followReplacement(request: Pick<AgencyReplacementInput, 'evaluation' | 'reason' | 'requestId'>): Promise<AgencyReplacementAnswer>;
}
