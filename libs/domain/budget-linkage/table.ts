import type { Inputs } from '#domain/condition/evaluate.js';
import type { Origin } from '#domain/explanation/explained.js';
import type { LinkageBounds, LinkageRule, Policy, Treatment } from '#domain/policy/policy.js';
import type { Yuan } from '#domain/score/money.js';

/** The district's practice: the rules in the order in which they decide, and what none may go beyond. */
export interface LinkageTable {
  readonly version: string;
  /** The document the table stands in. */
  readonly source: string;
  readonly rules: readonly LinkageRule[];
  readonly bounds: LinkageBounds;
}

export const tableOf = ({ version, title, district, linkage, linkageBounds = {} }: Policy): LinkageTable => ({
  version: String(version),
  source: `${title ?? district} · linkage`,
  rules: linkage,
  bounds: linkageBounds,
});

/** A person's decision in place of the proposal. */
export interface Override {
  readonly treatment: Treatment;
  readonly amount: Yuan;
  readonly reason: string;
  readonly by: string;
  readonly at?: string | undefined;
}

/** What the rules ask of one project. `base` in yuan: what it has now and would have again. */
export interface LinkageProject {
  readonly id: string;
  readonly name: string;
  readonly department: string;
  readonly base: Yuan;
  /** By the names of `LINKAGE_QUANTITIES`, without `base`. */
  readonly facts: Inputs;
  /** Where facts come from, by their names. */
  readonly origins?: Readonly<Record<string, Origin>> | undefined;
  readonly override?: Override | undefined;
}

export const ruleName = (rule: LinkageRule, index: number): string => rule.id ?? `R${String(index + 1)}`;
