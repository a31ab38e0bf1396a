import { z } from 'zod';
import { BETWEEN, INPUT_KINDS } from '#domain/rubric/rubric.js';
import type { Measure, Rubric, RubricNode, Rule } from '#domain/rubric/rubric.js';
import { compare, isDecimal } from '#domain/score/exact.js';
import { both, caps, decimal, rate, remark, signedDecimal } from '../policy/fields.js';

/** Names of inputs are named in conditions, too: letters, digits and `_`. */
const inputName = z.string().regex(/^[a-zA-Z][a-zA-Z0-9_]{0,59}$/, {
  error: both('数据项名应为字母开头的字母、数字或下划线', 'the name of an input starts with a letter and has letters, digits and _'),
});
const label = z.string().min(1).max(200);
const text = z.string().min(1).max(1_000);
const grade = z.enum(['优', '良', '中', '差']);
const ends = { from: rate.exactOptional(), above: rate.exactOptional(), below: rate.exactOptional(), upTo: rate.exactOptional() };

const ratings = {
  ratings: inputName,
  outOf: decimal.default('100'),
  trim: z.int().min(0).max(50).exactOptional(),
  atLeast: z.int().min(1).max(1_000).exactOptional(),
};
const survey = {
  answers: inputName,
  options: z
    .array(z.strictObject({ option: label, share: rate }))
    .min(1)
    .max(20),
};

const measure: z.ZodType<Measure> = z.lazy(() =>
  z.union([
    z.strictObject({ numerator: inputName, less: inputName.exactOptional(), denominator: inputName }),
    z.strictObject({ input: inputName }),
    z.strictObject({ mean: z.array(measure).min(1).max(20) }),
    z.strictObject(ratings),
    z.strictObject(survey),
  ]),
);

const fault = z
  .strictObject({
    cases: inputName,
    each: decimal.exactOptional(),
    atMost: decimal.exactOptional(),
    zeroFrom: z.int().min(1).max(1_000).exactOptional(),
  })
  .refine((it) => it.each !== undefined || it.zeroFrom !== undefined, {
    error: both('须写明 each 或 zeroFrom', 'a fault says `each`, `zeroFrom` or both'),
  });

const band = z
  .strictObject({ ...ends, points: decimal.exactOptional(), share: z.enum(['rate', 'deduct']).exactOptional() })
  .refine((it) => (it.points === undefined) !== (it.share === undefined), {
    error: both('须写明 points 或 share 之一', 'a band has either `points` or `share`'),
  });

const rule = z.discriminatedUnion('type', [
  z
    .strictObject({ type: z.literal('linear'), measure, zeroUpTo: rate, fullFrom: rate, between: z.enum(BETWEEN).default('rate') })
    .refine((it) => it.between === 'straight' || ![it.zeroUpTo, it.fullFrom].every(isDecimal) || compare(it.zeroUpTo, it.fullFrom) <= 0, {
      error: both('越少越好时须写 between: straight', 'where less is better, the line is `between: straight`'),
    }),
  z.strictObject({
    type: z.literal('threshold'),
    measure,
    threshold: rate,
    lessIsBetter: z.boolean().exactOptional(),
    per: rate.refine((it) => !it.startsWith('-') && !/^[0.]*$/.test(it), { error: both('每档幅度应大于 0', 'a step is more than 0') }),
    minus: decimal,
    started: z.boolean().exactOptional(),
    atMost: decimal.exactOptional(),
  }),
  z.strictObject({ type: z.literal('deductions'), faults: z.array(fault).min(1).max(50) }),
  z.strictObject({ type: z.literal('all-or-nothing'), all: z.array(inputName).min(1).max(50) }),
  z.strictObject({
    type: z.literal('checklist'),
    items: z
      .array(z.strictObject({ when: inputName, points: decimal }))
      .min(1)
      .max(100),
  }),
  z.strictObject({ type: z.literal('bands'), measure, bands: z.array(band).min(1).max(50) }),
  z.strictObject({
    type: z.literal('cases'),
    state: inputName,
    cases: z
      .array(z.strictObject({ case: label, points: decimal }))
      .min(1)
      .max(50),
  }),
  z.strictObject({
    type: z.literal('ratio'),
    actual: inputName,
    target: z.union([decimal, inputName]),
    operator: z.enum(['≥', '=', '≤']).default('≥'),
    reverse: z.enum(['ratio', 'linear']).default('ratio'),
    over: z.strictObject({ from: rate, reason: z.boolean().exactOptional(), minus: decimal.exactOptional() }).exactOptional(),
  }),
  z.strictObject({
    type: z.literal('qualitative'),
    share: inputName,
    level: inputName.exactOptional(),
    levels: z
      .array(z.strictObject({ ...ends, level: label }))
      .min(1)
      .max(10),
  }),
  z.strictObject({ type: z.literal('average'), ...ratings }),
  z.strictObject({ type: z.literal('satisfaction'), ...survey, zeroUpTo: rate.exactOptional(), fullFrom: rate.exactOptional() }),
  z.strictObject({ type: z.literal('manual'), points: inputName }),
]) satisfies z.ZodType<Rule>;

const node: z.ZodType<RubricNode> = z.lazy(() =>
  z
    .strictObject({
      id: z.string().min(1).max(60).exactOptional(),
      name: label,
      en: label.exactOptional(),
      weight: decimal.exactOptional(),
      text: text.exactOptional(),
      rule: rule.exactOptional(),
      missing: z.literal('zero').exactOptional(),
      children: z.array(node).min(1).max(200).exactOptional(),
    })
    .refine((it) => it.rule === undefined || it.children === undefined, {
      error: both('有下级指标的指标没有自己的规则', 'an indicator with children has no rule of its own'),
    }),
);

const input = z.strictObject({
  zh: label,
  en: label.exactOptional(),
  kind: z.enum(INPUT_KINDS).default('number'),
  unit: z.string().min(1).max(20).exactOptional(),
  min: signedDecimal.exactOptional(),
  max: signedDecimal.exactOptional(),
  whole: z.boolean().exactOptional(),
  oneOf: z.array(label).min(1).max(50).exactOptional(),
  source: remark.exactOptional(),
});

/** 评分标准 as people write it. Shape and sizes only: what it says is judged by `lintRubric`. */
export const rubricSchema = z.strictObject({
  id: z.string().regex(/^[a-zA-Z][a-zA-Z0-9-]{0,59}$/, {
    error: both('应为字母开头的字母、数字或连字符', 'letters, digits and hyphens, a letter first'),
  }),
  version: z.coerce.string().min(1).max(20).default('1'),
  title: label.exactOptional(),
  table: label.exactOptional(),
  source: text,
  full: decimal.default('100'),
  weights: z.enum(['points', 'percent']).default('points'),
  grades: z
    .array(z.strictObject({ ...ends, to: decimal.exactOptional(), grade }))
    .min(1)
    .max(4)
    .exactOptional(),
  caps: caps.exactOptional(),
  inputs: z.record(inputName, input),
  indicators: z.array(node).min(1).max(200),
}) satisfies z.ZodType<Rubric>;
