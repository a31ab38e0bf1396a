import type { LinkageBounds, LinkageRule, Treatment } from '#domain/policy/policy.js';
import type { paths } from '../../api/schema.js';
import { TREATMENTS } from './proposals.js';

/** The rules as they are being tried: all text, as typed. */
export interface TriedRule {
  readonly id: string;
  readonly when: string;
  readonly treatment: Treatment;
  readonly by: string;
  readonly raise: string;
  readonly takeBack: string;
  readonly adds: boolean;
}

export const BOUNDS = ['maxCut', 'floor', 'ceiling', 'total'] as const;
export type TriedBounds = Readonly<Record<(typeof BOUNDS)[number], string>>;

export interface Tried {
  readonly rules: readonly TriedRule[];
  readonly bounds: TriedBounds;
}

interface InForce {
  readonly linkage: readonly LinkageRule[];
  readonly linkageBounds?: LinkageBounds | null;
}

const isInForce = (it: unknown): it is InForce =>
  typeof it === 'object' && it !== null && 'linkage' in it && Array.isArray((it as { linkage: unknown }).linkage);

/** The table in force of a policy, as a beginning. */
export const triedOf = (policy: unknown): Tried => {
  const { linkage, linkageBounds } = isInForce(policy) ? policy : { linkage: [], linkageBounds: null };
  const rules = linkage.map((it, index): TriedRule => ({
    id: it.id ?? `R${String(index + 1)}`,
    when: it.when,
    treatment: it.treatment,
    by: it.by ?? '',
    raise: it.raise ?? '',
    takeBack: it.takeBack ?? '',
    adds: it.adds ?? false,
  }));
  const bounds = Object.fromEntries(BOUNDS.map((name) => [name, linkageBounds?.[name] ?? ''])) as TriedBounds;
  return { rules, bounds };
};

export const newRule = (rules: readonly TriedRule[]): TriedRule => ({
  id: `R${String(rules.length + 1)}`,
  when: '',
  treatment: TREATMENTS[2],
  by: '',
  raise: '',
  takeBack: '',
  adds: false,
});

type Body = paths['/api/v1/campaigns/{campaign}/linkage-what-if']['post']['requestBody']['content']['application/json'];

const filled = <K extends string>(of: Readonly<Record<K, string>>): Partial<Record<K, string>> =>
  Object.fromEntries(Object.entries<string>(of).filter(([, it]) => it.trim() !== '')) as Partial<Record<K, string>>;

/** What is asked of the server: what was left empty is left out. */
export const bodyOf = (name: string, { rules, bounds }: Tried): Body => ({
  name,
  linkage: rules.map(({ id, when, treatment, by, raise, takeBack, adds }) => ({
    id,
    when,
    treatment,
    ...filled({ by, raise, takeBack }),
    ...(adds ? { adds } : {}),
  })),
  linkageBounds: filled(bounds),
});
