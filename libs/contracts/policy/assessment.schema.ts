import { z } from 'zod';
import { ASSESSMENT_MEASURES } from '#domain/policy/assessment-policy.js';
import type { AssessmentPolicy } from '#domain/policy/assessment-policy.js';
import { decimal, remark } from './fields.js';

/** 部门年度考核; that the weights sum to 100 is for `lintPolicy` to say. */
export const assessmentPolicy = z.strictObject({
  items: z
    .array(z.strictObject({ measure: z.enum(ASSESSMENT_MEASURES), weight: decimal, source: remark }))
    .min(1)
    .max(ASSESSMENT_MEASURES.length),
}) satisfies z.ZodType<AssessmentPolicy>;
