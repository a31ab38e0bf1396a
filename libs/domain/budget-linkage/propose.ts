import { evaluateCondition } from '#domain/condition/evaluate.js';
import type { Inputs, Verdict } from '#domain/condition/evaluate.js';
import type { LinkageRule, Policy, Treatment } from '#domain/policy/policy.js';
import { LINKAGE_QUANTITIES } from '#domain/policy/quantities.js';
import { exact, exactText, greatest, show, sum, ZERO } from '#domain/score/exact.js';
import type { Yuan } from '#domain/score/money.js';

/** One rule of the policy as it was judged. `cut` in per cent of the base, where the rule applied. */
export interface JudgedRule {
  readonly index: number;
  readonly treatment: Treatment;
  readonly applied: boolean;
  readonly cut: string;
  readonly verdict: Verdict;
}

export interface LinkageProposal {
  /** Null with `reason` when no rule decides, or one that comes first cannot be decided. */
  /** `cut`: per cent of the base, exact. */
  readonly value: { readonly treatment: Treatment; readonly base: Yuan; readonly proposed: Yuan; readonly cut: string } | null;
  readonly reason?: 'NO_RULE_HOLDS' | 'NOT_DECIDABLE';
  readonly explanation: readonly JudgedRule[];
}

const cutOf = (rule: LinkageRule): string => (rule.treatment === 'cancel' ? '100' : rule.treatment === 'compress' ? (rule.by ?? '0') : '0');

/**
 * 预算挂钩: the first rule that holds decides; rules that add (`adds`) cut further on top, each by its share of the same base, down to nothing.
 * A first rule that cannot be decided is not skipped, because what stands behind it would then decide by accident. The proposed amount is
 * rounded half up to the fen. Proposals only: the bureau decides with reasons.
 */
export const proposeLinkage = (inputs: Inputs, base: Yuan, policy: Policy): LinkageProposal => {
  const judged = policy.linkage.map((rule, index) => ({ rule, index, verdict: evaluateCondition(rule.when, LINKAGE_QUANTITIES, inputs) }));
  const first = judged.find((it) => !it.rule.adds && it.verdict.holds !== false);
  const decides = first?.verdict.holds === true ? first : undefined;
  const applied = judged.filter((it) => it === decides || (decides && it.rule.adds && it.verdict.holds));
  const explanation = judged.map(({ rule, index, verdict }): JudgedRule => {
    const applies = applied.some((it) => it.index === index);
    return { index, treatment: rule.treatment, applied: applies, cut: applies ? cutOf(rule) : '0', verdict };
  });
  if (!decides) return { value: null, reason: first ? 'NOT_DECIDABLE' : 'NO_RULE_HOLDS', explanation };
  const cut = sum(applied.map((it) => cutOf(it.rule)));
  const left = greatest(ZERO, exact('100').sub(cut));
  const treatment = decides.rule.treatment === 'cancel' ? 'cancel' : cut.compare(0) > 0 ? 'compress' : decides.rule.treatment;
  const taken = exact('100').sub(left);
  return { value: { treatment, base, proposed: show(exact(base).mul(left).div(100), 2), cut: exactText(taken) }, explanation };
};
