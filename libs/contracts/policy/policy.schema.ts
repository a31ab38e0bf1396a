import { z } from 'zod';
import type { Policy, StepSpec } from '#domain/policy/policy.js';
import { QUALITY_RULES } from '#domain/policy/policy.js';
import { STAGES } from '#domain/stage/stage.js';
import { assessmentPolicy } from './assessment.schema.js';
import { disclosurePolicy } from './disclosure.schema.js';
import { amountBounds, both, caps, clockTime, day, decimal, name, openPercent, percent, remark, seat, workingDays } from './fields.js';
import { feedbackPolicy, keyEvaluationPolicy } from './key-evaluation.schema.js';
import { budgetLinkagePolicy, linkageBounds, linkageRules } from './linkage.schema.js';
import { objectionPolicy } from './objection.schema.js';
import { rectificationPolicy } from './rectification.schema.js';
import { exAntePanel, requiredMaterials, targetFilingPolicy } from './target-filing.schema.js';
import { warningRule } from './warning.schema.js';

const seats = z.array(seat).min(1).max(10);
const grade = z.enum(['优', '良', '中', '差']);

const rung = z.strictObject({
  day: z.int().min(-250).max(250),
  at: clockTime.exactOptional(),
  remind: seats.exactOptional(),
  escalate: seats.exactOptional(),
  notice: z.literal('circulation').exactOptional(),
});

const rule = z.union([z.enum(['any', 'all']), z.strictObject({ quorum: z.int().min(1).max(50) })]);

/** `any: 1`, `all: true`, `quorum: 2` are how people write `rule`. */
const step = z
  .strictObject({
    step: name,
    who: seat,
    any: z
      .literal(1, { error: both('任一写作 any: 1；多人写作 quorum: 2', 'anybody is `any: 1`, several are `quorum: 2`') })
      .exactOptional(),
    all: z.literal(true).exactOptional(),
    quorum: z.int().min(1).max(50).exactOptional(),
    rule: rule.exactOptional(),
    within: workingDays.exactOptional(),
    onLimit: z.enum(['remind', 'escalate', 'approve', 'return']).exactOptional(),
    escalate: seats.exactOptional(),
  })
  .refine((it) => [it.any, it.all, it.quorum, it.rule].filter((one) => one !== undefined).length === 1, {
    error: both('须写明 any: 1、all: true、quorum: n 之一', 'exactly one of any: 1, all: true, quorum: n says who decides the step'),
  })
  .refine((it) => it.onLimit !== 'escalate' || it.escalate !== undefined, {
    error: both('onLimit: escalate 须写明上报对象 escalate', '`onLimit: escalate` says to whom: `escalate`'),
  })
  .transform(({ any, all, quorum, rule: given, ...rest }): StepSpec => {
    const decided = given ?? (any ? 'any' : all ? 'all' : { quorum: quorum! });
    return { ...rest, rule: decided };
  });

const plannedStage = z.strictObject({
  stage: z.enum(STAGES),
  round: z.int().min(1).max(12).exactOptional(),
  opens: day.exactOptional(),
  after: z.enum(STAGES).exactOptional(),
  due: day.exactOptional(),
  within: workingDays.exactOptional(),
  ladder: name.exactOptional(),
  chain: name.exactOptional(),
  silence: z.enum(['none', 'consent', 'return']).exactOptional(),
  asOf: day.exactOptional(),
  planDue: day.exactOptional(),
  draftDue: day.exactOptional(),
  commentWindow: workingDays.exactOptional(),
  finalWithin: workingDays.exactOptional(),
  wholeDepartment: z.boolean().exactOptional(),
});

const words = z.array(z.string().min(1).max(20)).min(1).max(50);

export const qualityRule = z.strictObject({
  rule: z.enum(QUALITY_RULES),
  dimensions: words.max(10).exactOptional(),
  class: z.enum(['ordinary', 'key', 'whole-department']).exactOptional(),
  indicators: z.int().min(1).max(100).exactOptional(),
  core: z.int().min(1).max(100).exactOptional(),
  totals: z.array(decimal).min(1).max(5).exactOptional(),
  values: z.enum(['decimal', 'any']).exactOptional(),
  rows: z.int().min(2).max(100).exactOptional(),
  words: words.exactOptional(),
  severity: z.enum(['block', 'warn', 'note', 'off']),
  source: remark,
});

const followUp = z.strictObject({ within: workingDays, chain: name.exactOptional(), ladder: name.exactOptional() });

const monitoring = z.strictObject({
  warnings: z.array(warningRule).max(50),
  chain: name,
  ladder: name,
  followUp: followUp.exactOptional(),
  keyMonitoring: followUp.exactOptional(),
});

const selfEvaluation = z.strictObject({
  weights: z.strictObject({ execution: decimal, output: decimal, benefit: decimal, satisfaction: decimal }),
  executionRate: z.strictObject({
    numerator: z.literal('executed'),
    denominator: z.enum(['initialBudget', 'approvedBudget', 'adjustedBudget', 'fundsReceived']),
  }),
  reverse: z.enum(['ratio', 'linear']).default('ratio'),
  explainFrom: openPercent.default('130'),
  overMinus: decimal.exactOptional(),
  caps: caps.exactOptional(),
  spotCheck: z.strictObject({
    rate: percent,
    within: workingDays,
    strata: z
      .array(z.enum(['department', 'amount']))
      .max(2)
      .default(['department', 'amount']),
    amountBounds: amountBounds.exactOptional(),
    tolerance: decimal.default('5'),
    publicValue: z
      .strictObject({ source: z.string().trim().min(1).max(120), within: workingDays, ladder: name.exactOptional() })
      .exactOptional(),
  }),
  problems: followUp.exactOptional(),
});

/**
 * A district's policy for a year as people write it in YAML; parsing it yields the normalised `Policy`, and parsing that again changes
 * nothing. Shape and sizes only: what the document says is judged by `lintPolicy`.
 */
export const policySchema = z
  .strictObject({
    district: name,
    title: z.string().min(1).max(120).exactOptional(),
    fiscalYear: z.int().min(2000).max(2100),
    version: z.int().min(1).max(9_999).default(1),
    calendar: z.preprocess(
      (value) => (typeof value === 'string' ? [value] : value),
      z
        .array(
          z.string().regex(/^cn-\d{4}@\d{1,2}$/, {
            error: both('应为日历版本，如 cn-2023@1', 'a calendar version is needed, for instance cn-2023@1'),
          }),
        )
        .min(1)
        .max(5),
    ),
    dayEndsAt: clockTime.default('24:00'),
    grades: z
      .array(z.strictObject({ from: decimal, to: decimal, grade }))
      .min(1)
      .max(4),
    ladders: z.record(name, z.array(rung).max(20)),
    chains: z.record(name, z.array(step).min(1).max(10)),
    plan: z.array(plannedStage).min(1).max(40),
    exAnteEvaluation: z.strictObject({
      threshold: decimal,
      dimensions: z.record(name, decimal),
      conclusions: z.strictObject({ support: decimal, adjust: decimal }).default({ support: '80', adjust: '60' }),
      materials: requiredMaterials.exactOptional(),
      panel: exAntePanel.exactOptional(),
    }),
    targetFiling: targetFilingPolicy.exactOptional(),
    targetQuality: z.array(qualityRule).max(50),
    monitoring,
    selfEvaluation,
    linkage: linkageRules,
    linkageBounds: linkageBounds.exactOptional(),
    budgetLinkage: budgetLinkagePolicy.exactOptional(),
    review: z.strictObject({ perDay: z.int().min(1).max(1_000) }).exactOptional(),
    keyEvaluation: keyEvaluationPolicy.exactOptional(),
    assessment: assessmentPolicy.exactOptional(),
    feedback: feedbackPolicy.exactOptional(),
    rectification: rectificationPolicy.exactOptional(),
    disclosure: disclosurePolicy.exactOptional(),
    objections: objectionPolicy.exactOptional(),
  })
  .meta({ id: 'Policy' }) satisfies z.ZodType<Policy>;
