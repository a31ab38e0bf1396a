import { exact } from '#domain/score/exact.js';
import type { Exact } from '#domain/score/exact.js';
import { plainText, wordAt } from './characters.js';
import { comparisonAfter, comparisonBefore } from './comparison.js';
import { numberAt } from './numerals.js';
import type { NumberRead } from './numerals.js';
import type { Quantity } from './quantity.js';
import { standsForNothing } from './set-phrases.js';
import { unitAt } from './units.js';
import type { UnitRead } from './units.js';

export const MORE_OR_LESS = ['多', '余', '来'];
export const THROUGH = ['至', '到', '-', '~', '—'];

export const spacesFrom = (text: string, at: number): number => {
  let end = at;
  while (end < at + 4 && text.charAt(end) === ' ') end += 1;
  return end;
};

const PARTS = [
  ['百分之', '1'],
  ['千分之', '0.1'],
  ['万分之', '0.01'],
] as const;
const PERCENT = unitAt('%', 0)!;

export interface Measured {
  readonly value: Exact;
  readonly unit: UnitRead;
  readonly end: number;
  readonly chinese: boolean;
}

/** 百分之八十, 三分之二, 一半: shares without a unit of their own. */
export const shareAt = (text: string, at: number): Measured | null => {
  const part = PARTS.find(([word]) => text.startsWith(word, at));
  if (part) {
    const read = numberAt(text, at + part[0].length);
    return read && { value: read.value().mul(exact(part[1])), unit: PERCENT, end: read.end, chinese: false };
  }
  if (text.startsWith('一半', at)) return { value: exact('50'), unit: PERCENT, end: at + 2, chinese: false };
  return null;
};

const fractionAt = (text: string, below: NumberRead): Measured | null => {
  const above = text.startsWith('分之', below.end) ? numberAt(text, below.end + 2) : null;
  if (!above || below.value().n === 0n) return null;
  return { value: above.value().mul(100).div(below.value()), unit: PERCENT, end: above.end, chinese: false };
};

/** 上半年 is a time of the year. */
const HALVES = new Set('上下前后每');

/** 半年, 半天: half of a unit that is not counted piece by piece. */
const halfAt = (text: string, at: number): Measured | null => {
  if (text.charAt(at) !== '半' || HALVES.has(text.charAt(at - 1))) return null;
  const unit = unitAt(text, at + 1);
  if (!unit || (unit.dimension !== 'time' && unit.dimension !== 'months')) return null;
  return { value: unit.factor.div(2), unit, end: unit.end, chinese: true };
};

interface Found {
  readonly quantity: Quantity | null;
  readonly end: number;
}

const within = (text: string, original: string, at: number, measured: Measured, upTo: Exact | null): Found => {
  if (standsForNothing(text, at, measured.end, measured.unit, measured.chinese)) return { quantity: null, end: measured.end };
  const gap = text.charAt(at - 1) === ' ' ? at - 1 : at;
  const before = comparisonBefore(text, gap);
  const after = comparisonAfter(text, measured.end);
  const end = measured.end + after.word.length;
  const from = before.word === '' ? at : gap - before.word.length;
  const comparison = before.comparison === null || before.comparison === '=' ? (after.comparison ?? '=') : before.comparison;
  const { dimension, normal, factor } = measured.unit;
  const quantity = {
    value: measured.value,
    upTo,
    unit: { dimension, normal, factor },
    comparison,
    quote: original.slice(from, end),
    at,
    end,
  };
  return { quantity, end };
};

/** A number with its unit, a range with the unit once or twice. */
const measuredAt = (text: string, read: NumberRead): { readonly measured: Measured; readonly upTo: Exact | null } | null => {
  let [end, upper] = [read.end, null as NumberRead | null];
  const through = wordAt(text, end, THROUGH);
  if (through !== '') upper = numberAt(text, end + through.length);
  if (upper) end = upper.end;
  end += wordAt(text, end, MORE_OR_LESS).length;
  const spaced = spacesFrom(text, end);
  // 10%-15%: the unit may stand twice.
  const unit = unitAt(text, spaced);
  if (!unit) return null;
  const second = !upper && wordAt(text, unit.end, THROUGH);
  const other = second ? numberAt(text, unit.end + second.length) : null;
  const otherUnit = other ? unitAt(text, other.end) : null;
  const twice = other && otherUnit?.dimension === unit.dimension ? { read: other, unit: otherUnit } : null;
  const measured = { value: read.value().mul(unit.factor), unit, end: twice ? twice.unit.end : unit.end, chinese: read.chinese };
  const top = twice ? twice.read.value().mul(twice.unit.factor) : upper ? upper.value().mul(unit.factor) : null;
  return { measured, upTo: top };
};

const foundAt = (text: string, original: string, at: number): Found | null => {
  const share = shareAt(text, at) ?? halfAt(text, at);
  if (share) return within(text, original, at, share, null);
  const read = numberAt(text, at);
  if (!read) return null;
  const fraction = fractionAt(text, read);
  if (fraction) return within(text, original, at, fraction, null);
  const whole = measuredAt(text, read);
  return whole ? within(text, original, at, whole.measured, whole.upTo) : { quantity: null, end: read.end };
};

const MAY_BEGIN = new Set('0123456789〇零一二两三四五六七八九十半百千万亿拾佰仟壹贰叁肆伍陆柒捌玖');

/**
 * The quantities that a text states, in order: numbers with a unit, Arabic or Chinese, full width or not, with 不少于, 以上, 以内 and the like.
 * Years, dates, document numbers, ordinals, set phrases (一站式, 一户一策) and numbers without a known unit are none.
 * @param most it stops after so many; the time is proportional to the length of the text
 */
export const scanQuantities = (original: string, most: number): readonly Quantity[] => {
  const text = plainText(original);
  const quantities: Quantity[] = [];
  for (let at = 0; at < text.length && quantities.length < most;) {
    const found = MAY_BEGIN.has(text.charAt(at)) ? foundAt(text, original, at) : null;
    if (found?.quantity) quantities.push(found.quantity);
    const from = at;
    at = Math.max(found?.end ?? at, at + 1);
    // What is no number here is none one character later.
    while (!found && MAY_BEGIN.has(text.charAt(from)) && MAY_BEGIN.has(text.charAt(at))) at += 1;
  }
  return quantities;
};
