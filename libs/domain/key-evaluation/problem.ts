import type { Sentence } from '#domain/explanation/explained.js';

/** What is wrong with a field of an evaluation's document; `path` starts at its content. */
export interface EvaluationProblem extends Sentence {
  readonly path: string;
  readonly code: EvaluationProblemCode;
}

export type EvaluationProblemCode =
  | 'indicator-not-in-plan'
  | 'indicator-twice'
  | 'indicator-not-scored'
  | 'full-points-differ'
  | 'paper-missing'
  | 'paper-unknown'
  | 'paper-twice'
  | 'comment-unanswered'
  | 'comment-unknown'
  | 'comment-answered-twice'
  | 'change-without-reason'
  | 'change-unknown'
  | 'lead-evaluator-differs'
  | 'results-weigh-too-little'
  | 'item-unknown'
  | 'item-unanswered'
  | 'answer-missing'
  | 'answer-too-many'
  | 'answer-too-long'
  | 'answer-unknown'
  | 'question-unknown'
  | 'question-twice'
  | 'choice-without-options'
  | 'question-not-about-satisfaction'
  | 'satisfaction-rule-missing'
  | 'satisfaction-band-missing'
  | 'indicator-scored-already'
  | 'questionnaire-open'
  | 'points-differ-from-questionnaire'
  | 'points-above-full'
  | 'ratings-incomplete'
  | 'arbitration-missing'
  | 'points-differ-from-ratings';
