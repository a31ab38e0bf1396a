import { z } from 'zod';
import type { SelfEvaluationContent, SpotCheckContent } from '#domain/self-evaluation/content.js';
import { INDICATOR_TWICE, oncePerIndicator, amount, decimal, page, points, rows, sentence } from './fields.js';

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
  .strictObject({ correctedScore: points, reason: page })
  .meta({ id: 'SpotCheckContent' }) satisfies z.ZodType<SpotCheckContent>;
