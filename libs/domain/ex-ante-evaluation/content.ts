import type { Decimal } from '#domain/policy/policy.js';

/** 事前绩效评估: points per dimension of the policy (by default necessity, economy, target soundness, feasibility, funding compliance). */
export interface ExAnteContent {
  readonly summary: string;
  readonly scores: readonly { readonly dimension: string; readonly points: Decimal; readonly basis: string }[];
}
