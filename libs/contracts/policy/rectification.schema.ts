import { z } from 'zod';
import type { RectificationPolicy } from '#domain/policy/rectification-policy.js';
import { name, percent, remark, workingDays } from './fields.js';

/** The policy's `rectification`: the re-check on site. */
export const rectificationPolicy = z.strictObject({
  recheck: z
    .strictObject({
      rate: percent,
      within: workingDays,
      reopenWithin: workingDays,
      ladder: name.exactOptional(),
      source: remark.exactOptional(),
    })
    .exactOptional(),
}) satisfies z.ZodType<RectificationPolicy>;
