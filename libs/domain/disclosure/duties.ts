import type { Json } from '#domain/json.js';
import { DISCLOSED } from '#domain/policy/disclosure-policy.js';
import type { Disclosed, DisclosureDuty } from '#domain/policy/disclosure-policy.js';
import type { Policy } from '#domain/policy/policy.js';

/** What a unit owes the public where the policy has no duty list: all of it, once. */
const WHOLE: DisclosureDuty = { id: 'all', label: '绩效信息公开', what: DISCLOSED };

export const dutiesOf = ({ disclosure }: Pick<Policy, 'disclosure'>): readonly DisclosureDuty[] => disclosure?.duties ?? [WHOLE];

/** What is on record of a project and may become public. */
export interface PublicProject {
  readonly code: string;
  readonly name: string;
  readonly approvedBudget: string | null;
  readonly target: Json;
  readonly results: readonly { readonly kind: 'self-evaluation' | 'evaluation'; readonly score: string; readonly grade: string | null }[];
}

const RESULTS: Readonly<Record<PublicProject['results'][number]['kind'], Disclosed>> = {
  'self-evaluation': 'self-evaluations',
  evaluation: 'evaluations',
};

/** A project as a duty shows it: nothing that the duty does not name. */
export const disclose = ({ target, results, ...project }: PublicProject, what: readonly Disclosed[]): Json => ({
  ...project,
  ...(what.includes('targets') ? { target } : {}),
  ...(what.some((it) => it !== 'targets')
    ? { results: results.filter(({ kind }) => what.includes(RESULTS[kind])).map((it) => ({ ...it })) }
    : {}),
});
