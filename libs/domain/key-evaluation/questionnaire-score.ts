import type { Explained } from '#domain/explanation/explained.js';
import type { Decimal } from '#domain/policy/policy.js';
import type { Facts, Measure, Rubric, Rule } from '#domain/rubric/rubric.js';
import { scoreRubric } from '#domain/score/score-rubric.js';
import type { Total } from '#domain/score/score-rubric.js';
import { exactText, exact, show } from '#domain/score/exact.js';
import type { QuestionnaireContent, SatisfactionRule } from './questionnaire.js';
import type { Tally } from './questionnaire-answers.js';

/** The points that a questionnaire gives an indicator, and how they came about; `points` is null where it gives none. */
export interface QuestionnaireScore {
  readonly indicator: string;
  readonly fullPoints: Decimal;
  /** For the report: rounded half up to two decimals. `exact` is what they were rounded from. */
  readonly points: Decimal | null;
  readonly exact: string | null;
  readonly reason?: string;
  readonly explanation: { readonly total: Explained<Total>; readonly indicators: readonly unknown[] };
}

/** 问卷结果: what came back, and what it says. */
export interface QuestionnaireResult {
  readonly respondents: number;
  /** Copies that were recorded as distributed. */
  readonly distributed: number;
  /** 回收率 respondents ÷ distributed, exact; null where nothing was recorded. */
  readonly returned: string | null;
  readonly questions: readonly Tally[];
  readonly score: QuestionnaireScore | null;
}

const ruleOf = ({ options, zeroUpTo = '0', fullFrom = '1' }: SatisfactionRule, questions: readonly string[]): Rule => {
  const [first, ...more] = questions;
  if (more.length === 0) return { type: 'satisfaction', answers: first!, options, zeroUpTo, fullFrom };
  const mean: Measure = { mean: questions.map((answers) => ({ answers, options })) };
  return { type: 'linear', measure: mean, zeroUpTo, fullFrom, between: 'rate' };
};

interface Scored {
  readonly id: string;
  readonly content: QuestionnaireContent;
  /** The rule that holds: the questionnaire's own, or the policy's. */
  readonly rule: SatisfactionRule;
  /** 分值 of the indicator in the approved plan. */
  readonly fullPoints: Decimal;
  readonly tallies: readonly Tally[];
  readonly respondents: number;
  /** Business day on which it was closed. */
  readonly on: string;
}

/**
 * The satisfaction score by the rubric's own questionnaire rule (问卷满意度, the mean over several questions): each band counts with its
 * share. Too few respondents, or none, give no points and say so.
 */
export const scoreQuestionnaire = ({ id, content, rule, fullPoints, tallies, respondents, on }: Scored): QuestionnaireScore => {
  const { indicator, questions, leastAnswers = 1 } = content.scoring!;
  const asked = content.questions.filter(({ key }) => questions.includes(key));
  const rubric: Rubric = {
    id: 'questionnaire',
    version: '1',
    source: rule.source ?? '调查问卷',
    full: fullPoints,
    weights: 'points',
    inputs: Object.fromEntries(asked.map(({ key, text }) => [key, { zh: text, kind: 'answers' as const }])),
    indicators: [{ name: indicator, weight: fullPoints, rule: ruleOf(rule, questions) }],
  };
  const countsOf = (key: string) => Object.entries(tallies.find((it) => it.key === key)?.counts ?? {});
  const facts: Facts = Object.fromEntries(
    asked.map(({ key }) => [
      key,
      {
        value: Object.fromEntries(countsOf(key).map(([option, n]) => [option, String(n)])),
        document: `questionnaire/${id}#${key}`,
        at: on,
      },
    ]),
  );
  const { total, indicators } = scoreRubric(rubric, facts);
  const [few, value] = [respondents < leastAnswers, total.value];
  const reason = few ? 'TOO_FEW_ANSWERS' : total.reason;
  const points = few || value === null ? null : value.score;
  return {
    indicator,
    fullPoints,
    points: points === null ? null : show(points),
    exact: points,
    ...(reason === undefined ? {} : { reason }),
    explanation: { total, indicators: [...indicators] },
  };
};

/** 回收率, exactly. */
export const returnedShare = (respondents: number, distributed: number): string | null =>
  distributed === 0 ? null : exactText(exact(String(respondents)).div(distributed));
