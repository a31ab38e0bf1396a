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

/** 工作底稿: numbered and kept; `hash` (SHA-256, hex) pins the file that was kept. */
export interface WorkingPaper {
  readonly number: string;
  readonly title: string;
  readonly hash?: string;
}

/** A score with what it rests on. */
export interface ScoreItem {
  readonly indicator: string;
  readonly fullPoints: Decimal;
  readonly points: Decimal;
  readonly evidence: string;
  /** Numbers of the working papers that bear this score. */
  readonly papers?: readonly string[];
}

/** How one comment of the unit was dealt with: adopted or not, and why. `comment` counts from 1. */
export interface CommentResponse {
  readonly comment: number;
  readonly adopted: boolean;
  readonly reason: string;
}

/** Why the score of an indicator differs from the draft that the unit was asked about. */
export interface ScoreChange {
  readonly indicator: string;
  readonly reason: string;
}

/** Draft and final report. `score` equals the sum of the items; the grade is computed from it, never typed. */
export interface EvaluationReportContent {
  readonly summary: string;
  readonly scoreItems: readonly ScoreItem[];
  readonly score: Decimal;
  readonly problems: readonly string[];
  readonly recommendations: readonly string[];
  readonly workingPapers?: readonly WorkingPaper[];
  /** Of the final report: the answers to the comments, and the reasons of changed scores. */
  readonly responses?: readonly CommentResponse[];
  readonly changes?: readonly ScoreChange[];
}

/** One comment of several; `about` names an indicator or a passage. */
export interface CommentItem {
  readonly about: string;
  readonly text: string;
}

/** 征求意见 by the evaluated unit. An objection says to what and why; where it has several points, `items` says them one by one. */
export interface CommentContent {
  readonly position: 'agree' | 'object';
  readonly text: string;
  readonly items?: readonly CommentItem[];
}

/** What the unit says to one item of a data request: provided (where it is kept, or what it says), or why not. */
export interface DataAnswer {
  /** Counts from 1. */
  readonly item: number;
  readonly provided: boolean;
  readonly text: string;
}

/** 资料清单回复 */
export interface DataReplyContent {
  readonly answers: readonly DataAnswer[];
}

/** What one rater gives one indicator, on their own: points, why, and what they rest on. */
export interface RatingItem {
  readonly indicator: string;
  readonly points: Decimal;
  readonly reason: string;
  readonly evidence: string;
}

/** 评分表 of one rater (专家、主评人). */
export interface RatingContent {
  readonly items: readonly RatingItem[];
}
