import { z } from 'zod';
import { EVALUATION_CLASSES } from '#domain/selection/quantities.js';
import type { SelectionCandidate } from '#domain/selection/selection-rule.js';
import { amountBounds, both, day, decimal, percent } from '../policy/fields.js';
import { selectionRule } from '../policy/selection.schema.js';
import { caseName, label, origin, reported } from './case-fields.js';

const MOST = 50_000;

const unique = (all: readonly { readonly id: string }[]): boolean => new Set(all.map(({ id }) => id)).size === all.length;
const ID_TWICE = { error: both('名单中有重复的编号', 'an id occurs twice in the list') };

const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/, { error: both('应为 64 位十六进制 SHA-256', 'a SHA-256 of 64 hexadecimal digits is needed') });

const party = z.strictObject({
  by: label,
  commitment: sha256,
  committedOn: day,
  /** At least 16 characters: what is shorter can be guessed from its commitment. */
  revealed: reported(
    z
      .string()
      .min(16)
      .max(200)
      .regex(/^\P{Cc}*$/u),
  ),
  revealedOn: reported(day),
});

const seed = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('public-value'), source: label, namedOn: day, publishedOn: day, value: label }),
  z.strictObject({ method: z.literal('commit-reveal'), parties: z.array(party).min(1).max(20) }),
  z.strictObject({ method: z.literal('trail'), digest: sha256 }),
]);

const spotCheck = z.strictObject({
  kind: z.literal('spot-check'),
  name: caseName,
  rule: z.strictObject({
    rate: percent,
    strata: z
      .array(z.enum(['department', 'amount']))
      .max(2)
      .default(['department', 'amount']),
    amountBounds: amountBounds.exactOptional(),
  }),
  frozenOn: day,
  /** Where the list stands. */
  origin: origin.exactOptional(),
  /** Left out until it exists: then the answer is the list's hash, to be published. */
  seed: reported(seed),
  candidates: z
    .array(z.strictObject({ id: label, department: label, amount: decimal }))
    .min(1)
    .max(MOST)
    .refine(unique, ID_TWICE),
  /** A draw that was published, to be checked. */
  published: z
    .strictObject({ listHash: sha256.exactOptional(), seed: sha256.exactOptional(), drawn: z.array(label).max(MOST).exactOptional() })
    .exactOptional(),
});

const candidate = z
  .strictObject({
    id: label,
    name: label,
    department: label,
    sector: label.exactOptional(),
    class: z.enum(EVALUATION_CLASSES).default('ordinary'),
    amount: reported(decimal),
    new: reported(z.boolean()),
    livelihood: reported(z.boolean()),
    importance: reported(decimal),
    publicConcern: reported(decimal),
    executionRate: reported(decimal),
    selfScore: reported(decimal),
    pastScore: reported(decimal),
    pastGrade: reported(z.enum(['优', '良', '中', '差'])),
    redWarnings: reported(decimal),
    auditFindings: reported(decimal),
    lastEvaluated: reported(z.union([z.int().min(2000).max(2100), z.literal('never')])),
    origin: origin.exactOptional(),
  })
  .transform(({ id, name, department, sector, class: kind, lastEvaluated, origin: from, ...figures }): SelectionCandidate => {
    const place = sector === undefined ? { department } : { department, sector };
    return { id, name, ...place, class: kind, lastEvaluated, figures, ...(from ? { origin: from } : {}) };
  });

const keyEvaluation = z.strictObject({
  kind: z.literal('key-evaluation'),
  name: caseName,
  /** The budget year that is to be evaluated. */
  fiscalYear: z.int().min(2000).max(2100),
  rule: selectionRule,
  candidates: z.array(candidate).min(1).max(MOST).refine(unique, ID_TWICE),
});

/** A spot-check sample of self-evaluations, or a selection of key evaluations. */
export const sampleSchema = z.discriminatedUnion('kind', [spotCheck, keyEvaluation]);
