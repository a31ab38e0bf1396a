import type { Decimal } from '#domain/policy/policy.js';
import type { SurveyMeasure } from '#domain/rubric/rubric.js';

/** 满意度（五级）, 是否, 选择, 问答. */
export const QUESTION_KINDS = ['satisfaction', 'yes-no', 'choice', 'text'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** The five bands of a question about satisfaction, as they are printed and as answers name them. */
export const SATISFACTION_BANDS = ['非常满意', '满意', '一般', '不满意', '非常不满意'] as const;
export const YES_NO = ['是', '否'] as const;

export interface Question {
  /** What answers and columns of an import name it by: `q1`. */
  readonly key: string;
  readonly kind: QuestionKind;
  readonly text: string;
  /** Of a choice. */
  readonly options?: readonly string[];
  /** How many options of a choice one respondent may take; 1 when absent. */
  readonly most?: number;
  /** It may be left out. A question for free text always may. */
  readonly optional?: boolean;
}

/** What each band counts (`"1"`, `"0.8"`, `"0"`), and between which shares the points rise: districts differ, so it is data. */
export interface SatisfactionRule {
  readonly options: SurveyMeasure['options'];
  readonly zeroUpTo?: Decimal;
  readonly fullFrom?: Decimal;
  readonly source?: string;
}

/** Which indicator of the approved plan takes its points from which questions of this questionnaire. */
export interface QuestionnaireScoring {
  /** 三级指标 */
  readonly indicator: string;
  /** Keys of questions about satisfaction; the share is the mean over them. */
  readonly questions: readonly string[];
  /** Absent: the policy's `keyEvaluation.satisfaction`. */
  readonly rule?: SatisfactionRule;
  /** Fewer respondents give no points. */
  readonly leastAnswers?: number;
}

/** 调查问卷, as the agency draws it up and the bureau approves it. */
export interface QuestionnaireContent {
  readonly purpose: string;
  /** 调查对象 */
  readonly respondents: string;
  readonly questions: readonly Question[];
  readonly scoring?: QuestionnaireScoring;
  /** The last day on which answers are taken. */
  readonly closesOn: string;
}

/** Question key → what one respondent said: an option, several options of a choice, or a text. */
export type RespondentAnswers = Readonly<Record<string, string | readonly string[]>>;

/** The options that a question offers; null for free text. */
export const optionsOf = ({ kind, options = [] }: Question): readonly string[] | null => {
  if (kind === 'satisfaction') return SATISFACTION_BANDS;
  if (kind === 'yes-no') return YES_NO;
  return kind === 'choice' ? options : null;
};
