import { z } from 'zod';
import type {
  ProblemCorrectionContent,
  SelfEvaluationContent,
  SpotCheckContent,
  SpotCheckSeedContent,
} from '#domain/self-evaluation/content.js';
import { INDICATOR_TWICE, oncePerIndicator, amount, day, decimal, label, page, points, rows, sentence } from './fields.js';

export const selfEvaluationForm = z
  .strictObject({
    funds: z.strictObject({ initialBudget: amount, adjustedBudget: amount, executed: amount }),
    goalResult: page,
    results: rows(z.strictObject({ indicator: z.int().min(0).max(199), actualValue: decimal, reason: sentence.exactOptional() })).refine(
      oncePerIndicator,
      INDICATOR_TWICE,
    ),
    executionReason: sentence.exactOptional(),
  })
  .meta({ id: 'SelfEvaluationContent' }) satisfies z.ZodType<SelfEvaluationContent>;

export const spotCheckForm = z
  .strictObject({ correctedScore: points, reason: page, problems: rows(sentence).exactOptional() })
  .meta({ id: 'SpotCheckContent' }) satisfies z.ZodType<SpotCheckContent>;

export const spotCheckSeedForm = z
  .strictObject({ publishedOn: day, value: label, evidence: sentence })
  .meta({ id: 'SpotCheckSeedContent' }) satisfies z.ZodType<SpotCheckSeedContent>;

export const problemCorrectionForm = z
  .strictObject({ correction: page, evidence: rows(sentence, 1) })
  .meta({ id: 'ProblemCorrectionContent' }) satisfies z.ZodType<ProblemCorrectionContent>;
