import type { Explained } from '#domain/explanation/explained.js';
import { ROUNDED_FOR_EYES } from '#domain/explanation/explained.js';
import type { Decimal } from '#domain/policy/policy.js';
import type { Rubric } from '#domain/rubric/rubric.js';
import { compare, exact, greatest, least, show } from '#domain/score/exact.js';
import { scoreRubric } from '#domain/score/score-rubric.js';
import type { Points } from '#domain/score/score-tree.js';

/** `keyEvaluation.scoring` of the policy. */
export interface RaterRules {
  /** How many score each indicator at least, each on their own. */
  readonly raters: number;
  /** None sees another's points until all are in. */
  readonly blind?: boolean;
  /** So many of the highest and as many of the lowest are left out of the mean. */
  readonly trim?: number;
  /** Points between the highest and the lowest above which the lead evaluator decides. Absent: the mean always stands. */
  readonly arbitrateAbove?: Decimal;
  readonly source?: string;
}

/** What one rater gave one indicator. */
export interface GivenRating {
  readonly rater: string;
  readonly points: Decimal;
  readonly reason: string;
  readonly evidence: string;
  /** When it was filed, an ISO instant. */
  readonly at: string;
}

/** 仲裁: the lead evaluator's points where the raters were too far apart. */
export interface Arbitration {
  readonly points: Decimal;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

/** The raters' points of one indicator as one score. */
export interface CombinedScore {
  /** For the report, rounded half up to two decimals; null while arbitration is wanting. */
  readonly points: Decimal | null;
  readonly exact: string | null;
  /** Highest less lowest, shown. */
  readonly gap: Decimal;
  readonly arbitrate: boolean;
  readonly explanation: Explained<Points>;
}

interface Rated {
  readonly indicator: string;
  readonly fullPoints: Decimal;
  readonly ratings: readonly GivenRating[];
  readonly arbitration: Arbitration | null;
}

const SOURCE = '政策 keyEvaluation.scoring';

const rubricOf = ({ indicator, fullPoints }: Rated, { raters, trim, source = SOURCE }: RaterRules): Rubric => ({
  id: 'raters',
  version: '1',
  source,
  full: fullPoints,
  weights: 'points',
  inputs: { raters: { zh: '各评分人得分', en: 'points of the raters', kind: 'ratings' } },
  indicators: [
    {
      name: indicator,
      weight: fullPoints,
      rule: { type: 'average', ratings: 'raters', outOf: fullPoints, atLeast: raters, ...(trim === undefined ? {} : { trim }) },
    },
  ],
});

/** Highest less lowest; 0 of one or none. */
const gapOf = (ratings: readonly GivenRating[]): ReturnType<typeof exact> => {
  const all = ratings.map(({ points }) => exact(points));
  const [first, ...more] = all;
  if (!first) return exact('0');
  return more.reduce((a, b) => greatest(a, b), first).sub(more.reduce((a, b) => least(a, b), first));
};

const arbitrated = ({ points, reason, by, at }: Arbitration, mean: Explained<Points>, fullPoints: Decimal): Explained<Points> => ({
  rule: { ...mean.rule, id: 'raters/arbitration' },
  value: { points, shown: show(points), full: fullPoints },
  inputs: [
    ...mean.inputs,
    {
      name: 'arbitration',
      zh: `主评人仲裁：${reason}`,
      en: `arbitration by the lead evaluator: ${reason}`,
      value: points,
      origin: { by, at },
    },
  ],
  steps: mean.steps,
  rounding: ROUNDED_FOR_EYES,
  sentence: {
    zh: `评分差距过大，主评人仲裁为 ${points} 分`,
    en: `the raters were too far apart; the lead evaluator decided on ${points} points`,
  },
});

/**
 * The mean of the raters by the rubric's own rule (多人评分平均, also trimmed). Where highest and lowest are further apart than the policy
 * allows, the lead evaluator's arbitration stands instead, and without it there is no score.
 */
export const combineRatings = (rated: Rated, rules: RaterRules): CombinedScore => {
  const { ratings, arbitration, fullPoints } = rated;
  const value = ratings.map(({ points }) => points);
  const by = ratings.map(({ rater }) => rater).join('、');
  const { indicators } = scoreRubric(rubricOf(rated, rules), { raters: { value, by } });
  const mean = indicators[0]!.explained;
  const gap = gapOf(ratings);
  const arbitrate = rules.arbitrateAbove !== undefined && compare(gap, rules.arbitrateAbove) > 0;
  const explanation = arbitrate && arbitration ? arbitrated(arbitration, mean, fullPoints) : mean;
  const stands = explanation.value !== null && (!arbitrate || arbitration !== null);
  const points = stands ? explanation.value.points : null;
  return { points: points === null ? null : show(points), exact: points, gap: show(gap), arbitrate, explanation };
};
