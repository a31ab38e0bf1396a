import type { Explained } from '#domain/explanation/explained.js';
import { ROUNDED_FOR_EYES } from '#domain/explanation/explained.js';
import type { Decimal } from '#domain/policy/policy.js';
import type { Facts, Rubric } from '#domain/rubric/rubric.js';
import { compare, exact, exactText, show, sum } from '#domain/score/exact.js';
import { scoreRubric } from '#domain/score/score-rubric.js';
import type { RubricScore } from '#domain/score/score-rubric.js';
import type { CreditGrade } from './independence.js';

/** `keyEvaluation.agencyRating` of the policy: criteria with full points that sum to 100, and from which mean on a grade is given. */
export interface AgencyRatingRules {
  readonly criteria: Readonly<Record<string, Decimal>>;
  /** Best first; the last starts at 0. */
  readonly grades: readonly { readonly from: Decimal; readonly grade: CreditGrade }[];
  readonly source?: string;
}

/** The bureau's judgement of one criterion, with what it rests on. */
export interface RatedCriterion {
  readonly criterion: string;
  readonly points: Decimal;
  readonly basis: string;
}

export interface AgencyRating {
  /** Null while a criterion is missing, unknown, rated twice or above its full points. */
  readonly points: string | null;
  readonly score: RubricScore;
  readonly problems: readonly { readonly path: string; readonly zh: string; readonly en: string }[];
}

const rubricOf = ({ criteria, source }: AgencyRatingRules): Rubric => ({
  id: 'agency-rating',
  version: '1',
  source: source ?? '第三方机构工作质量评价',
  full: '100',
  weights: 'points',
  inputs: Object.fromEntries(Object.keys(criteria).map((name) => [name, { zh: name, kind: 'number' }])),
  indicators: Object.entries(criteria).map(([name, weight]) => ({ name, weight, rule: { type: 'manual', points: name } })),
});

const problemsOf = (rated: readonly RatedCriterion[], criteria: AgencyRatingRules['criteria']): AgencyRating['problems'] => {
  const names = rated.map(({ criterion }) => criterion);
  const wrong = rated.flatMap(({ criterion, points }, i) => {
    const path = `scores.${String(i)}`;
    const full = Object.hasOwn(criteria, criterion) ? criteria[criterion] : undefined;
    if (full === undefined) {
      return [{ path: `${path}.criterion`, zh: `没有评价项“${criterion}”`, en: `there is no criterion "${criterion}"` }];
    }
    if (names.indexOf(criterion) !== i) return [{ path: `${path}.criterion`, zh: '同一项评价两次', en: 'this criterion is rated twice' }];
    return compare(points, full) > 0
      ? [{ path: `${path}.points`, zh: `得分超过满分 ${full}`, en: `more than the full ${full} points` }]
      : [];
  });
  const absent = Object.keys(criteria).filter((it) => !names.includes(it));
  return [...wrong, ...absent.map((it) => ({ path: 'scores', zh: `缺少评价项“${it}”`, en: `the criterion "${it}" is not rated` }))];
};

/** 对第三方机构工作的评价: the bureau's points for each criterion of the policy, summed exactly, each with its basis. */
export const rateAgency = (rated: readonly RatedCriterion[], rules: AgencyRatingRules): AgencyRating => {
  const problems = problemsOf(rated, rules.criteria);
  const facts: Facts = Object.fromEntries(
    rated.map(({ criterion, points, basis }) => [
      criterion,
      { value: points, document: '第三方机构工作评价表', reason: basis, evidence: [basis] },
    ]),
  );
  const score = scoreRubric(rubricOf(rules), facts);
  return { points: problems.length > 0 || !score.total.value ? null : score.total.value.score, score, problems };
};

/** 信用等级: the grade of the exact mean of all ratings; without one there is none. The highest `from` that the mean reaches decides. */
export const creditGrade = (ratings: readonly string[], { grades, source }: AgencyRatingRules): Explained<CreditGrade> => {
  const rule = { id: 'agency-credit', version: '1', source: source ?? '信用等级取各次评价的平均分' };
  const inputs = ratings.map((value, i) => {
    return { name: `rating.${String(i + 1)}`, zh: `第 ${String(i + 1)} 次评价`, en: `rating ${String(i + 1)}`, value, origin: null };
  });
  const nothing = { rule, value: null, inputs, steps: [], rounding: ROUNDED_FOR_EYES };
  if (ratings.length === 0) return { ...nothing, reason: 'NO_RATING', sentence: { zh: '尚无评价', en: 'not rated yet' } };
  const mean = sum(ratings).div(exact(String(ratings.length)));
  const step = { zh: '平均分', en: 'mean', formula: `(${ratings.join(' + ')}) / ${String(ratings.length)}`, result: exactText(mean) };
  const reached = grades.find(({ from }) => compare(mean, from) >= 0);
  const [zh, en] = [`平均 ${show(mean)} 分`, `mean ${show(mean)} points`];
  if (!reached) return { ...nothing, reason: 'NO_GRADE', steps: [step], sentence: { zh, en } };
  const sentence = { zh: `${zh}，信用等级 ${reached.grade}`, en: `${en}, credit grade ${reached.grade}` };
  return { ...nothing, value: reached.grade, steps: [step], sentence };
};
