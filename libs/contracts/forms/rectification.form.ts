import { z } from 'zod';
import type { RecheckContent, RectificationContent } from '#domain/rectification/content.js';
import { amount, day, label, page, rows, sentence } from './fields.js';

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

/** 现场复核 */
export const recheckForm = z
  .strictObject({ checkedOn: day, checkedBy: label, confirmed: z.boolean(), found: page, evidence: rows(sentence, 1) })
  .meta({ id: 'RecheckContent' }) satisfies z.ZodType<RecheckContent>;
