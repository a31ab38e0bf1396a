import type { LinkageProject } from '#domain/budget-linkage/table.js';
import type { Inputs } from '#domain/condition/evaluate.js';
import type { Origin } from '#domain/explanation/explained.js';
import type { Policy } from '#domain/policy/policy.js';
import { exactText } from '#domain/score/exact.js';
import { executionRate } from '#domain/score/money.js';
import type { LinkageFacts } from '#persistence/campaign/linkage.repository.js';

/** Where the facts come from, by the names of the rules' quantities. */
const ORIGINS: Readonly<Record<string, Origin>> = {
  base: { document: '项目预算' },
  grade: { document: '重点评价' },
  score: { document: '重点评价' },
  selfScore: { document: '绩效自评' },
  executionRate: { document: '项目预算执行数' },
  'rectification.overdue': { document: '整改台账' },
  'rectification.open': { document: '整改台账' },
  'rectification.rate': { document: '整改台账' },
  'filing.returns': { document: '目标申报' },
  'selfEvaluation.untrue': { document: '抽查复核' },
};

const inputsOf = (facts: LinkageFacts, { selfEvaluation }: Policy): Inputs => {
  const { rate } = executionRate(facts.executed, facts[selfEvaluation.executionRate.denominator]);
  const { findings, openFindings } = facts;
  return {
    grade: facts.grade,
    score: facts.score,
    selfScore: facts.selfScore,
    executionRate: rate && exactText(rate),
    'rectification.overdue': openFindings > 0,
    'rectification.open': String(openFindings),
    'rectification.rate': findings === 0 ? null : `${String(findings - openFindings)}/${String(findings)}`,
    'filing.returns': String(facts.returns),
    'selfEvaluation.untrue': facts.untrue,
  };
};

/** What is on record of a project, as the rules of the linkage table ask for it. */
export const linkageProjectOf = (facts: LinkageFacts, policy: Policy): LinkageProject => ({
  id: facts.project,
  name: facts.name,
  department: facts.department,
  base: facts.baseAmount,
  facts: inputsOf(facts, policy),
  origins: ORIGINS,
});
