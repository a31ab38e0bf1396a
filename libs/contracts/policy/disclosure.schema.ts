import { z } from 'zod';
import { DISCLOSED } from '#domain/policy/disclosure-policy.js';
import type { DisclosurePolicy } from '#domain/policy/disclosure-policy.js';
import { both, name, remark, workingDays } from './fields.js';

/** The policy's `disclosure`: the duty list, each line once. */
export const disclosurePolicy = z.strictObject({
  duties: z
    .array(
      z.strictObject({
        id: name,
        label: remark.max(60),
        what: z.array(z.enum(DISCLOSED)).min(1).max(DISCLOSED.length),
        within: workingDays.exactOptional(),
        source: remark.exactOptional(),
      }),
    )
    .min(1)
    .max(10)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, {
      error: both('同一公开事项列了两次', 'a duty is listed twice'),
    }),
}) satisfies z.ZodType<DisclosurePolicy>;
