import { z } from 'zod';
import { CREDIT_GRADES } from '#domain/key-evaluation/independence.js';
import { RECONCILIATIONS } from '#domain/policy/key-evaluation-policy.js';
import type { FeedbackPolicy, KeyEvaluationPolicy } from '#domain/policy/key-evaluation-policy.js';
import { compare, sum } from '#domain/score/exact.js';
import { both, decimal, name, rate, remark, workingDays } from './fields.js';
import { EVALUATION_LEVEL1 } from '#domain/key-evaluation/content.js';
import { EVALUATION_TYPES } from '#domain/key-evaluation/evaluation-type.js';
import { SATISFACTION_BANDS } from '#domain/key-evaluation/questionnaire.js';
import { selectionRule } from './selection.schema.js';

const creditGrade = z.enum(CREDIT_GRADES);
const source = remark.exactOptional();

const assignment = z.strictObject({
  creditGrades: z.array(creditGrade).min(1).max(4).exactOptional(),
  contractYears: z.int().min(0).max(20).exactOptional(),
  declaration: z.boolean().exactOptional(),
  source,
});

const agencyRating = z.strictObject({
  criteria: z.record(name, decimal),
  grades: z
    .array(z.strictObject({ from: decimal, grade: creditGrade }))
    .min(1)
    .max(4),
  source,
});

/** 问卷满意度: the share that each band counts, and the line from no points to all. */
const satisfaction = z.strictObject({
  options: z
    .array(z.strictObject({ option: z.enum(SATISFACTION_BANDS), share: rate }))
    .length(SATISFACTION_BANDS.length)
    .refine((it) => new Set(it.map(({ option }) => option)).size === it.length, {
      error: both('五级各出现一次', 'each of the five bands occurs once'),
    }),
  zeroUpTo: rate.exactOptional(),
  fullFrom: rate.exactOptional(),
  source,
});

/** 默认指标体系: a whole system, its weights 100. */
const indicatorSystem = z
  .array(z.strictObject({ level1: z.enum(EVALUATION_LEVEL1), level2: remark, level3: remark, weight: decimal, rubric: remark }))
  .min(1)
  .max(200)
  .refine((it) => compare(sum(it.map(({ weight }) => weight)), '100') === 0, {
    error: both('指标权重合计应为 100', 'the weights must sum to 100'),
  });

const scoring = z
  .strictObject({
    raters: z.int().min(2).max(15),
    blind: z.boolean().exactOptional(),
    trim: z.int().min(1).max(5).exactOptional(),
    arbitrateAbove: decimal.exactOptional(),
    source,
  })
  .refine(({ raters, trim = 0 }) => raters > 2 * trim, {
    path: ['trim'],
    error: both('去掉最高、最低后须仍有评分', 'somebody must be left when the highest and lowest are taken away'),
  });

/** The policy's `keyEvaluation`: selection, assignment, plan, papers, rating of agencies. */
export const keyEvaluationPolicy = z.strictObject({
  selection: selectionRule.exactOptional(),
  assignment: assignment.exactOptional(),
  leastResults: decimal.exactOptional(),
  workingPapers: z.boolean().exactOptional(),
  agencyRating: agencyRating.exactOptional(),
  satisfaction: satisfaction.exactOptional(),
  indicatorSystems: z.partialRecord(z.enum(EVALUATION_TYPES), indicatorSystem).exactOptional(),
  scoring: scoring.exactOptional(),
  reconciliation: z.enum(RECONCILIATIONS).exactOptional(),
  comparison: z
    .strictObject({
      atLeast: z.int().min(2).max(1_000).exactOptional(),
      notable: decimal.exactOptional(),
      fence: decimal.exactOptional(),
    })
    .exactOptional(),
}) satisfies z.ZodType<KeyEvaluationPolicy>;

/** The policy's `feedback`: drafting and signing off the notices. */
export const feedbackPolicy = z.strictObject({
  signOff: name,
  within: workingDays,
  ladder: name.exactOptional(),
  rectifyWithin: workingDays.exactOptional(),
  source,
}) satisfies z.ZodType<FeedbackPolicy>;
