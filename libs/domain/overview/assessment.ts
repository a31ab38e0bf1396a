import type { Sentence } from '#domain/explanation/explained.js';
import type { AssessmentMeasure, AssessmentPolicy } from '#domain/policy/assessment-policy.js';
import { compare, exact, exactText, least, show, sum, ZERO } from '#domain/score/exact.js';
import type { Exact } from '#domain/score/exact.js';

/** `part` of `whole`, as exact decimals: 45 documents of 50, 3.20 yuan of 4.00. */
export interface Share {
  readonly part: string;
  readonly whole: string;
}

export type Measures = Readonly<Record<AssessmentMeasure, Share>>;

/** One line of an assessment; `share` and `points` are exact, and null where nothing could be had. */
export interface AssessedItem extends Share {
  readonly measure: AssessmentMeasure;
  readonly weight: string;
  readonly source: string;
  readonly share: string | null;
  readonly points: string | null;
  readonly sentence: Sentence;
}

/** Out of 100. `score` is exact and `shown` is for eyes; both are null where no item applies. */
export interface Assessment {
  readonly score: string | null;
  readonly shown: string | null;
  readonly items: readonly AssessedItem[];
  readonly sentence: Sentence;
}

const NAMES: Readonly<Record<AssessmentMeasure, Sentence>> = {
  timeliness: { zh: '按时报送率', en: 'filed in time' },
  'first-pass': { zh: '一次通过率', en: 'accepted as first filed' },
  'warnings-answered': { zh: '预警回复率', en: 'warnings answered' },
  rectification: { zh: '整改销号率', en: 'findings struck off' },
  'true-self-scores': { zh: '自评真实率', en: 'self-scores found true' },
  execution: { zh: '预算执行率', en: 'budget executed' },
};

/** More than all counts as all: money overspent earns nothing. Null: there was nothing to be had. */
const shareOf = ({ part, whole }: Share): Exact | null => (compare(whole, ZERO) > 0 ? least(exact(part).div(exact(whole)), '1') : null);

const itemOf = ({ measure, weight, source }: AssessmentPolicy['items'][number], of: Share): AssessedItem => {
  const share = shareOf(of);
  const points = share?.mul(exact(weight)) ?? null;
  const { zh, en } = NAMES[measure];
  const sentence =
    points === null
      ? { zh: `${zh}：没有应计事项，本项不计。`, en: `${en}: nothing to be counted, left out.` }
      : {
          zh: `${zh}：${of.part}／${of.whole} × ${weight} 分 = ${show(points)} 分。`,
          en: `${en}: ${of.part} of ${of.whole} × ${weight} points = ${show(points)}.`,
        };
  return {
    ...{ measure, weight, source, ...of, sentence },
    share: share === null ? null : exactText(share),
    points: points === null ? null : exactText(points),
  };
};

/**
 * A department's assessment by the policy's formula: the points of all items that apply, over their weights, out of 100, exactly. What could
 * not be had counts neither for nor against.
 */
export const assess = ({ items }: AssessmentPolicy, measures: Measures): Assessment => {
  const assessed = items.map((item) => itemOf(item, measures[item.measure]));
  const applying = assessed.filter(({ points }) => points !== null);
  const weights = sum(applying.map(({ weight }) => weight));
  if (compare(weights, ZERO) === 0) {
    return {
      score: null,
      shown: null,
      items: assessed,
      sentence: { zh: '没有可计的考核事项。', en: 'There is nothing to be assessed yet.' },
    };
  }
  const points = sum(applying.map((it) => it.points!));
  const score = points.mul(100).div(weights);
  const formula = `${show(points)} ÷ ${exactText(weights)} × 100 = ${show(score)}`;
  const sentence = {
    zh: `考核得分：各项得分合计 ÷ 适用权重 × 100，即 ${formula}。`,
    en: `Points over the weights that apply, out of 100: ${formula}.`,
  };
  return { score: exactText(score), shown: show(score), items: assessed, sentence };
};
