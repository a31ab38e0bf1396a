/** What of a unit's year can be made public. */
export const DISCLOSED = ['targets', 'self-evaluations', 'evaluations'] as const;
export type Disclosed = (typeof DISCLOSED)[number];

/** One line of the duty list (公开责任清单): what must be public, and when. Each unit owes each line. */
export interface DisclosureDuty {
  readonly id: string;
  /** What it is called: it heads the publication. */
  readonly label: string;
  readonly what: readonly Disclosed[];
  /** Working days from the opening of the stage. Absent: the plan's due day. */
  readonly within?: number;
  readonly source?: string;
}

export interface DisclosurePolicy {
  readonly duties: readonly DisclosureDuty[];
}
