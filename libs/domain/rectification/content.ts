/** One item of the checklist, reported to be struck off (照单销号). */
export interface RectificationContent {
  readonly measure: string;
  readonly personInCharge: string;
  /** Proof: what was done and where it can be seen (document numbers, file names). */
  readonly evidence: readonly string[];
}
