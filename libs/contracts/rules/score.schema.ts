import { z } from 'zod';
import { nodesOf } from '#domain/rubric/leaves.js';
import type { Fact } from '#domain/rubric/rubric.js';
import { both, decimal, signedDecimal } from '../policy/fields.js';
import { rubricSchema } from './rubric.schema.js';

const id = z.string().min(1).max(60);
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

const override = z.strictObject({ points: decimal, reason: words, by: words.exactOptional() });
const published = z.strictObject({
  score: decimal.exactOptional(),
  grade: z.enum(['优', '良', '中', '差']).exactOptional(),
  points: z
    .record(
      id,
      z.preprocess((it) => (typeof it === 'object' ? it : { score: it }), z.strictObject({ score: decimal, cause: words.exactOptional() })),
    )
    .default({}),
});

const unknownKeys = (field: string[], given: object, known: readonly string[]): { path: string[]; key: string }[] =>
  Object.keys(given)
    .filter((it) => !known.includes(it))
    .map((key) => ({ path: [...field, key], key }));

/** One case of `jiheng score`: a rubric, what was reported, what was set by hand; `published` is compared, not used. */
export const scoreSchema = z
  .strictObject({
    name: words.exactOptional(),
    rubric: rubricSchema,
    facts: z.record(id, fact),
    overrides: z.record(id, override).default({}),
    published: published.exactOptional(),
  })
  .superRefine(({ rubric, facts, overrides, published: table }, context) => {
    const nodes = nodesOf(rubric.indicators).map((it) => it.id);
    const unknown = [
      ...unknownKeys(['facts'], facts, Object.keys(rubric.inputs)),
      ...unknownKeys(['overrides'], overrides, nodes),
      ...unknownKeys(['published', 'points'], table?.points ?? {}, nodes),
    ];
    for (const { path, key } of unknown)
      context.addIssue({ code: 'custom', path, message: both(`评分标准中没有“${key}”`, `the rubric has no "${key}"`) });
  });
