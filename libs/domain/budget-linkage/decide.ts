import { DomainError } from '#domain/errors/domain-error.js';
import type { Treatment } from '#domain/policy/policy.js';
import { compare, ZERO } from '#domain/score/exact.js';
import { yuan } from '#domain/score/money.js';
import type { Yuan } from '#domain/score/money.js';
import { proposeLinkage } from './propose.js';
import type { LinkageProposal } from './propose.js';
import type { LinkageProject, LinkageTable, Override } from './table.js';

interface Outcome {
  readonly treatment: Treatment;
  readonly amount: Yuan;
}

/** Who changed a proposal, why, from what to what. `from` is null where nothing was proposed. */
export interface Overridden {
  readonly from: Outcome | null;
  readonly to: Outcome;
  readonly reason: string;
  readonly by: string;
  readonly at: string | null;
  /** The amount contradicts the treatment: a cancelled project with money, a cut that takes nothing, one that is maintained and loses. */
  readonly contradictory: boolean;
}

/** One project: what was proposed, what a person changed, what stands. Undecided projects keep their base until the bureau decides. */
export interface LinkedProject {
  readonly id: string;
  readonly name: string;
  readonly department: string;
  readonly before: Yuan;
  readonly after: Yuan;
  readonly treatment: Treatment | null;
  readonly proposal: LinkageProposal;
  readonly override: Overridden | null;
}

const contradicts = ({ treatment, amount }: Outcome, base: Yuan): boolean => {
  const change = compare(amount, base);
  const agrees: Record<Treatment, boolean> = {
    prioritise: change >= 0,
    maintain: change === 0,
    compress: change < 0,
    cancel: compare(amount, ZERO) === 0,
  };
  return !agrees[treatment];
};

/**
 * A person's decision over the proposal.
 * @throws DomainError `REASON_REQUIRED` without a reason, `NOT_AN_AMOUNT` for an amount that is none in yuan
 */
const overridden = ({ treatment, amount, reason, by, at }: Override, base: Yuan, { explained: { value } }: LinkageProposal): Overridden => {
  if (reason.trim() === '') throw new DomainError('REASON_REQUIRED');
  const to = { treatment, amount: yuan(amount) };
  const from = value && { treatment: value.treatment, amount: value.proposed };
  return { from, to, reason: reason.trim(), by, at: at ?? null, contradictory: contradicts(to, base) };
};

/** The proposal for a project, and the decision that replaced it. Pure: the same project and table answer the same. */
export const linkProject = (project: LinkageProject, table: LinkageTable): LinkedProject => {
  const { id, name, department } = project;
  const before = yuan(project.base);
  const proposal = proposeLinkage(project, table);
  const override = project.override ? overridden(project.override, before, proposal) : null;
  const value = proposal.explained.value;
  return {
    id,
    name,
    department,
    before,
    after: override?.to.amount ?? value?.proposed ?? before,
    treatment: override?.to.treatment ?? value?.treatment ?? null,
    proposal,
    override,
  };
};
