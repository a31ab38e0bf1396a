import { conditionStep } from '#domain/condition/explain.js';
import { evaluateCondition } from '#domain/condition/evaluate.js';
import type { Inputs, Verdict } from '#domain/condition/evaluate.js';
import type { Sentence, Step } from '#domain/explanation/explained.js';
import type { LinkageRule } from '#domain/policy/policy.js';
import { LINKAGE_QUANTITIES } from '#domain/policy/quantities.js';
import { ruleName } from './table.js';

/**
 * What became of a rule: it decides; it adds to what another decided; it held but stood behind the one that decides; it adds but nothing was
 * decided; it did not hold; it could not be decided.
 */
export type Standing = 'decides' | 'adds' | 'outranked' | 'without-decision' | 'not-met' | 'undecided';

export interface JudgedRule {
  readonly id: string;
  readonly standing: Standing;
  /** The rule that decided before it, for `outranked`. */
  readonly by: string | null;
  readonly step: Step;
}

/** The rules as they were judged, and those that apply: the one that decides first, then what adds. */
export interface Judgement {
  readonly judged: readonly JudgedRule[];
  readonly verdicts: readonly Verdict[];
  readonly decides: LinkageRule | null;
  readonly adds: readonly LinkageRule[];
  readonly reason: 'NO_RULE_HOLDS' | 'NOT_DECIDABLE' | null;
}

const STANDINGS: Readonly<Record<Standing, (by: string | null) => Sentence>> = {
  decides: () => ({ zh: '，由它决定', en: ' and decides' }),
  adds: () => ({ zh: '，叠加', en: ' and adds' }),
  outranked: (by) => ({ zh: `，但规则 ${by ?? ''} 在前`, en: `, but ${by ?? ''} comes first` }),
  'without-decision': () => ({ zh: '，但没有可叠加的决定', en: ', but there is nothing to add to' }),
  'not-met': () => ({ zh: '', en: '' }),
  undecided: () => ({ zh: '，未采用', en: ' and was not used' }),
};

/**
 * Holds every rule against the facts. The first that does not add and is not false decides, in the declared order; one that cannot be decided
 * is not skipped there, because what stands behind it would then decide by accident.
 */
export const judge = (rules: readonly LinkageRule[], facts: Inputs): Judgement => {
  const looked = rules.map((rule, index) => ({
    rule,
    id: ruleName(rule, index),
    verdict: evaluateCondition(rule.when, LINKAGE_QUANTITIES, facts),
  }));
  const first = looked.find(({ rule, verdict }) => !rule.adds && verdict.holds !== false);
  const decides = first?.verdict.holds === true ? first : null;
  const standingOf = ({ rule, verdict }: (typeof looked)[number]): Standing => {
    if (verdict.holds === null) return 'undecided';
    if (!verdict.holds) return 'not-met';
    if (rule.adds) return decides ? 'adds' : 'without-decision';
    return rule === decides?.rule ? 'decides' : 'outranked';
  };
  const judged = looked.map((it): JudgedRule => {
    const standing = standingOf(it);
    const by = standing === 'outranked' ? first!.id : null;
    const said = STANDINGS[standing](by);
    const step = conditionStep(it.verdict, it.id);
    return { id: it.id, standing, by, step: { ...step, zh: `${step.zh}${said.zh}`, en: `${step.en}${said.en}` } };
  });
  return {
    judged,
    verdicts: looked.map(({ verdict }) => verdict),
    decides: decides?.rule ?? null,
    adds: looked.filter((it) => standingOf(it) === 'adds').map(({ rule }) => rule),
    reason: decides ? null : first ? 'NOT_DECIDABLE' : 'NO_RULE_HOLDS',
  };
};
