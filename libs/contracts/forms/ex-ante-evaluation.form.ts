import { z } from 'zod';
import type { ExAnteContent } from '#domain/ex-ante-evaluation/content.js';
import { label, page, points } from './fields.js';

export const exAnteForm = z
  .strictObject({
    summary: page,
    scores: z
      .array(z.strictObject({ dimension: label, points, basis: page }))
      .min(1)
      .max(20),
  })
  .meta({ id: 'ExAnteContent' }) satisfies z.ZodType<ExAnteContent>;
