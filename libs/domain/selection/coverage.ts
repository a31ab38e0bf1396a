import { evaluateCondition } from '#domain/condition/evaluate.js';
import { compare, exact, exactText, sum, ZERO } from '#domain/score/exact.js';
import { byId } from './frozen-list.js';
import { candidateQuantities } from './points.js';
import { SELECTION_QUANTITIES } from './quantities.js';
import type { SelectionCandidate, SelectionRule } from './selection-rule.js';

/** How much of the whole the choice covers; `share` of the amount is exact, null where an amount is missing or all are 0. */
export interface Totals {
  readonly candidates: number;
  readonly chosen: number;
  readonly amount: string | null;
  readonly amountChosen: string | null;
  readonly share: string | null;
}

const amountOf = (some: readonly SelectionCandidate[]): string | null => {
  const amounts = some.map(({ figures }) => figures['amount'] ?? null);
  return amounts.every((it): it is string => typeof it === 'string') ? exactText(sum(amounts)) : null;
};

export const totalsOf = (candidates: readonly SelectionCandidate[], chosen: ReadonlySet<string>): Totals => {
  const [amount, amountChosen] = [amountOf(candidates), amountOf(candidates.filter(({ id }) => chosen.has(id)))];
  const none = amount === null || amountChosen === null || compare(amount, ZERO) === 0;
  const share = none ? null : exactText(exact(amountChosen).div(exact(amount)));
  return { candidates: candidates.length, chosen: chosen.size, amount, amountChosen, share };
};

/** 五年全覆盖: of those that are to be covered, how many were evaluated within the years or are chosen now, and who is still missing. */
export interface Coverage {
  readonly years: number;
  readonly of: number;
  readonly covered: number;
  readonly missing: readonly string[];
  /** It is not known whether these belong to it, or when they were evaluated. */
  readonly unknown: readonly string[];
}

export const coverageOf = (
  candidates: readonly SelectionCandidate[],
  chosen: ReadonlySet<string>,
  { coverage: { years, of } }: SelectionRule,
  fiscalYear: number,
): Coverage => {
  const belongs = (it: SelectionCandidate): boolean | null =>
    evaluateCondition(of, SELECTION_QUANTITIES, candidateQuantities(it, fiscalYear)).holds;
  const covered = ({ id, lastEvaluated }: SelectionCandidate): boolean | null =>
    chosen.has(id) ? true : lastEvaluated === null ? null : lastEvaluated !== 'never' && fiscalYear - lastEvaluated < years;
  const judged = [...candidates].sort(byId).map((it) => ({ id: it.id, belongs: belongs(it), covered: covered(it) }));
  const within = judged.filter((it) => it.belongs);
  const ids = (some: typeof judged): readonly string[] => some.map(({ id }) => id);
  return {
    years,
    of: within.length,
    covered: within.filter((it) => it.covered).length,
    missing: ids(within.filter((it) => it.covered === false)),
    unknown: ids(judged.filter((it) => it.belongs === null || (it.belongs && it.covered === null))),
  };
};
