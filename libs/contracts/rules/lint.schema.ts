import { z } from 'zod';
import { policySchema } from '../policy/policy.schema.js';
import { rubricSchema } from './rubric.schema.js';
import { scoreSchema } from './score.schema.js';

/** What `jiheng lint` reads: a district's policy, a rubric, a case of `jiheng score` (its rubric is looked at), or several rubrics together. */
export const lintSchema = z.union([
  policySchema,
  rubricSchema,
  scoreSchema,
  z.strictObject({ rubrics: z.array(rubricSchema).min(1).max(50) }),
]);
