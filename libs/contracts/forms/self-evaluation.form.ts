import { z } from 'zod';
import type {
  ProblemCorrectionContent,
  SelfEvaluationContent,
  SpotCheckContent,
  SpotCheckSeedContent,
  WholeSelfEvaluationContent,
} from '#domain/self-evaluation/content.js';
import { INDICATOR_TWICE, oncePerIndicator, amount, day, decimal, label, page, points, rows, sentence } from './fields.js';

const result = { indicator: z.int().min(0).max(199), actualValue: decimal, reason: sentence.exactOptional() };
const further = {
  funds: z.strictObject({ initialBudget: amount, adjustedBudget: amount, executed: amount }),
  goalResult: page,
  executionReason: sentence.exactOptional(),
};

export const selfEvaluationForm = z
  .strictObject({ ...further, results: rows(z.strictObject(result)).refine(oncePerIndicator, INDICATOR_TWICE) })
  .meta({ id: 'SelfEvaluationContent' }) satisfies z.ZodType<SelfEvaluationContent>;

/** 部门整体支出绩效自评表 */
export const wholeSelfEvaluationForm = z
  .strictObject({
    ...further,
    results: rows(z.strictObject({ ...result, correction: sentence.exactOptional() })).refine(oncePerIndicator, INDICATOR_TWICE),
  })
  .meta({ id: 'WholeSelfEvaluationContent' }) satisfies z.ZodType<WholeSelfEvaluationContent>;

export const spotCheckForm = z
  .strictObject({ correctedScore: points, reason: page, problems: rows(sentence).exactOptional() })
  .meta({ id: 'SpotCheckContent' }) satisfies z.ZodType<SpotCheckContent>;

export const spotCheckSeedForm = z
  .strictObject({ publishedOn: day, value: label, evidence: sentence })
  .meta({ id: 'SpotCheckSeedContent' }) satisfies z.ZodType<SpotCheckSeedContent>;

export const problemCorrectionForm = z
  .strictObject({ correction: page, evidence: rows(sentence, 1) })
  .meta({ id: 'ProblemCorrectionContent' }) satisfies z.ZodType<ProblemCorrectionContent>;
