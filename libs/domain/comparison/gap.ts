import { ROUNDED_FOR_EYES } from '#domain/explanation/explained.js';
import type { Explained, Origin } from '#domain/explanation/explained.js';
import type { Decimal } from '#domain/policy/policy.js';
import { compare, exact, exactText, show } from '#domain/score/exact.js';
import type { ExactInput } from '#domain/score/exact.js';

/** A self-score beside the score of who looked at it again; null where there is none. */
export interface ScorePair {
  readonly selfScore: ExactInput | null;
  readonly otherScore: ExactInput | null;
  readonly origin?: Origin;
}

export interface Gap {
  /** Self-score less the other, exact; null with reason `MISSING_INPUT`. */
  readonly gap: Explained<string>;
  /** Does it go beyond the tolerance (自评失实)? Exactly the tolerance does not. Null without a gap. */
  readonly beyond: boolean | null;
}

const RULE = { id: 'score-gap', version: '1', source: '财预〔2020〕10号 自评抽查复核；允许分差由本地办法规定' };

const MISSING = { zh: '缺少自评得分或复核（第三方）得分', en: 'the self-score or the other score is missing' };

/** The gap between a self-score and the score of an agency, or of the bureau's spot check. */
export const gapOf = ({ selfScore, otherScore, origin }: ScorePair, tolerance: Decimal): Gap => {
  const [selfText, otherText] = [selfScore, otherScore].map((it) => (it === null ? null : typeof it === 'string' ? it : exactText(it))) as [
    string | null,
    string | null,
  ];
  const common = {
    rule: RULE,
    inputs: [
      { name: 'selfScore', zh: '自评得分', en: 'self-score', value: selfText, origin: origin ?? null },
      { name: 'otherScore', zh: '复核（第三方）得分', en: 'score of the review', value: otherText, origin: origin ?? null },
      { name: 'tolerance', zh: '允许分差', en: 'tolerated gap', value: tolerance, origin: null },
    ],
    rounding: ROUNDED_FOR_EYES,
  };
  if (selfText === null || otherText === null) {
    return { gap: { ...common, value: null, reason: 'MISSING_INPUT', steps: [], sentence: MISSING }, beyond: null };
  }
  const gap = exact(selfText).sub(exact(otherText));
  const [self, other, by] = [selfText, otherText, gap].map((it) => show(it)) as [string, string, string];
  const step = { formula: `${selfText} - ${otherText}`, result: exactText(gap), zh: '自评减复核', en: 'self-score less the other' };
  return {
    gap: {
      ...common,
      value: exactText(gap),
      steps: [step],
      sentence: {
        zh: `自评 ${self}，复核 ${other}，相差 ${by}，允许 ${tolerance} 分`,
        en: `self-score ${self}, reviewed ${other}, gap ${by}, ${tolerance} points are tolerated`,
      },
    },
    beyond: compare(gap.abs(), tolerance) > 0,
  };
};
