import type { Explained, Sentence, Step } from '#domain/explanation/explained.js';
import { show } from '#domain/score/exact.js';
import { coverageOf, totalsOf } from './coverage.js';
import type { Coverage, Totals } from './coverage.js';
import { Places } from './quotas.js';
import type { QuotaResult } from './quotas.js';
import { assess, ranked } from './rank.js';
import type { Assessed } from './rank.js';
import type { SelectionCandidate, SelectionRule } from './selection-rule.js';

/** Why a candidate was chosen, or left out. */
export type Why = 'must' | 'quota-least' | 'rank' | 'excluded' | 'undecided' | 'quota-most' | 'no-place';

export interface Outcome {
  readonly id: string;
  readonly name: string;
  readonly chosen: boolean;
  readonly why: Why;
  /** The clause or quota that decided; null where the rank did. */
  readonly by: string | null;
  /** Place among all candidates with a score, from 1; null without a score. */
  readonly rank: number | null;
  readonly score: Explained<string>;
  /** How each clause of the rule came out. */
  readonly clauses: readonly Step[];
  readonly sentence: Sentence;
}

export interface Selection {
  /** In the order of rank. */
  readonly chosen: readonly Outcome[];
  readonly leftOut: readonly Outcome[];
  readonly quotas: readonly QuotaResult[];
  readonly totals: Totals;
  readonly coverage: Coverage;
  /** More had to be chosen than there are places. */
  readonly exceeds: boolean;
}

type Decision = Pick<Outcome, 'chosen' | 'why' | 'by'>;

const TEXTS: Readonly<Record<Why, (by: string, score: string, rank: string) => Sentence>> = {
  must: (by) => ({ zh: `必评：符合“${by}”`, en: `must be evaluated: ${by}` }),
  'quota-least': (by, score, rank) => ({
    zh: `为满足名额“${by}”入选，第 ${rank} 名，${score} 分`,
    en: `chosen for the quota ${by}, rank ${rank}, ${score} points`,
  }),
  rank: (_, score, rank) => ({ zh: `按得分入选，第 ${rank} 名，${score} 分`, en: `chosen by rank ${rank}, ${score} points` }),
  excluded: (by) => ({ zh: `排除：符合“${by}”`, en: `excluded: ${by}` }),
  undecided: (by) => ({ zh: `资料不全，无法判定“${by}”`, en: `figures are missing, ${by} cannot be decided` }),
  'quota-most': (by, score, rank) => ({
    zh: `名额“${by}”已满，第 ${rank} 名，${score} 分`,
    en: `the quota ${by} is full; rank ${rank}, ${score} points`,
  }),
  'no-place': (_, score, rank) => ({ zh: `名额已满，第 ${rank} 名，${score} 分`, en: `no place left; rank ${rank}, ${score} points` }),
};

/** The decisions before any rank: exclusion goes before duty, and what is not known is not chosen. */
const beforehand = ({ excludedBy, openBy, demandedBy, score }: Assessed): Decision | undefined => {
  if (excludedBy) return { chosen: false, why: 'excluded', by: excludedBy.id };
  if (openBy) return { chosen: false, why: 'undecided', by: openBy.id };
  if (demandedBy) return { chosen: true, why: 'must', by: demandedBy.id };
  return score.value === null ? { chosen: false, why: 'undecided', by: 'criteria' } : undefined;
};

/** Fills the places: what must be evaluated, then each quota's least in the declared order, then by rank. */
const decide = (order: readonly Assessed[], { quotas }: SelectionRule, places: Places): ReadonlyMap<string, Decision> => {
  const decisions = new Map<string, Decision>();
  const take = ({ candidate }: Assessed, decision: Decision): void => {
    decisions.set(candidate.id, decision);
    if (decision.chosen) places.take(candidate);
  };
  for (const it of order) {
    const decision = beforehand(it);
    if (decision) take(it, decision);
  }
  const open = (): readonly Assessed[] => order.filter(({ candidate }) => !decisions.has(candidate.id));
  for (const quota of quotas.filter(({ least }) => least !== undefined)) {
    for (const it of open()) {
      if (places.full || !places.lacks(quota, it.candidate) || places.blocking(it.candidate)) continue;
      take(it, { chosen: true, why: 'quota-least', by: quota.id });
    }
  }
  for (const it of open()) {
    const blocking = places.blocking(it.candidate);
    if (places.full) take(it, { chosen: false, why: 'no-place', by: null });
    else if (blocking) take(it, { chosen: false, why: 'quota-most', by: blocking.id });
    else take(it, { chosen: true, why: 'rank', by: null });
  }
  return decisions;
};

/**
 * 重点评价选题: which of the candidates are evaluated by an agency, with the reason for each chosen and each left out. Order of the rules:
 * exclusions, duties (beyond the number of places and the quotas, if need be), least quotas as declared, then points; no quota's most is
 * exceeded but by duties. Points are exact, equal ones are told apart by the declared tie-breaks and last by id, so the order in which the
 * candidates come changes nothing. 财预〔2020〕10号; what counts, and how much, is the district's.
 */
export const select = (candidates: readonly SelectionCandidate[], rule: SelectionRule, fiscalYear: number): Selection => {
  const order = ranked(
    candidates.map((it) => assess(it, rule, fiscalYear)),
    rule,
    fiscalYear,
  );
  const places = new Places(rule.quotas, rule.take);
  const decisions = decide(order, rule, places);
  const outcomes = order.map(({ candidate, score, clauses }, i): Outcome => {
    const decision = decisions.get(candidate.id)!;
    const rank = score.value === null ? null : i + 1;
    const sentence = TEXTS[decision.why](
      decision.by ?? '',
      score.value === null ? '—' : show(score.value),
      rank === null ? '—' : String(rank),
    );
    return { id: candidate.id, name: candidate.name, ...decision, rank, score, clauses, sentence };
  });
  const chosen = outcomes.filter((it) => it.chosen);
  const ids = new Set(chosen.map(({ id }) => id));
  return {
    chosen,
    leftOut: outcomes.filter((it) => !it.chosen),
    quotas: places.results(candidates),
    totals: totalsOf(candidates, ids),
    coverage: coverageOf(candidates, ids, rule, fiscalYear),
    exceeds: chosen.length > rule.take,
  };
};
