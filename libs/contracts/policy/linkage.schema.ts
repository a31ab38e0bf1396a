import { z } from 'zod';
import type { BudgetLinkagePolicy } from '#domain/policy/budget-linkage-policy.js';
import type { LinkageBounds, LinkageRule } from '#domain/policy/policy.js';
import { condition, decimal, name, openPercent, percent, remark } from './fields.js';
import { letterRule } from './target-filing.schema.js';

const linkageRule = z.strictObject({
  id: name.exactOptional(),
  when: condition,
  treatment: z.enum(['prioritise', 'maintain', 'compress', 'cancel']),
  by: percent.exactOptional(),
  raise: percent.exactOptional(),
  takeBack: percent.exactOptional(),
  adds: z.boolean().exactOptional(),
  source: remark.exactOptional(),
}) satisfies z.ZodType<LinkageRule>;

/** The linkage table in the order in which its rules decide. */
export const linkageRules = z.array(linkageRule).max(50);

export const linkageBounds = z.strictObject({
  maxCut: percent.exactOptional(),
  floor: decimal.exactOptional(),
  ceiling: decimal.exactOptional(),
  total: openPercent.exactOptional(),
  source: remark.exactOptional(),
}) satisfies z.ZodType<LinkageBounds>;

/** The policy's `budgetLinkage`: approval of the decisions, and the letters. */
export const budgetLinkagePolicy = z.strictObject({
  approval: name.exactOptional(),
  document: letterRule.exactOptional(),
  source: remark.exactOptional(),
}) satisfies z.ZodType<BudgetLinkagePolicy>;
