import { z } from 'zod';
import type { RectificationContent } from '#domain/rectification/content.js';
import { amount, day, label, page, sentence } from './fields.js';

export const rectificationForm = z
  .strictObject({
    measure: page,
    personInCharge: label,
    evidence: z.array(sentence).min(1).max(50),
    remaining: z.strictObject({ text: sentence, by: day }).exactOptional(),
    recoveredAmount: amount.exactOptional(),
    adjustedAmount: amount.exactOptional(),
    projectEffect: z.enum(['adjusted', 'cancelled']).exactOptional(),
  })
  .meta({ id: 'RectificationContent' }) satisfies z.ZodType<RectificationContent>;
