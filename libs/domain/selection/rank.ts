import { evaluateCondition } from '#domain/condition/evaluate.js';
import { conditionStep } from '#domain/condition/explain.js';
import type { Explained, Step } from '#domain/explanation/explained.js';
import { compare } from '#domain/score/exact.js';
import { byId } from './frozen-list.js';
import { candidateQuantities, pointsOf } from './points.js';
import { SELECTION_QUANTITIES } from './quantities.js';
import type { Clause, SelectionCandidate, SelectionRule, TieBreak } from './selection-rule.js';

/** A candidate as the rule's clauses and criteria see it, before quotas. */
export interface Assessed {
  readonly candidate: SelectionCandidate;
  readonly score: Explained<string>;
  /** The first clause that excludes it, that demands it, or that leaves open whether it is excluded. */
  readonly excludedBy: Clause | null;
  readonly demandedBy: Clause | null;
  readonly openBy: Clause | null;
  readonly clauses: readonly Step[];
}

export const assess = (candidate: SelectionCandidate, rule: SelectionRule, fiscalYear: number): Assessed => {
  const quantities = candidateQuantities(candidate, fiscalYear);
  const judge = (clause: Clause) => ({ clause, verdict: evaluateCondition(clause.when, SELECTION_QUANTITIES, quantities) });
  const [excluding, demanding] = [rule.exclude.map(judge), rule.must.map(judge)];
  const first = (judged: typeof excluding, holds: boolean | null): Clause | null =>
    judged.find(({ verdict }) => verdict.holds === holds)?.clause ?? null;
  return {
    candidate,
    score: pointsOf(candidate, rule, fiscalYear),
    excludedBy: first(excluding, true),
    demandedBy: first(demanding, true),
    openBy: first(excluding, null),
    clauses: [...excluding, ...demanding].map(({ clause, verdict }) => conditionStep(verdict, clause.id)),
  };
};

/** Who has no figure comes last, whichever way round. */
const byFigure =
  ({ by, first }: TieBreak) =>
  (a: SelectionCandidate, b: SelectionCandidate, fiscalYear: number): number => {
    const [left, right] = [a, b].map((it) => candidateQuantities(it, fiscalYear)[by] ?? null) as [string | null, string | null];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return first === 'most' ? compare(right, left) : compare(left, right);
  };

/** Most points first; equal ones by the declared tie-breaks, then by id. Candidates without a score come last. */
export const ranked = (assessed: readonly Assessed[], { ties }: SelectionRule, fiscalYear: number): readonly Assessed[] => {
  const breaks = ties.map(byFigure);
  return [...assessed].sort((a, b) => {
    const [left, right] = [a.score.value, b.score.value];
    if (left === null || right === null) {
      const unscored = Number(left === null) - Number(right === null);
      return unscored || byId(a.candidate, b.candidate);
    }
    const points = compare(right, left);
    if (points !== 0) return points;
    for (const decide of breaks) {
      const order = decide(a.candidate, b.candidate, fiscalYear);
      if (order !== 0) return order;
    }
    return byId(a.candidate, b.candidate);
  });
};
