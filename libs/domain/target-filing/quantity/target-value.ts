import { exact } from '#domain/score/exact.js';
import type { Exact } from '#domain/score/exact.js';
import { plainText, wordAt } from './characters.js';
import { comparisonAfter, comparisonAt } from './comparison.js';
import { numberAt } from './numerals.js';
import type { Comparison, Quantity } from './quantity.js';
import { MORE_OR_LESS, scanQuantities, shareAt, spacesFrom, THROUGH } from './scan.js';
import { unitAt } from './units.js';
import type { Unit } from './units.js';

/** What stands in an indicator's value: a quantity, words, or nothing. */
export interface TargetValue {
  readonly quantity: Quantity | null;
  /** 不少于, ≤ … that stands with the value itself; null when none does. */
  readonly comparison: Comparison | null;
  /** The unit that stands with the value itself. */
  readonly ownUnit: Unit | null;
  /** Neither in the value nor in its own field. */
  readonly unitMissing: boolean;
}

/** The longest value that is read as a quantity; what is longer is prose. */
const LONGEST_VALUE = 80;
const WORDS: TargetValue = { quantity: null, comparison: null, ownUnit: null, unitMissing: false };
const NO_UNIT: Unit = { dimension: 'none', normal: '', factor: exact('1') };

const MULTIPLIERS: Readonly<Record<string, string>> = { 万: '10000', 亿: '100000000', 千: '1000', 百: '100' };

/** The unit of a form's unit field: `万人次` is 10,000 人次; one that nobody knows is a unit of its own. Null for an empty field. */
export const fieldUnit = (written: string): Unit | null => {
  const text = plainText(written.trim());
  if (text === '') return null;
  const simple = unitAt(text, 0);
  if (simple?.end === text.length) return simple;
  const times = MULTIPLIERS[text.charAt(0)];
  const unit = times === undefined ? null : unitAt(text, 1);
  if (unit?.end === text.length) return { dimension: unit.dimension, normal: unit.normal, factor: unit.factor.mul(exact(times!)) };
  return { dimension: `unknown:${text}`, normal: text, factor: exact('1') };
};

interface Amount {
  readonly value: Exact;
  readonly upTo: Exact | null;
  readonly end: number;
  readonly unit: Unit | null;
}

const amountAt = (text: string, at: number): Amount | null => {
  const share = shareAt(text, at);
  if (share) return { value: share.value, upTo: null, end: share.end, unit: share.unit };
  const read = numberAt(text, at);
  if (!read) return null;
  const through = wordAt(text, read.end, THROUGH);
  const upper = through === '' ? null : numberAt(text, read.end + through.length);
  const counted = upper?.end ?? read.end;
  const end = spacesFrom(text, counted + wordAt(text, counted, MORE_OR_LESS).length);
  return { value: read.value(), upTo: upper?.value() ?? null, end: unitAt(text, end)?.end ?? end, unit: unitAt(text, end) };
};

/**
 * An indicator's value with its unit field: `3.2` and `万人次`, `不少于三千二百人次`, `≥95%`, `百分之八十以上`. The whole text must be the quantity;
 * otherwise it is words. In time proportional to the text.
 */
export const readTargetValue = (targetValue: string, measureUnit: string): TargetValue => {
  const written = targetValue.trim();
  if (written.length > LONGEST_VALUE || measureUnit.length > LONGEST_VALUE) return WORDS;
  const text = plainText(written);
  const before = comparisonAt(text, 0);
  const at = spacesFrom(text, before.word.length);
  const amount = amountAt(text, at);
  if (!amount) return WORDS;
  const after = comparisonAfter(text, amount.end);
  if (amount.end + after.word.length !== text.length) return WORDS;
  const unit = amount.unit ?? fieldUnit(measureUnit);
  const comparison = before.comparison ?? after.comparison;
  const { dimension, normal, factor } = unit ?? NO_UNIT;
  const quantity: Quantity = {
    value: amount.value.mul(factor),
    upTo: amount.upTo?.mul(factor) ?? null,
    unit: { dimension, normal, factor },
    comparison: comparison ?? '=',
    quote: written,
    at,
    end: text.length,
  };
  return { quantity, comparison, ownUnit: amount.unit, unitMissing: unit === null };
};

/** `教职员工外出培训≥2次` taken apart: the name, and the quantity at its end with its words; the whole text is the name where there is none. */
export const splitIndicator = (text: string): { readonly name: string; readonly value: string } => {
  const last = text.length > 500 ? undefined : scanQuantities(text, 50).at(-1);
  if (!last || last.end !== text.trimEnd().length || last.end === last.quote.length) return { name: text.trim(), value: '' };
  return { name: text.slice(0, last.end - last.quote.length).trim(), value: last.quote };
};
