import type { Day } from '#domain/policy/policy.js';
import type { Yuan } from '#domain/score/money.js';

/** 完成目标可能性: 确定能, 有可能, 完全不可能. */
export const LIKELIHOODS = ['certain', 'possible', 'impossible'] as const;
export type Likelihood = (typeof LIKELIHOODS)[number];

/** 偏差原因: 经费保障, 制度保障, 人员保障, 硬件条件保障, 其他. */
export const DEVIATION_CAUSES = ['funds', 'rules', 'staff', 'equipment', 'other'] as const;
export type DeviationCause = (typeof DEVIATION_CAUSES)[number];

/** What a unit asks for with its answer to a warning: go on, correct, adjust target or budget, give idle funds to another project (收回调剂), give up. */
export const DISPOSALS = ['continue', 'correct', 'adjust', 'reallocate', 'cancel'] as const;
export type Disposal = (typeof DISPOSALS)[number];

export interface Deviation {
  readonly cause: DeviationCause;
  readonly explanation: string;
}

/** One indicator so far. `indicator` is its place in the approved target, from 0. */
export interface IndicatorProgress {
  readonly indicator: number;
  /** What stands at the reporting day: a decimal, for 定性 words. */
  readonly actualValue: string;
  readonly forecastValue: string;
  readonly likelihood: Likelihood;
  readonly deviation?: Deviation;
}

/** 项目支出绩效目标执行监控表 (财预〔2019〕136号). */
export interface MonitoringContent {
  /** 1–N月执行数 */
  readonly executedAmount: Yuan;
  /** 全年预计执行数 */
  readonly forecastAmount: Yuan;
  readonly indicators: readonly IndicatorProgress[];
  /** 处置意见, where the unit proposes one with the report already. */
  readonly disposal?: Disposal;
  readonly remark?: string;
}

export interface WarningAnswerContent {
  readonly cause: string;
  readonly correction: string;
  readonly disposal: Disposal;
}

/** What the bureau found when it looked itself (财政重点监控), and what it orders. */
export interface KeyMonitoringContent {
  readonly finding: string;
  readonly disposal: Disposal;
  readonly correction: string;
}

/** What was done after a disposal that is not to go on as before. `doneOn`: the day on which it was done. */
export interface DisposalReportContent {
  readonly result: string;
  readonly doneOn: Day;
  readonly evidence: readonly string[];
}
