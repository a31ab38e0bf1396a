import { compare } from '#domain/score/exact.js';
import type { EvaluationIndicator, EvaluationReportContent } from './content.js';
import type { EvaluationProblem, EvaluationProblemCode } from './problem.js';
import type { QuestionnaireScore } from './questionnaire-score.js';
import { combineRatings } from './ratings.js';
import type { Arbitration, CombinedScore, GivenRating, RaterRules } from './ratings.js';

/** An approved questionnaire that gives an indicator its points; `score` is null while answers are still taken. */
export interface ScoringQuestionnaire {
  readonly id: string;
  readonly title: string;
  readonly indicator: string;
  readonly score: QuestionnaireScore | null;
}

/** What is known of the scores of one evaluation besides what the agency writes. */
export interface ScoringKnown {
  readonly indicators: readonly EvaluationIndicator[];
  readonly questionnaires: readonly ScoringQuestionnaire[];
  /** Absent: the agency scores by itself. */
  readonly rules?: RaterRules;
  /** Raters that were named and count. */
  readonly raters: number;
  /** Filed sheets, by indicator. */
  readonly ratings: ReadonlyMap<string, readonly GivenRating[]>;
  readonly filed: number;
  readonly arbitrations: ReadonlyMap<string, Arbitration>;
}

/** 评分底稿 of one indicator: where its points come from, and what they are. */
export interface ScoringLine {
  readonly indicator: EvaluationIndicator;
  readonly source: 'questionnaire' | 'raters' | 'agency';
  readonly questionnaire: ScoringQuestionnaire | null;
  readonly combined: CombinedScore | null;
}

/** Indicators that people score: all but those that take their points from a questionnaire. */
export const ratedIndicators = ({ indicators, questionnaires }: Pick<ScoringKnown, 'indicators' | 'questionnaires'>) =>
  indicators.filter(({ level3 }) => !questionnaires.some((it) => it.indicator === level3));

/** Are all the ratings in? Until then a blind scoring shows nobody's points to anybody else. */
export const ratingsComplete = ({ rules, raters, filed }: Pick<ScoringKnown, 'rules' | 'raters' | 'filed'>): boolean =>
  rules !== undefined && raters >= rules.raters && filed === raters;

/** Each indicator of the plan with the source of its points. */
export const scoringLines = (known: ScoringKnown): readonly ScoringLine[] =>
  known.indicators.map((indicator): ScoringLine => {
    const { level3, weight } = indicator;
    const questionnaire = known.questionnaires.find((it) => it.indicator === level3) ?? null;
    if (questionnaire) return { indicator, source: 'questionnaire', questionnaire, combined: null };
    if (!known.rules) return { indicator, source: 'agency', questionnaire, combined: null };
    const rated = {
      indicator: level3,
      fullPoints: weight,
      ratings: known.ratings.get(level3) ?? [],
      arbitration: known.arbitrations.get(level3) ?? null,
    };
    return { indicator, source: 'raters', questionnaire, combined: ratingsComplete(known) ? combineRatings(rated, known.rules) : null };
  });

/** 得分来源: what questionnaires and raters gave, each with its explanation; indicators that the agency scored by itself are not in it. */
export type PointSource =
  | { readonly indicator: string; readonly questionnaire: string; readonly score: QuestionnaireScore }
  | { readonly indicator: string; readonly ratings: readonly GivenRating[]; readonly combined: CombinedScore };

export const pointSources = (known: ScoringKnown): readonly PointSource[] =>
  scoringLines(known).flatMap(({ indicator: { level3 }, questionnaire, combined }): PointSource[] => {
    if (questionnaire?.score) return [{ indicator: level3, questionnaire: questionnaire.id, score: questionnaire.score }];
    return combined ? [{ indicator: level3, ratings: known.ratings.get(level3) ?? [], combined }] : [];
  });

const at = (path: string, code: EvaluationProblemCode, zh: string, en: string): EvaluationProblem => ({ path, code, zh, en });

const differs = (path: string, code: EvaluationProblemCode, what: string, said: string, points: string): EvaluationProblem[] =>
  compare(said, points) === 0 ? [] : [at(path, code, `${what}为 ${points} 分`, `the points must be ${points}`)];

const lineProblems = (line: ScoringLine, path: string, points: string): EvaluationProblem[] => {
  const { indicator, questionnaire, combined } = line;
  if (questionnaire) {
    const { title, score } = questionnaire;
    if (!score) return [at(path, 'questionnaire-open', `问卷“${title}”尚未结束`, `the questionnaire "${title}" is not closed`)];
    return score.points === null ? [] : differs(path, 'points-differ-from-questionnaire', '问卷得分', points, score.points);
  }
  if (!combined) return [];
  if (combined.points !== null) return differs(path, 'points-differ-from-ratings', '评分人合成得分', points, combined.points);
  const { level3 } = indicator;
  return [at(path, 'arbitration-missing', `“${level3}”评分差距 ${combined.gap}，须由主评人仲裁`, `"${level3}" waits for arbitration`)];
};

/** The draft takes over the points that questionnaires and raters give, and is not filed before they are there. */
export const scoringProblems = (known: ScoringKnown, { scoreItems }: EvaluationReportContent): readonly EvaluationProblem[] => {
  const { raters, filed, rules } = known;
  const lines = new Map(scoringLines(known).map((line) => [line.indicator.level3, line]));
  const people = [...lines.values()].some(({ source }) => source === 'raters');
  const wanting = rules && people && !ratingsComplete(known);
  const said = `${String(filed)}/${String(Math.max(raters, rules?.raters ?? 0))}`;
  const incomplete = wanting
    ? [at('scoreItems', 'ratings-incomplete', `评分人尚未全部评分（${said}）`, `not all raters have filed their points (${said})`)]
    : [];
  const wrong = scoreItems.flatMap(({ indicator, points }, i) => {
    const line = lines.get(indicator);
    return line ? lineProblems(line, `scoreItems.${String(i)}.points`, points) : [];
  });
  return [...incomplete, ...wrong];
};
