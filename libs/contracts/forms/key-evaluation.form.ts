import { z } from 'zod';
import { EVALUATION_LEVEL1 } from '#domain/key-evaluation/content.js';
import type {
  CommentContent,
  DataReplyContent,
  EvaluationPlanContent,
  EvaluationReportContent,
  RatingContent,
} from '#domain/key-evaluation/content.js';
import { QUESTION_KINDS, SATISFACTION_BANDS } from '#domain/key-evaluation/questionnaire.js';
import type { QuestionnaireContent } from '#domain/key-evaluation/questionnaire.js';
import { compare, sum } from '#domain/score/exact.js';
import { day, decimal, label, page, points, rows, sentence } from './fields.js';

export const evaluationPlanForm = z
  .strictObject({
    method: page,
    leadEvaluator: label,
    indicators: rows(z.strictObject({ level1: z.enum(EVALUATION_LEVEL1), level2: label, level3: label, weight: points, rubric: page }), 1),
  })
  .refine(({ indicators }) => compare(sum(indicators.map((it) => it.weight)), '100') === 0, {
    path: ['indicators'],
    error: '指标权重合计应为 100 (the weights must sum to 100)',
  })
  .meta({ id: 'EvaluationPlanContent' }) satisfies z.ZodType<EvaluationPlanContent>;

const scoreItem = z
  .strictObject({ indicator: label, fullPoints: points, points, evidence: page, papers: z.array(label).max(50).exactOptional() })
  .refine((it) => compare(it.points, it.fullPoints) <= 0, { path: ['points'], error: '得分不得超过满分 (more points than the item has)' });

const workingPaper = z.strictObject({
  number: label,
  title: sentence,
  hash: z
    .string()
    .regex(/^[0-9a-f]{64}$/, { error: '应为 SHA-256（64 位十六进制小写） (a SHA-256 in 64 lower-case hexadecimal digits is needed)' })
    .exactOptional(),
});
const response = z.strictObject({ comment: z.int().min(1).max(201), adopted: z.boolean(), reason: page });
const change = z.strictObject({ indicator: label, reason: page });

/** Draft and final report alike. A total that its own table contradicts is refused: it happened in published reports. */
export const evaluationReportForm = z
  .strictObject({
    summary: page,
    scoreItems: rows(scoreItem, 1),
    score: points,
    problems: rows(sentence),
    recommendations: rows(sentence),
    workingPapers: rows(workingPaper).exactOptional(),
    responses: z.array(response).max(201).exactOptional(),
    changes: rows(change).exactOptional(),
  })
  .refine(({ scoreItems, score }) => compare(sum(scoreItems.map((it) => it.points)), score) === 0, {
    path: ['score'],
    error: '总分应等于各项得分之和 (the score must equal the sum of its items)',
  })
  .refine(({ scoreItems }) => compare(sum(scoreItems.map((it) => it.fullPoints)), '100') === 0, {
    path: ['scoreItems'],
    error: '各项满分合计应为 100 (full points must sum to 100)',
  })
  .meta({ id: 'EvaluationReportContent' }) satisfies z.ZodType<EvaluationReportContent>;

export const commentForm = z
  .strictObject({
    position: z.enum(['agree', 'object']),
    text: z.string().trim().max(5_000),
    items: rows(z.strictObject({ about: label, text: page })).exactOptional(),
  })
  .refine((it) => it.position === 'agree' || it.text.length > 0 || (it.items ?? []).length > 0, {
    path: ['text'],
    error: '异议须说明理由 (an objection says why)',
  })
  .meta({ id: 'CommentContent' }) satisfies z.ZodType<CommentContent>;

export const dataReplyForm = z
  .strictObject({ answers: rows(z.strictObject({ item: z.int().min(1).max(200), provided: z.boolean(), text: page }), 1) })
  .meta({ id: 'DataReplyContent' }) satisfies z.ZodType<DataReplyContent>;

const option = z.string().trim().min(1).max(60);
const question = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9]{0,19}$/, { error: '应为小写字母开头的代号，如 q1 (a short code such as q1 is needed)' }),
  kind: z.enum(QUESTION_KINDS),
  text: sentence,
  options: z.array(option).min(2).max(30).exactOptional(),
  most: z.int().min(1).max(30).exactOptional(),
  optional: z.boolean().exactOptional(),
});
const share = decimal.refine((it) => Number(it) >= 0 && Number(it) <= 1, { error: '应在 0 至 1 之间 (must lie between 0 and 1)' });
const satisfactionRule = z.strictObject({
  options: z.array(z.strictObject({ option: z.enum(SATISFACTION_BANDS), share })).length(SATISFACTION_BANDS.length),
  zeroUpTo: share.exactOptional(),
  fullFrom: share.exactOptional(),
  source: sentence.exactOptional(),
});

/** 调查问卷 */
export const questionnaireForm = z
  .strictObject({
    purpose: sentence,
    respondents: label,
    questions: z.array(question).min(1).max(60),
    scoring: z
      .strictObject({
        indicator: label,
        questions: z.array(z.string().max(20)).min(1).max(60),
        rule: satisfactionRule.exactOptional(),
        leastAnswers: z.int().min(1).max(1_000_000).exactOptional(),
      })
      .exactOptional(),
    closesOn: day,
  })
  .meta({ id: 'QuestionnaireContent' }) satisfies z.ZodType<QuestionnaireContent>;

/** 评分表 of one rater */
export const ratingForm = z
  .strictObject({ items: rows(z.strictObject({ indicator: label, points, reason: sentence, evidence: page }), 1) })
  .meta({ id: 'RatingContent' }) satisfies z.ZodType<RatingContent>;
