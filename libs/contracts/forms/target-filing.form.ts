import { z } from 'zod';
import { LEVEL1, OPERATORS } from '#domain/target-filing/content.js';
import type { FurtherField, TargetContent } from '#domain/target-filing/content.js';
import { amount, day, label, page, points, rows, sentence } from './fields.js';

/** A line of the library, and which of its versions: what the filing was copied from stays known. */
const origin = z.strictObject({ entry: z.uuid(), version: z.int().min(1), copiedOn: day });

const BACKWARDS = { path: ['endsOn'], error: '结束日期不得早于开始日期 (it ends before it begins)' };
const inOrder = (it: { readonly startsOn?: string; readonly endsOn?: string }): boolean =>
  it.startsOn === undefined || it.endsOn === undefined || it.startsOn <= it.endsOn;

/** What the official forms ask besides; a policy says which of it must be filled in. */
const further = {
  personInCharge: label.exactOptional(),
  phone: z
    .string()
    .regex(/^[0-9+\-() ]{5,30}$/, { error: '应为电话号码 (a telephone number is needed)' })
    .exactOptional(),
  startsOn: day.exactOptional(),
  endsOn: day.exactOptional(),
  duties: page.exactOptional(),
  overview: page.exactOptional(),
  basis: page.exactOptional(),
  feasibility: page.exactOptional(),
  necessity: page.exactOptional(),
  schedule: rows(z.strictObject({ content: sentence, startsOn: day, endsOn: day }).refine(inOrder, BACKWARDS)).exactOptional(),
  longTermGoal: page.exactOptional(),
  tasks: rows(z.strictObject({ name: label, content: page, amount })).exactOptional(),
  filledBy: label.exactOptional(),
  signedBy: label.exactOptional(),
} satisfies Record<FurtherField, z.ZodType>;

/** Shape and size only. What makes a target good (counts, weights, dimensions) is a rule of the policy, see `libs/domain/target-filing`. */
export const targetForm = z
  .strictObject({
    annualGoal: page,
    indicators: rows(
      z.strictObject({
        level1: z.enum(LEVEL1),
        level2: label,
        level3: label,
        operator: z.enum(OPERATORS),
        targetValue: sentence,
        measureUnit: z.string().trim().max(20),
        weight: points,
        core: z.boolean(),
        remark: sentence.exactOptional(),
        origin: origin.exactOptional(),
      }),
    ),
    funds: z.strictObject({ fiscal: amount, carriedOver: amount, own: amount, other: amount }),
    ...further,
  })
  .refine(inOrder, BACKWARDS)
  .meta({ id: 'TargetContent' }) satisfies z.ZodType<TargetContent>;
