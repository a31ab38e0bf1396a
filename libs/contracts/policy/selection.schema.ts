import { z } from 'zod';
import { checkCondition } from '#domain/condition/check.js';
import { SELECTION_QUANTITIES } from '#domain/selection/quantities.js';
import type { SelectionRule } from '#domain/selection/selection-rule.js';
import { both, condition, decimal, name, remark } from './fields.js';

/** A condition over what is known of a candidate. */
const selecting = condition.superRefine((it, context) => {
  for (const { zh, en } of checkCondition(it, SELECTION_QUANTITIES)) context.addIssue({ code: 'custom', message: both(zh, en) });
});

const figure = z.string().refine((it) => Object.hasOwn(SELECTION_QUANTITIES, it) && SELECTION_QUANTITIES[it]!.type === 'number', {
  error: both('应为数值型的量', 'the name of a number is needed'),
});

const source = remark.exactOptional();
const clause = z.strictObject({ id: name, when: selecting, source });

const scored = { id: name, points: decimal, whenMissing: decimal.exactOptional(), source };
const criterion = z.union([
  z.strictObject({ ...scored, when: selecting }),
  z
    .strictObject({ ...scored, of: figure, from: decimal, to: decimal })
    .refine((it) => it.from !== it.to, { error: both('from 与 to 不能相同', '`from` and `to` differ'), path: ['to'] }),
]);

const quota = z
  .strictObject({
    id: name,
    by: z.enum(['department', 'sector', 'class']),
    value: z.string().min(1).max(200).exactOptional(),
    least: z.int().min(1).max(10_000).exactOptional(),
    most: z.int().min(0).max(10_000).exactOptional(),
  })
  .refine((it) => (it.least ?? it.most) !== undefined && (it.least === undefined || it.value !== undefined), {
    error: both('须写明 most，或 value 与 least', 'a quota has `most`, or `value` and `least`'),
  });

const once = <T extends { readonly id: string }>(all: readonly T[]): boolean => new Set(all.map(({ id }) => id)).size === all.length;
const TWICE = { error: both('同一名称出现两次', 'a name occurs twice') };

/** The rule of key-evaluation selection, in a policy and in a file of `jiheng sample` alike. */
export const selectionRule = z.strictObject({
  version: z.string().min(1).max(80).default('1'),
  take: z.int().min(0).max(10_000),
  exclude: z.array(clause).max(20).default([]),
  must: z.array(clause).max(20).default([]),
  criteria: z.array(criterion).min(1).max(30).refine(once, TWICE),
  quotas: z.array(quota).max(30).refine(once, TWICE).default([]),
  ties: z
    .array(z.strictObject({ by: figure, first: z.enum(['most', 'least']) }))
    .max(10)
    .default([]),
  coverage: z.strictObject({ years: z.int().min(1).max(20), of: selecting }).default({ years: 5, of: 'class == key' }),
  source,
}) satisfies z.ZodType<SelectionRule>;
