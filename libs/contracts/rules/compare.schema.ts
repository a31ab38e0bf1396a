import { z } from 'zod';
import type { ScoredItem } from '#domain/comparison/scores.js';
import { gradeOf } from '#domain/score/grade.js';
import { both, decimal } from '../policy/fields.js';
import { caseName, label, origin, reported } from './case-fields.js';

const band = z.strictObject({ from: decimal, to: decimal, grade: z.enum(['优', '良', '中', '差']) });

const rule = z.strictObject({
  version: label.default('1'),
  atLeast: z.int().min(2).max(1_000).default(5),
  notable: decimal.default('3'),
  tolerance: decimal.default('5'),
  fence: decimal.default('1.5'),
  grades: z.array(band).min(1).max(4).exactOptional(),
});

const item = z.strictObject({
  name: label,
  unit: label.exactOptional(),
  agency: label.exactOptional(),
  category: label.exactOptional(),
  selfScore: reported(decimal),
  agencyScore: reported(decimal),
  origin: origin.exactOptional(),
}) satisfies z.ZodType<ScoredItem>;

const graded = (score: string | null, bands: readonly z.output<typeof band>[]): boolean => {
  try {
    return score === null || gradeOf(score, bands) !== undefined;
  } catch {
    return false;
  }
};

/** Scores of the same things by their units and by agencies. */
export const compareSchema = z
  .strictObject({ name: caseName, rule: rule.prefault({}), scores: z.array(item).min(1).max(50_000) })
  .superRefine(({ rule: { grades }, scores }, context) => {
    scores.forEach(({ agencyScore }, i) => {
      if (!grades || graded(agencyScore, grades)) return;
      const message = both('得分不在任何等级区间内', 'no band holds this score');
      context.addIssue({ code: 'custom', path: ['scores', i, 'agencyScore'], message });
    });
  });
