import { z } from 'zod';
import type { ExAnteContent } from '#domain/ex-ante-evaluation/content.js';
import { label, page, points, remark } from './fields.js';

const scores = z.array(z.strictObject({ dimension: label, points, basis: page })).max(20);

const materials = z.array(z.strictObject({ material: label, present: z.boolean(), reference: remark.exactOptional() })).max(50);

const panel = z
  .array(z.strictObject({ expert: label, organisation: label, conflict: z.boolean(), declaration: remark.min(1), scores }))
  .min(1)
  .max(30);

/** Shape and size only. Which dimensions and materials, and how many experts, says the policy: see `libs/domain/ex-ante-evaluation`. */
export const exAnteForm = z
  .strictObject({
    summary: page,
    scores,
    materials: materials.exactOptional(),
    panel: panel.exactOptional(),
    adjustments: page.exactOptional(),
  })
  .meta({ id: 'ExAnteContent' }) satisfies z.ZodType<ExAnteContent>;
