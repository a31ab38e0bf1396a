/** Workflow id of one change of the organisation; the request id makes a repeated request the same change. */
export const organisationChangeWorkflowId = (requestId: string): string => `organisation-change/${requestId}`;

/** One of the projects that a project is split into. `unit`: whose it is; absent: as before. Decimal yuan. */
export interface ProjectPart {
  readonly code: string;
  readonly name: string;
  readonly unit?: string;
  readonly budget: string;
  /** Its share of what was spent; absent: nothing. */
  readonly executed?: string;
}

/** 项目划转、撤销、拆分、合并，单位撤并: what may change in the organisation during the year. Fields are ids. */
export type OrganisationChange =
  | { readonly kind: 'transfer-project'; readonly project: string; readonly unit: string }
  | { readonly kind: 'cancel-project'; readonly project: string }
  | { readonly kind: 'split-project'; readonly project: string; readonly parts: readonly ProjectPart[] }
  | {
      readonly kind: 'merge-projects';
      readonly projects: readonly string[];
      readonly code: string;
      readonly name: string;
      readonly unit: string;
    }
  | { readonly kind: 'dissolve-unit'; readonly unit: string; readonly successor: string };

export interface OrganisationChangeInput {
  readonly district: string;
  readonly change: OrganisationChange;
  readonly reason: string;
  readonly actor: string;
  readonly requestId: string;
}

/** What followed: obligations that moved as a whole, documents opened anew with another unit, documents cancelled. */
export interface OrganisationChangeAnswer {
  readonly change: string;
  readonly moved: number;
  readonly reopened: number;
  readonly cancelled: number;
  /** Projects that began in place of others; absent where none did. */
  readonly arrived?: readonly string[];
}

export interface OrganisationActivities {
  /**
   * One transaction: projects, units, and the places of what is open, with audit, and a word to everybody concerned. Asked again with the
   * same request id it answers the same change. `now`: the engine's instant, ms.
   */
  applyOrganisationChange(request: OrganisationChangeInput & { readonly now: number }): Promise<{ readonly change: string }>;
  /** The seats of what moved, what is opened anew and what is cancelled follow. Heartbeats; safe to repeat. */
  followOrganisationChange(request: { readonly change: string }): Promise<OrganisationChangeAnswer>;
}
