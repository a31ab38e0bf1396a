import type { FieldError, Remark } from '#contracts/errors/problem.js';
import type { Policy } from '#domain/policy/policy.js';
import { sumYuan } from '#domain/score/money.js';
import type { TargetContent } from '#domain/target-filing/content.js';
import { checkTarget, qualityRules } from '#domain/target-filing/quality.js';
import type { TargetUnderCheck } from '#domain/target-filing/quality/target-under-check.js';
import type { ProjectRow } from '#persistence/campaign/project.repository.js';

type KnownProject = Pick<ProjectRow, 'name' | 'class' | 'initialBudget' | 'adjustedBudget'>;

/** A target with what is known of its project. After a budget adjustment the one approved before is what it must differ from. */
const underCheck = (content: TargetContent, project?: KnownProject, approved?: TargetContent | null): TargetUnderCheck => {
  if (!project) return { ...content, projectClass: 'whole-department' };
  const known = { ...content, projectClass: project.class, project: project.name };
  if (approved) return { ...known, beforeAdjustment: { ...approved, budget: sumYuan(Object.values(approved.funds)) } };
  const budget = project.adjustedBudget ?? project.initialBudget;
  return budget === null ? known : { ...known, budget };
};

/**
 * The automatic checks of a target before anybody reads it, by the policy: what blocks its submission, and what is only remarked. Without a
 * project it is a unit's as a whole.
 */
export const targetQuality = (
  content: TargetContent,
  policy: Policy,
  project?: KnownProject,
  approved?: TargetContent | null,
): { readonly errors: readonly FieldError[]; readonly remarks: readonly Remark[] } => {
  const { findings } = checkTarget(underCheck(content, project, approved), qualityRules(policy));
  const said = findings.map(({ rule, severity, ...field }) => ({ severity, field: { ...field, code: rule } }));
  return {
    errors: said.flatMap(({ severity, field }) => (severity === 'block' ? [field] : [])),
    remarks: said.flatMap(({ severity, field }) => (severity === 'block' ? [] : [{ ...field, severity }])),
  };
};
