import { z } from 'zod';
import { LEVEL1, OPERATORS } from '#domain/target-filing/content.js';
import { splitIndicator } from '#domain/target-filing/quantity/target-value.js';
import { decimal as checkedDecimal } from '../policy/fields.js';
import { qualityRule } from '../policy/policy.schema.js';
import { TYPED_OPERATORS, caseName, label, operator, origin } from './case-fields.js';

/** YAML reads `120` and `95.5` as numbers; the form holds text. */
const TEXT_OR_NUMBER = { type: ['string', 'number'] };
const text = (max: number) => z.preprocess((it) => (typeof it === 'number' ? String(it) : it), z.string().max(max)).meta(TEXT_OR_NUMBER);
const decimal = checkedDecimal.meta(TEXT_OR_NUMBER);
const goal = text(100_000);

const fields = {
  level1: z.enum(LEVEL1).exactOptional(),
  level2: text(120).exactOptional(),
  level3: text(500),
  operator: operator.meta({ enum: [...OPERATORS, ...Object.keys(TYPED_OPERATORS)] }).exactOptional(),
  targetValue: text(500).exactOptional(),
  measureUnit: text(120).exactOptional(),
  weight: decimal.exactOptional(),
  core: z.boolean().exactOptional(),
};

/** `外出培训≥2次` is short for `{ level3: 外出培训, targetValue: ≥2次 }`. */
const inOneLine = (it: unknown): unknown => {
  if (typeof it !== 'string') return it;
  const { name, value } = splitIndicator(it);
  return { level3: name, ...(value === '' ? {} : { targetValue: value }) };
};

const rows = <S extends z.ZodType>(of: S) => z.array(z.preprocess(inOneLine, of).meta({ type: ['object', 'string'] })).max(200);
const indicator = z.strictObject(fields);
const reached = z.strictObject({ ...fields, actualValue: decimal.exactOptional(), met: z.boolean().exactOptional() });

const amount = decimal.exactOptional();
const funds = z.strictObject({ total: amount, fiscal: amount, carriedOver: amount, own: amount, other: amount });

const { severity, source } = qualityRule.shape;
const ruleChange = qualityRule.extend({ severity: severity.exactOptional(), source: source.exactOptional() });

/** One target to be checked (`libs/domain/target-filing/quality`). What is left out is not known. Amounts in yuan. */
export const checkSchema = z.strictObject({
  name: caseName,
  unit: label.exactOptional(),
  project: label.exactOptional(),
  projectClass: z.enum(['ordinary', 'key', 'whole-department']).default('ordinary'),
  annualGoal: goal.exactOptional(),
  indicators: rows(indicator),
  funds: funds.exactOptional(),
  /** What the bureau knows of the project's budget, after adjustment where there was one. */
  budget: amount,
  beforeAdjustment: z.strictObject({ annualGoal: goal.exactOptional(), indicators: rows(indicator), budget: amount }).exactOptional(),
  lastYear: z.strictObject({ annualGoal: goal.exactOptional(), indicators: rows(reached) }).exactOptional(),
  /** The district's own rules: each changes the standard rule of its name (and class), in what it states. */
  rules: z.array(ruleChange).max(50).default([]),
  origin: origin.exactOptional(),
});
