import type { Json } from '#domain/json.js';

/** The same said in both languages of the product. */
export interface Sentence {
  readonly zh: string;
  readonly en: string;
}

/** A rule as it stood when it was applied: what it is called, which edition, and what it rests on (article, published table, policy). */
export interface RuleReference {
  readonly id: string;
  readonly version: string;
  readonly source: string;
}

/** Where a figure comes from. Each part may be unknown; a figure with no origin at all says so with `null`. */
export interface Origin {
  /** The document, form or file, with its field or page. */
  readonly document?: string;
  /** Who reported it. */
  readonly by?: string;
  /** When, an ISO day or instant. */
  readonly at?: string;
}

/** A figure that a rule used, under the name the rule knows it by. `null`: nobody reported it. */
export interface ExplainedInput extends Sentence {
  readonly name: string;
  readonly value: string | boolean | null;
  readonly origin: Origin | null;
}

/** One step of a computation. `formula` has the figures put in; `result` is exact text (`"271/3"`), never rounded. */
export interface Step extends Sentence {
  readonly rule?: string;
  readonly formula?: string;
  readonly result: string;
}

/**
 * What every rule family answers: the value and how it came about. `value` is null where there is none (missing data, division by zero …),
 * and then `reason` is a stable code and the sentence says what is missing.
 */
export interface Explained<V extends Json> {
  readonly rule: RuleReference;
  readonly value: V | null;
  readonly reason?: string;
  readonly inputs: readonly ExplainedInput[];
  readonly steps: readonly Step[];
  /** How the value is rounded for eyes; comparisons are made before. */
  readonly rounding: Sentence;
  readonly sentence: Sentence;
}

export const UNROUNDED: Sentence = { zh: '不四舍五入，按精确值比较', en: 'not rounded: compared exactly' };

export const ROUNDED_FOR_EYES: Sentence = {
  zh: '显示时四舍五入至两位小数，比较时用精确值',
  en: 'shown rounded half up to two decimals, compared exactly',
};
