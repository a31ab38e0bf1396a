import { z } from 'zod';
import { CREDIT_GRADES } from '#domain/key-evaluation/independence.js';
import type { FeedbackPolicy, KeyEvaluationPolicy } from '#domain/policy/key-evaluation-policy.js';
import { decimal, name, remark, workingDays } from './fields.js';
import { selectionRule } from './selection.schema.js';

const creditGrade = z.enum(CREDIT_GRADES);
const source = remark.exactOptional();

const assignment = z.strictObject({
  creditGrades: z.array(creditGrade).min(1).max(4).exactOptional(),
  contractYears: z.int().min(0).max(20).exactOptional(),
  declaration: z.boolean().exactOptional(),
  source,
});

const agencyRating = z.strictObject({
  criteria: z.record(name, decimal),
  grades: z
    .array(z.strictObject({ from: decimal, grade: creditGrade }))
    .min(1)
    .max(4),
  source,
});

/** The policy's `keyEvaluation`: selection, assignment, plan, papers, rating of agencies. */
export const keyEvaluationPolicy = z.strictObject({
  selection: selectionRule.exactOptional(),
  assignment: assignment.exactOptional(),
  leastResults: decimal.exactOptional(),
  workingPapers: z.boolean().exactOptional(),
  agencyRating: agencyRating.exactOptional(),
}) satisfies z.ZodType<KeyEvaluationPolicy>;

/** The policy's `feedback`: drafting and signing off the notices. */
export const feedbackPolicy = z.strictObject({
  signOff: name,
  within: workingDays,
  ladder: name.exactOptional(),
  rectifyWithin: workingDays.exactOptional(),
  source,
}) satisfies z.ZodType<FeedbackPolicy>;
