import { z } from 'zod';
import { LEVEL1, OPERATORS } from '#domain/target-filing/content.js';
import type { TargetContent } from '#domain/target-filing/content.js';
import { amount, label, page, points, rows, sentence } from './fields.js';

/** Shape and size only. What makes a target good (counts, weights, dimensions) is a rule of the policy, see `libs/domain/target-filing`. */
export const targetForm = z
  .strictObject({
    annualGoal: page,
    indicators: rows(
      z.strictObject({
        level1: z.enum(LEVEL1),
        level2: label,
        level3: label,
        operator: z.enum(OPERATORS),
        targetValue: sentence,
        measureUnit: z.string().trim().max(20),
        weight: points,
        core: z.boolean(),
      }),
    ),
    funds: z.strictObject({ fiscal: amount, carriedOver: amount, own: amount, other: amount }),
  })
  .meta({ id: 'TargetContent' }) satisfies z.ZodType<TargetContent>;
