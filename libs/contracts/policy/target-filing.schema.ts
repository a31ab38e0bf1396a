import { z } from 'zod';
import type { ExAntePanel, RequiredMaterial, TargetFilingPolicy } from '#domain/policy/target-filing-policy.js';
import { FURTHER_FIELDS } from '#domain/target-filing/content.js';
import { both, decimal, name, remark } from './fields.js';

const fields = z.array(z.enum(FURTHER_FIELDS)).min(1).max(FURTHER_FIELDS.length);

const holdsOnce = (text: string, part: string): boolean => text.split(part).length === 2;

/** How numbered letters are numbered, and who signs them. */
export const letterRule = z.strictObject({
  number: z
    .string()
    .max(60)
    .refine((it) => holdsOnce(it, '{year}') && holdsOnce(it, '{serial}'), {
      error: both('文号须含 {year} 与 {serial} 各一次', 'the number holds {year} and {serial}, each once'),
    }),
  issuer: remark.max(60),
});

/** The policy's `targetFiling`. */
export const targetFilingPolicy = z.strictObject({
  required: z.strictObject({ project: fields.exactOptional(), wholeDepartment: fields.exactOptional() }).exactOptional(),
  approvalReply: letterRule.exactOptional(),
}) satisfies z.ZodType<TargetFilingPolicy>;

/** The policy's `exAnteEvaluation.materials`: each named once. */
export const requiredMaterials = z
  .array(
    z.strictObject({
      material: name,
      label: remark.max(60),
      class: z.enum(['ordinary', 'key']).exactOptional(),
      from: decimal.exactOptional(),
      source: remark.exactOptional(),
    }) satisfies z.ZodType<RequiredMaterial>,
  )
  .min(1)
  .max(30)
  .refine((all) => new Set(all.map((it) => it.material)).size === all.length, {
    error: both('同一材料列了两次', 'a material is listed twice'),
  });

export const exAntePanel = z.strictObject({
  experts: z.int().min(1).max(30),
  source: remark.exactOptional(),
}) satisfies z.ZodType<ExAntePanel>;
