import { compare, exact, exactText } from '#domain/score/exact.js';
import type { Exact } from '#domain/score/exact.js';
import { isCounted } from './units.js';
import type { Unit } from './units.js';

/** How a value binds: exactly, at least, at most, or about. 超过 and 少于 are taken for ≥ and ≤: nobody files by a hair's breadth. */
export type Comparison = '=' | '≥' | '≤' | '≈';

/** A number with its unit as it stands in a text. */
export interface Quantity {
  /** In normal units (`unit.normal`), exact. */
  readonly value: Exact;
  /** Of `10-15天`: 15 days; the value is the lower end. */
  readonly upTo: Exact | null;
  readonly unit: Unit;
  readonly comparison: Comparison;
  /** As written, with what belongs to it: `不少于26万人次`. */
  readonly quote: string;
  /** Place of the number in the text, and where the text goes on after what belongs to it. */
  readonly at: number;
  readonly end: number;
}

/** `"260000 人"`: the same for the same amount, however it is written. */
export const normalText = ({ value, unit }: Pick<Quantity, 'value' | 'unit'>): string => `${exactText(value)} ${unit.normal}`;

export const sameMeasure = (a: Unit, b: Unit): boolean => a.dimension === b.dimension;

/** May the two count the same thing by different words? 简报 4 次, 4 期; 家 and 个. */
export const mayCountTheSame = (a: Unit, b: Unit): boolean => sameMeasure(a, b) || (isCounted(a) && isCounted(b));

export const sameAmount = (a: Quantity, b: Quantity, times: Exact = exact('1')): boolean => compare(a.value.mul(times), b.value) === 0;
