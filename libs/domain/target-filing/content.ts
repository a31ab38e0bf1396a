import type { Decimal } from '#domain/policy/policy.js';
import type { Yuan } from '#domain/score/money.js';

/** 一级指标. 成本 stands on its own in newer forms and under 产出 in older ones. */
export const LEVEL1 = ['产出', '成本', '效益', '满意度'] as const;
export type Level1 = (typeof LEVEL1)[number];

/** 指标性质: equal, at least, at most (a reverse indicator: less is better), qualitative. */
export const OPERATORS = ['=', '≥', '≤', '定性'] as const;
export type IndicatorOperator = (typeof OPERATORS)[number];

/** One performance indicator as filed. `targetValue` is a decimal, for 定性 the expected state in words. */
export interface Indicator {
  readonly level1: Level1;
  readonly level2: string;
  readonly level3: string;
  readonly operator: IndicatorOperator;
  readonly targetValue: string;
  readonly measureUnit: string;
  /** Points; all indicators of a filing sum to what the policy gives outputs, benefits and satisfaction together. */
  readonly weight: Decimal;
  readonly core: boolean;
}

/** 资金总额 by source, each in yuan. */
export interface FundsBySource {
  /** 财政拨款 */
  readonly fiscal: Yuan;
  /** 上年结转 */
  readonly carriedOver: Yuan;
  /** 单位资金 */
  readonly own: Yuan;
  readonly other: Yuan;
}

/** 项目支出绩效目标申报表 (财预〔2015〕88号), as far as it is filled in by a unit. */
export interface TargetContent {
  readonly annualGoal: string;
  readonly indicators: readonly Indicator[];
  readonly funds: FundsBySource;
}
