import { z } from 'zod';
import type { Fact } from '#domain/rubric/rubric.js';
import { both, decimal, signedDecimal } from '../policy/fields.js';
import { rubricSchema } from './rubric.schema.js';

const words = z.string().min(1).max(2_000);
const value = z.union(
  [
    z.boolean(),
    z.array(signedDecimal).max(1_000),
    z.record(z.string().max(60), decimal),
    z.preprocess((it) => (typeof it === 'number' ? String(it) : it), words),
  ],
  { error: both('应为数值、是否、文字、评分列表或各选项人数', 'a number, true or false, a word, a list of ratings, or people by option') },
);

const reported = z.strictObject({
  value: value.nullable(),
  document: words.exactOptional(),
  by: words.exactOptional(),
  at: words.exactOptional(),
  reason: words.exactOptional(),
  evidence: z.array(words).max(20).exactOptional(),
  judged: z.boolean().exactOptional(),
});

/** `executed: 64.70` is short for `executed: { value: 64.70 }`; then nothing is known of where it comes from. */
const fact = z.preprocess(
  (it) => (it !== null && typeof it === 'object' && 'value' in it ? it : { value: it }),
  reported,
) satisfies z.ZodType<Fact>;

/** One case of `jiheng score`: a rubric and what was reported; `published` is compared, not used. */
export const scoreSchema = z.strictObject({
  name: words.exactOptional(),
  rubric: rubricSchema,
  facts: z.record(z.string().max(60), fact),
});
