import type { Comparison } from './quantity.js';

type Words = readonly (readonly [word: string, comparison: Comparison])[];

/** 不超过 holds 超过, so the longest word decides. */
const listed = (words: Partial<Record<Comparison, string>>): Words =>
  Object.entries(words)
    .flatMap(([comparison, it]) => it.split(' ').map((word) => [word, comparison as Comparison] as const))
    .sort(([a], [b]) => b.length - a.length);

const BEFORE = listed({
  '≥': '大于等于 大于或等于 高于等于 不得少于 不得低于 不少于 不低于 不小于 不下于 超过 大于 高于 多于 至少 达到 突破 >= ≥ >',
  '≤': '小于等于 小于或等于 控制在 不得超过 不得高于 不超过 不高于 不多于 不大于 低于 小于 少于 至多 最多 <= ≤ <',
  '≈': '大约 约 近',
  '=': '等于 == = 为',
});
const AFTER = listed({ '≥': '(含)以上 及以上 或以上 以上 起', '≤': '(含)以内 (含)以下 及以下 或以下 之内 以内 以下 内', '≈': '左右 上下' });

/** The word that was found, `''` for none, and what it says. */
interface ComparisonRead {
  readonly word: string;
  readonly comparison: Comparison | null;
}

const NOTHING: ComparisonRead = { word: '', comparison: null };

const read = (words: Words, found: (word: string) => boolean): ComparisonRead => {
  const it = words.find(([word]) => found(word));
  return it ? { word: it[0], comparison: it[1] } : NOTHING;
};

/** 不少于, ≥, 控制在 … right before the place. */
export const comparisonBefore = (text: string, at: number): ComparisonRead =>
  read(BEFORE, (it) => at >= it.length && text.startsWith(it, at - it.length));
/** 不少于, ≥ … at the place. */
export const comparisonAt = (text: string, at: number): ComparisonRead => read(BEFORE, (it) => text.startsWith(it, at));
/** 以上, 以内, 左右 … at the place. */
export const comparisonAfter = (text: string, at: number): ComparisonRead => read(AFTER, (it) => text.startsWith(it, at));
