import type { z } from 'zod';
import { checkSchema } from '#contracts/rules/check.schema.js';
import { checkTarget } from '#domain/target-filing/quality.js';
import type { FindingSeverity, QualityFinding, TargetQuality } from '#domain/target-filing/quality.js';
import { CATALOGUE, standardRulesWith } from '#domain/target-filing/quality/catalogue.js';
import { family } from './family.js';

type CheckResult = TargetQuality & { readonly name: string | null; readonly unit: string | null; readonly project: string | null };

const run = ({ name, unit, rules, origin, ...target }: z.output<typeof checkSchema>): CheckResult => ({
  name: name ?? null,
  unit: unit ?? null,
  project: target.project ?? null,
  ...checkTarget(target, standardRulesWith(rules), origin ?? null),
});

const MARKS: Readonly<Record<FindingSeverity, string>> = { block: '✕ 须改正', warn: '! 提醒', note: '· 提示' };

const lines = ({ rule, severity, path, quote, zh, source }: QualityFinding): string[] => [
  `  ${MARKS[severity]}  ${CATALOGUE[rule].zh}（${rule}）  ${path}`,
  `      ${zh}`,
  ...(quote === null ? [] : [`      原文：${quote}`]),
  `      依据：${source}`,
];

const print = ({ name, unit, project, sentence, findings, unjudged }: CheckResult): string =>
  [
    `${[unit, name ?? project].filter(Boolean).join(' · ') || '绩效目标'}：${sentence.zh}`,
    ...findings.flatMap(lines),
    ...unjudged.map((it) => `  ? 未判断  ${CATALOGUE[it.rule].zh}（${it.rule}）：${it.zh}`),
  ].join('\n');

/** 绩效目标审核: what blocks is to be corrected. */
export const check = family({ schema: checkSchema, run, print, objects: ({ value }) => value?.submittable === false });
