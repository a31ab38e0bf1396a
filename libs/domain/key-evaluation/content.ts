import type { Decimal } from '#domain/policy/policy.js';

/** 一级指标 of a key evaluation (财预〔2020〕10号): decision, process, output, benefit. */
export const EVALUATION_LEVEL1 = ['决策', '过程', '产出', '效益'] as const;
export type EvaluationLevel1 = (typeof EVALUATION_LEVEL1)[number];

/** One row of the indicator system; the weights of a plan sum to 100. */
export interface EvaluationIndicator {
  readonly level1: EvaluationLevel1;
  readonly level2: string;
  readonly level3: string;
  readonly weight: Decimal;
  /** 评分标准 */
  readonly rubric: string;
}

export interface EvaluationPlanContent {
  readonly method: string;
  readonly leadEvaluator: string;
  readonly indicators: readonly EvaluationIndicator[];
}

/** A score with what it rests on (工作底稿). */
export interface ScoreItem {
  readonly indicator: string;
  readonly fullPoints: Decimal;
  readonly points: Decimal;
  readonly evidence: string;
}

/** Draft and final report. `score` equals the sum of the items; the grade is computed from it, never typed. */
export interface EvaluationReportContent {
  readonly summary: string;
  readonly scoreItems: readonly ScoreItem[];
  readonly score: Decimal;
  readonly problems: readonly string[];
  readonly recommendations: readonly string[];
}

/** 征求意见 by the evaluated unit. An objection says to what and why. */
export interface CommentContent {
  readonly position: 'agree' | 'object';
  readonly text: string;
}
