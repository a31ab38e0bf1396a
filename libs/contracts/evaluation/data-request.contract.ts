import type { Day } from '#domain/policy/policy.js';

export const dataRequestWorkflowId = (requestId: string): string => `data-request/${requestId}`;

/** 资料调取: what an evaluation needs of the evaluated unit, by a day. */
export interface DataRequestInput {
  readonly evaluation: string;
  readonly items: readonly string[];
  readonly dueOn: Day;
  readonly actor: string;
  readonly requestId: string;
}

export interface DataRequestAnswer {
  readonly id: string;
  readonly obligation: string;
}

export interface DataRequestActivities {
  /**
   * Writes the request and opens and starts the unit's obligation to reply, in one transaction. Asked again with the same request id it
   * answers the same. Refused while the evaluation does not run. `now`: the engine's instant, ms.
   */
  openDataRequest(request: DataRequestInput & { readonly now: number }): Promise<DataRequestAnswer>;
}
