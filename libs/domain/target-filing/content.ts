import type { Day, Decimal } from '#domain/policy/policy.js';
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
  /** 备注 */
  readonly remark?: string;
  /** Where it was copied from, if it was. */
  readonly origin?: IndicatorOrigin;
}

/** The entry of the indicator library (指标库) that an indicator was copied from, as that entry was then. */
export interface IndicatorOrigin {
  readonly entry: string;
  readonly version: number;
  readonly copiedOn: Day;
}

/** 实施进度计划: what is done from when to when. */
export interface ScheduleStep {
  readonly content: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
}

/** 年度主要任务 of a unit as a whole, with the money it takes. */
export interface MainTask {
  readonly name: string;
  readonly content: string;
  readonly amount: Yuan;
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

/** Fields of the form that a policy may demand; a filing without them keeps its shape. */
export const FURTHER_FIELDS = [
  'personInCharge',
  'phone',
  'startsOn',
  'endsOn',
  'duties',
  'overview',
  'basis',
  'feasibility',
  'necessity',
  'schedule',
  'longTermGoal',
  'tasks',
  'filledBy',
  'signedBy',
] as const;
export type FurtherField = (typeof FURTHER_FIELDS)[number];

/**
 * 项目支出绩效目标申报表 and 部门整体支出绩效目标申报表 (财预〔2015〕88号), as far as a unit fills them in. 项目名称, 项目属性, 主管部门 and its
 * code, 实施单位 stand with the project and its unit and are not asked twice.
 */
export interface TargetContent {
  readonly annualGoal: string;
  readonly indicators: readonly Indicator[];
  readonly funds: FundsBySource;
  /** 负责人, 电话 */
  readonly personInCharge?: string;
  readonly phone?: string;
  /** 起止时间 */
  readonly startsOn?: Day;
  readonly endsOn?: Day;
  /** 单位职能概述 */
  readonly duties?: string;
  /** 项目概况 */
  readonly overview?: string;
  /** 立项依据, 可行性, 必要性 */
  readonly basis?: string;
  readonly feasibility?: string;
  readonly necessity?: string;
  readonly schedule?: readonly ScheduleStep[];
  readonly longTermGoal?: string;
  /** 年度主要任务, of the unit as a whole */
  readonly tasks?: readonly MainTask[];
  /** 填报人, 单位负责人 */
  readonly filledBy?: string;
  readonly signedBy?: string;
}
