import { ROUNDED_FOR_EYES } from '#domain/explanation/explained.js';
import type { Explained } from '#domain/explanation/explained.js';
import { compare } from '#domain/score/exact.js';
import type { Gap } from './gap.js';
import type { ComparisonRule, Fences, OutlierFlag } from './scores.js';
import { fencesOf } from './statistics.js';

/** The fences of all gaps; null with reason `SMALL_SAMPLE` where there are too few. */
export const explainedFences = (gaps: readonly string[], { version, fence, atLeast }: ComparisonRule): Explained<Fences> => {
  const common = {
    rule: { id: 'gap-outliers', version, source: '四分位距法（Tukey）；倍数与样本下限由本地规定' },
    inputs: [
      { name: 'n', zh: '分差个数', en: 'number of gaps', value: String(gaps.length), origin: null },
      { name: 'fence', zh: '倍数', en: 'reach', value: fence, origin: null },
    ],
    rounding: ROUNDED_FOR_EYES,
  };
  if (gaps.length < atLeast) {
    const [n, least] = [String(gaps.length), String(atLeast)];
    const sentence = {
      zh: `样本 ${n} 个，不足 ${least} 个，不判离群`,
      en: `${n} in the sample, fewer than ${least}: no outliers are told`,
    };
    return { ...common, value: null, reason: 'SMALL_SAMPLE', steps: [], sentence };
  }
  const value = fencesOf(gaps, fence);
  const formula = `[Q1 - ${fence} × (Q3 - Q1), Q3 + ${fence} × (Q3 - Q1)]`;
  const step = { formula, result: `[${value.low}, ${value.high}]`, zh: '离群界限', en: 'fences' };
  return { ...common, value, steps: [step], sentence: { zh: '界限之外为离群', en: 'a gap outside of the fences is an outlier' } };
};

/** A gap beyond the tolerance is flagged in any sample, one outside of the fences only where there are fences. */
export const flagsOf = ({ gap, beyond }: Gap, { value: fences }: Explained<Fences>): OutlierFlag[] => {
  const outside = gap.value !== null && fences !== null && (compare(gap.value, fences.low) < 0 || compare(gap.value, fences.high) > 0);
  return [...(beyond ? ['beyond-tolerance' as const] : []), ...(outside ? ['outside-fences' as const] : [])];
};
