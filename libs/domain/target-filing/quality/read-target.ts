import { compare, exact, exactText, isDecimal, sum } from '#domain/score/exact.js';
import type { Exact } from '#domain/score/exact.js';
import { normalText } from '../quantity/quantity.js';
import type { Quantity } from '../quantity/quantity.js';
import { scanQuantities } from '../quantity/scan.js';
import { readTargetValue } from '../quantity/target-value.js';
import type { TargetValue } from '../quantity/target-value.js';
import { normalName, wordsOf } from './names.js';
import type { GivenIndicator, TargetUnderCheck } from './target-under-check.js';

/** A goal is read so far (twice what the form takes), and so many of its statements one by one; more than that, and the answer says so. */
const MOST_CHARACTERS = 10_000;
const MOST_QUANTITIES = 40;
const MOST_CLAUSES = 200;

/** An indicator with its parts read once for all rules. */
export interface ReadIndicator {
  readonly given: GivenIndicator;
  readonly path: string;
  readonly normal: string;
  readonly value: TargetValue;
  readonly qualitative: boolean;
  readonly words: ReadonlySet<string>;
  /** The value's amount in normal units as exact text; `''` for words. */
  readonly amount: string;
}

export interface Clause {
  readonly text: string;
  readonly words: ReadonlySet<string>;
}

export interface StatedQuantity {
  readonly quantity: Quantity;
  readonly clause: Clause;
}

export interface ReadTarget {
  readonly given: TargetUnderCheck;
  readonly goal: string;
  /** There is more of the goal than was read. */
  readonly goalCut: boolean;
  readonly indicators: readonly ReadIndicator[];
  readonly clauses: readonly Clause[];
  readonly stated: readonly StatedQuantity[];
  /** 资金总额, or the sum of what sources are given; null when no figure is. */
  readonly funds: Exact | null;
}

/** What is longer is no clause; a statement is then read with what stands around it. */
const LONGEST_CLAUSE = 200;

const ENDS_CLAUSE = new Set('，。；、！？,;!?\n\r');

/** Parts of the goal between punctuation, the first `MOST_CLAUSES`, with their places. */
const clausesOf = (goal: string): readonly (Clause & { readonly end: number })[] => {
  const clauses: (Clause & { end: number })[] = [];
  let start = 0;
  for (let i = 0; i <= goal.length && clauses.length < MOST_CLAUSES; i += 1) {
    // The comma of 1,200 ends nothing.
    const ends =
      i === goal.length || (ENDS_CLAUSE.has(goal.charAt(i)) && !(goal.charAt(i) === ',' && /\d,\d/.test(goal.slice(i - 1, i + 2))));
    if (!ends) continue;
    const text = goal.slice(start, i).trim();
    if (text !== '') clauses.push({ text, words: wordsOf(text.slice(0, LONGEST_CLAUSE)), end: i });
    start = i + 1;
  }
  return clauses;
};

const statedIn = (goal: string, clauses: readonly (Clause & { readonly end: number })[]): readonly StatedQuantity[] => {
  let i = 0;
  return scanQuantities(goal, MOST_QUANTITIES).map((quantity) => {
    while (i < clauses.length - 1 && clauses[i]!.end < quantity.end) i += 1;
    const clause = clauses[i];
    if (clause && clause.text.length <= LONGEST_CLAUSE) return { quantity, clause };
    const text = goal.slice(Math.max(0, quantity.at - LONGEST_CLAUSE / 2), quantity.end + LONGEST_CLAUSE / 4);
    return { quantity, clause: { text, words: wordsOf(text) } };
  });
};

const LONGEST_NAME = 200;

export const readIndicator = (given: GivenIndicator, path: string): ReadIndicator => {
  const value = readTargetValue(given.targetValue ?? '', given.measureUnit ?? '');
  let words: ReadonlySet<string> | undefined;
  let amount: string | undefined;
  return {
    given,
    path,
    normal: normalName(given.level3),
    value,
    qualitative: given.operator === '定性',
    get words() {
      return (words ??= wordsOf(given.level3.slice(0, LONGEST_NAME)));
    },
    get amount() {
      return (amount ??= value.quantity ? exactText(value.quantity.value) : '');
    },
  };
};

const fundsOf = ({ funds }: TargetUnderCheck): Exact | null => {
  if (!funds) return null;
  if (funds.total !== undefined) return exact(funds.total);
  const sources = [funds.fiscal, funds.carriedOver, funds.own, funds.other].filter((it) => it !== undefined);
  return sources.length > 0 ? sum(sources) : null;
};

export const readTarget = (given: TargetUnderCheck): ReadTarget => {
  const goal = (given.annualGoal ?? '').slice(0, MOST_CHARACTERS);
  const clauses = clausesOf(goal);
  const stated = statedIn(goal, clauses);
  return {
    given,
    goal,
    goalCut: goal.length < (given.annualGoal ?? '').length || stated.length === MOST_QUANTITIES || clauses.length === MOST_CLAUSES,
    indicators: given.indicators.map((it, i) => readIndicator(it, `indicators.${String(i)}`)),
    clauses,
    stated,
    funds: fundsOf(given),
  };
};

/** The value in a form in which the same is the same: amount and unit, or the words without spaces. */
export const normalValue = ({ given, value }: ReadIndicator): string =>
  value.quantity ? normalText(value.quantity) : (given.targetValue ?? '').slice(0, 500).replace(/\s/g, '');

/** Does the actual value fall short of last year's target? Null when nothing says so. */
export const wasMissed = (it: { readonly met?: boolean; readonly actualValue?: string } & GivenIndicator): boolean | null => {
  if (it.met !== undefined) return !it.met;
  const target = readTargetValue(it.targetValue ?? '', '').quantity;
  if (it.actualValue === undefined || !isDecimal(it.actualValue) || !target) return null;
  const actual = exact(it.actualValue).mul(target.unit.factor);
  const order = compare(actual, target.value);
  return it.operator === '≤' || target.comparison === '≤' ? order > 0 : order < 0;
};
