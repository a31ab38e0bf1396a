import type { Decimal } from '#domain/policy/policy.js';

/** Points of one dimension of the policy, and what they rest on. */
export interface DimensionScore {
  readonly dimension: string;
  readonly points: Decimal;
  readonly basis: string;
}

/** 评估材料: one document that the report comes with, or does not. */
export interface MaterialEntry {
  /** As the policy names it. */
  readonly material: string;
  readonly present: boolean;
  /** 文号 or where it lies. */
  readonly reference?: string;
}

/** 专家: with a declaration of interests. Who has a conflict of interest gives no scores. */
export interface PanelExpert {
  readonly expert: string;
  readonly organisation: string;
  readonly conflict: boolean;
  readonly declaration: string;
  readonly scores: readonly DimensionScore[];
}

/**
 * 事前绩效评估: points per dimension of the policy (by default necessity, economy, target soundness, feasibility, funding compliance). Where a
 * panel of experts gave them, `scores` is empty and the panel's average counts.
 */
export interface ExAnteContent {
  readonly summary: string;
  readonly scores: readonly DimensionScore[];
  readonly materials?: readonly MaterialEntry[];
  readonly panel?: readonly PanelExpert[];
  /** 调整意见: what is to be adjusted where the conclusion is support after adjustment. */
  readonly adjustments?: string;
}
