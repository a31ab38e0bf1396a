import { ROUNDED_FOR_EYES } from '#domain/explanation/explained.js';
import type { Explained, Sentence, Step } from '#domain/explanation/explained.js';
import { compare, exact, exactText, show } from '#domain/score/exact.js';
import type { ComparisonRule, Leaning } from './scores.js';
import type { Statistics } from './statistics.js';

const ID = { self: 'self-score-leniency', agency: 'agency-leniency' };

const WORDS: Readonly<Record<keyof typeof ID, Readonly<Record<Leaning, Sentence>>>> = {
  self: {
    high: { zh: '自评偏高', en: 'self-scores are lenient' },
    low: { zh: '自评偏低', en: 'self-scores are strict' },
    even: { zh: '自评与第三方大体一致', en: 'self-scores are about even' },
  },
  agency: {
    high: { zh: '评分偏宽', en: 'scores leniently' },
    low: { zh: '评分偏严', en: 'scores strictly' },
    even: { zh: '评分与其他机构大体一致', en: 'scores about evenly' },
  },
};

const meanStep = ({ sum, n, mean }: Statistics, zh: string, en: string): Step => ({
  formula: `${sum} ÷ ${String(n)}`,
  result: mean,
  zh,
  en,
});

const common = (kind: keyof typeof ID, { version, notable, atLeast }: ComparisonRule) => ({
  rule: { id: ID[kind], version, source: '比较口径与样本下限由本地规定' },
  inputs: [
    { name: 'notable', zh: '显著分差', en: 'notable difference', value: notable, origin: null },
    { name: 'atLeast', zh: '样本下限', en: 'least sample', value: String(atLeast), origin: null },
  ],
  rounding: ROUNDED_FOR_EYES,
});

const tooFew = (kind: keyof typeof ID, n: number, rule: ComparisonRule, steps: readonly Step[]): Explained<Leaning> => {
  const [have, least] = [String(n), String(rule.atLeast)];
  const sentence = { zh: `样本 ${have} 个，不足 ${least} 个，不作判断`, en: `${have} in the sample, fewer than ${least}: no statement` };
  return { ...common(kind, rule), value: null, reason: 'SMALL_SAMPLE', steps, sentence };
};

const leaningOf = (
  kind: keyof typeof ID,
  difference: string,
  n: string,
  steps: readonly Step[],
  rule: ComparisonRule,
): Explained<Leaning> => {
  const beyond = compare(exact(difference).abs(), rule.notable) >= 0;
  const value: Leaning = !beyond ? 'even' : compare(difference, '0') > 0 ? 'high' : 'low';
  const { zh, en } = WORDS[kind][value];
  const by = show(difference);
  return { ...common(kind, rule), value, steps, sentence: { zh: `${zh}：相差 ${by} 分（${n}）`, en: `${en}: ${by} points (${n})` } };
};

/** 自评宽严: the mean gap between self-scores and agency scores of a group. No statement below the policy's least sample. */
export const selfLeaning = (gaps: Statistics | null, rule: ComparisonRule): Explained<Leaning> => {
  const steps = gaps ? [meanStep(gaps, '平均分差（自评减第三方）', 'mean gap (self-score less agency score)')] : [];
  if (!gaps || gaps.n < rule.atLeast) return tooFew('self', gaps?.n ?? 0, rule, steps);
  return leaningOf('self', gaps.mean, `n = ${String(gaps.n)}`, steps, rule);
};

/**
 * 机构宽严: an agency's mean score against the mean of all others'. Agencies look at different units, so this is a reason to ask, no proof.
 * No statement where either side is below the policy's least sample.
 */
export const agencyLeaning = (own: Statistics | null, others: Statistics | null, rule: ComparisonRule): Explained<Leaning> => {
  const steps = [
    ...(own ? [meanStep(own, '本机构平均分', 'mean of this agency')] : []),
    ...(others ? [meanStep(others, '其他机构平均分', 'mean of the others')] : []),
  ];
  if (!own || !others || Math.min(own.n, others.n) < rule.atLeast) {
    return tooFew('agency', Math.min(own?.n ?? 0, others?.n ?? 0), rule, steps);
  }
  const difference = exactText(exact(own.mean).sub(exact(others.mean)));
  const step = { formula: `${own.mean} - ${others.mean}`, result: difference, zh: '相差', en: 'difference' };
  return leaningOf('agency', difference, `n = ${String(own.n)} / ${String(others.n)}`, [...steps, step], rule);
};
