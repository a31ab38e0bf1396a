import type { Day, Decimal } from '#domain/policy/policy.js';
import type { Yuan } from '#domain/score/money.js';

/** One indicator at the year's end. `indicator` is its place in the approved target, from 0. */
export interface IndicatorResult {
  readonly indicator: number;
  /** 实际完成值: a decimal; for 定性 the share reached in per cent (`"85"`), as the regulation scores it. */
  readonly actualValue: Decimal;
  /** 偏差原因分析及改进措施; required where the target was not met. */
  readonly reason?: string;
}

/** 项目支出绩效自评表 (财预〔2020〕10号). The score is computed, never typed. */
export interface SelfEvaluationContent {
  readonly funds: { readonly initialBudget: Yuan; readonly adjustedBudget: Yuan; readonly executed: Yuan };
  /** 年度总体目标实际完成情况 */
  readonly goalResult: string;
  readonly results: readonly IndicatorResult[];
  readonly executionReason?: string;
}

/** One indicator of the unit as a whole; what was not met carries its cause and its correction. */
export interface WholeIndicatorResult extends IndicatorResult {
  /** 改进措施 */
  readonly correction?: string;
}

/** 部门整体支出绩效自评表: as that of a project, on the whole spending of the unit and the indicators of its overall target. */
export interface WholeSelfEvaluationContent extends SelfEvaluationContent {
  readonly results: readonly WholeIndicatorResult[];
}

/** 抽查复核: the bureau's score stands beside the unit's, it does not replace it. */
export interface SpotCheckContent {
  readonly correctedScore: Decimal;
  readonly reason: string;
  /** 问题清单 */
  readonly problems?: readonly string[];
}

/** 抽签数值: what the source that was named before made public, after the list was frozen. */
export interface SpotCheckSeedContent {
  readonly publishedOn: Day;
  readonly value: string;
  /** Where it can be read. */
  readonly evidence: string;
}

/** How the unit corrected one problem of its list. */
export interface ProblemCorrectionContent {
  readonly correction: string;
  readonly evidence: readonly string[];
}
