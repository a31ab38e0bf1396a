import { z } from 'zod';
import type { RectificationContent } from '#domain/rectification/content.js';
import { label, page, sentence } from './fields.js';

export const rectificationForm = z
  .strictObject({ measure: page, personInCharge: label, evidence: z.array(sentence).min(1).max(50) })
  .meta({ id: 'RectificationContent' }) satisfies z.ZodType<RectificationContent>;
