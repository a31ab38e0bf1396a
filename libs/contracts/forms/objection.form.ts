import { z } from 'zod';
import type { RulingContent } from '#domain/objection/objection.js';
import { page, points, rows, sentence } from './fields.js';

/** 异议处理决定 */
export const rulingForm = z
  .strictObject({
    sustained: z.boolean(),
    reason: page,
    correctedScore: points.exactOptional(),
    corrections: rows(z.strictObject({ number: z.int().min(1).max(200), problem: sentence.exactOptional() }))
      .refine((all) => new Set(all.map(({ number }) => number)).size === all.length, {
        error: '同一问题更正两次 (a problem is corrected twice)',
      })
      .exactOptional(),
  })
  .meta({ id: 'RulingContent' }) satisfies z.ZodType<RulingContent>;
