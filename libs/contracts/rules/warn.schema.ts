import { z } from 'zod';
import { checkCondition } from '#domain/condition/check.js';
import { DISPOSALS, LIKELIHOODS } from '#domain/monitoring/content.js';
import { quantitiesOf } from '#domain/policy/quantities.js';
import { both, day, decimal } from '../policy/fields.js';
import { warningRule } from '../policy/warning.schema.js';
import { caseName, label, operator, origin, reported, value } from './case-fields.js';

const indicator = z.strictObject({
  name: label,
  operator,
  targetValue: value,
  weight: decimal,
  actualValue: reported(value),
  forecastValue: reported(value),
  likelihood: reported(z.enum(LIKELIHOODS)),
});

const project = z.strictObject({
  name: label,
  budget: z.strictObject({
    initialBudget: reported(decimal),
    approvedBudget: reported(decimal),
    adjustedBudget: reported(decimal),
    fundsReceived: reported(decimal),
  }),
  executed: reported(decimal),
  forecast: reported(decimal),
  indicators: z.array(indicator).max(200).default([]),
  disposal: reported(z.enum(DISPOSALS)),
  /** Instead of the case's day. */
  asOf: day.exactOptional(),
  origins: z.strictObject({ budget: origin.exactOptional(), report: origin.exactOptional() }).exactOptional(),
});

const rules = z.array(warningRule).min(1).max(50);

const conditions = (given: z.output<typeof rules>, context: z.RefinementCtx): void => {
  given.forEach((rule, i) => {
    for (const { zh, en } of checkCondition(rule.when, quantitiesOf(rule))) {
      context.addIssue({ code: 'custom', path: [i, 'when'], message: both(zh, en) });
    }
    if (given.findIndex(({ id }) => id === rule.id) === i) return;
    context.addIssue({
      code: 'custom',
      path: [i, 'id'],
      message: both(`预警“${rule.id}”出现两次`, `two warnings are called "${rule.id}"`),
    });
  });
};

/** One reporting day of dual monitoring: the district's rules and the projects that they are held against. */
export const warnSchema = z.strictObject({
  name: caseName,
  /** The day up to which figures are reported. */
  asOf: day,
  /** Names the document that the rules stand in. */
  version: label.default('1'),
  reverse: z.enum(['ratio', 'linear']).default('ratio'),
  rules: rules.superRefine(conditions),
  projects: z.array(project).min(1).max(10_000),
});
