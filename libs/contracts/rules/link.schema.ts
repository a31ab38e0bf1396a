import { z } from 'zod';
import { lintLinkage } from '#domain/policy/lint-rules.js';
import { both, decimal, rate } from '../policy/fields.js';
import { linkageBounds, linkageRules } from '../policy/linkage.schema.js';
import { caseName, label, origin, reported } from './case-fields.js';

const money = decimal.refine((it) => /^\d{1,12}(\.\d{1,2})?$/.test(it), {
  error: both('应为元，最多两位小数', 'yuan with at most two decimals'),
});
const count = z.int().min(0).max(100_000).nullable().default(null);

const rectification = z.strictObject({ overdue: reported(z.boolean()), open: count, rate: reported(rate) });
const filing = z.strictObject({ returns: count, quality: reported(decimal) });
const selfEvaluation = z.strictObject({ score: reported(decimal), untrue: reported(z.boolean()) });

const reason = z
  .string({ error: both('调整须写明理由', 'an override says why') })
  .max(2_000)
  .refine((it) => it.trim() !== '', { error: both('调整须写明理由', 'an override says why') });

const override = z.strictObject({
  treatment: z.enum(['prioritise', 'maintain', 'compress', 'cancel']),
  amount: money,
  reason,
  by: label,
  at: label.exactOptional(),
});

/** The execution rate may be given, or follows from both amounts; not both ways. */
const project = z
  .strictObject({
    id: label,
    name: label.exactOptional(),
    department: label,
    base: money,
    grade: reported(z.enum(['优', '良', '中', '差'])),
    score: reported(decimal),
    budget: reported(money),
    executed: reported(money),
    executionRate: reported(rate),
    idleFunds: reported(money),
    rectification: rectification.prefault({}),
    filing: filing.prefault({}),
    selfEvaluation: selfEvaluation.prefault({}),
    origins: z.record(label, origin).exactOptional(),
    override: override.exactOptional(),
  })
  .refine((it) => it.executionRate === null || (it.budget === null && it.executed === null), {
    path: ['executionRate'],
    error: both('执行率与预算、支出只填一种', 'either the execution rate, or budget and executed'),
  });

const rules = linkageRules.min(1).superRefine((given, context) => {
  for (const { path, zh, en } of lintLinkage(given)) context.addIssue({ code: 'custom', path: path.split('.'), message: both(zh, en) });
});

const table = { rules, bounds: linkageBounds.default({}) };

/** One case of `jiheng link`: projects, the table in force, other tables to compare it with. */
export const linkSchema = z
  .strictObject({
    name: caseName,
    version: label.default('1'),
    source: label.default('file'),
    ...table,
    projects: z.array(project).min(1).max(20_000),
    whatIf: z
      .array(z.strictObject({ name: label, ...table }))
      .max(20)
      .default([]),
  })
  .superRefine(({ projects }, context) => {
    const seen = new Set<string>();
    projects.forEach(({ id }, i) => {
      if (seen.has(id)) {
        context.addIssue({
          code: 'custom',
          path: ['projects', i, 'id'],
          message: both(`项目“${id}”出现两次`, `two projects are called "${id}"`),
        });
      }
      seen.add(id);
    });
  });
