import type { EvaluationPlanContent } from './content.js';
import type { EvaluationProblem, EvaluationProblemCode } from './problem.js';
import { SATISFACTION_BANDS } from './questionnaire.js';
import type { Question, QuestionnaireContent, SatisfactionRule } from './questionnaire.js';

const at = (path: string, code: EvaluationProblemCode, zh: string, en: string): EvaluationProblem => ({ path, code, zh, en });

const questionProblems = (questions: readonly Question[]): EvaluationProblem[] =>
  questions.flatMap(({ key, kind, options }, i) => {
    const path = `questions.${String(i)}`;
    const twice = questions.findIndex((it) => it.key === key) !== i;
    const without = kind === 'choice' && (!options || new Set(options).size < options.length);
    return [
      ...(twice ? [at(`${path}.key`, 'question-twice', `代号“${key}”重复`, `two questions are called "${key}"`)] : []),
      ...(without ? [at(`${path}.options`, 'choice-without-options', '选择题应有互不相同的选项', 'a choice needs distinct options')] : []),
    ];
  });

interface Known {
  /** The approved plan; null where there is none yet. */
  readonly plan: EvaluationPlanContent | null;
  /** The policy's rule, for a questionnaire without its own. */
  readonly rule: SatisfactionRule | undefined;
  /** Indicators that other approved questionnaires of the evaluation give points to. */
  readonly taken: readonly string[];
}

const ruleProblems = (rule: SatisfactionRule | undefined): EvaluationProblem[] => {
  const path = 'scoring.rule';
  if (!rule)
    return [at(path, 'satisfaction-rule-missing', '未规定各级满意度如何计分', 'nothing says what each band of satisfaction counts')];
  return SATISFACTION_BANDS.filter((band) => !rule.options.some(({ option }) => option === band)).map((band) =>
    at(path, 'satisfaction-band-missing', `“${band}”未规定如何计分`, `nothing says what "${band}" counts`),
  );
};

const scoringProblems = ({ scoring, questions }: QuestionnaireContent, { plan, rule, taken }: Known): EvaluationProblem[] => {
  if (!scoring) return [];
  const { indicator } = scoring;
  const known = plan?.indicators.some(({ level3 }) => level3 === indicator) ?? false;
  const about = scoring.questions.flatMap((key, i) => {
    const isAbout = questions.some((it) => it.key === key && it.kind === 'satisfaction');
    if (isAbout && scoring.questions.indexOf(key) === i) return [];
    const [zh, en] = [`“${key}”不是满意度题，或重复`, `"${key}" is no question about satisfaction, or named twice`];
    return [at(`scoring.questions.${String(i)}`, 'question-not-about-satisfaction', zh, en)];
  });
  const path = 'scoring.indicator';
  return [
    ...(known ? [] : [at(path, 'indicator-not-in-plan', `批准的指标体系中没有“${indicator}”`, `the approved plan has no "${indicator}"`)]),
    ...(taken.includes(indicator)
      ? [at(path, 'indicator-scored-already', `“${indicator}”已由另一份问卷计分`, `another questionnaire scores "${indicator}"`)]
      : []),
    ...about,
    ...ruleProblems(scoring.rule ?? rule),
  ];
};

/** Questions have names of their own and options; what is scored stands in the approved plan, once, and is about satisfaction. */
export const questionnaireProblems = (content: QuestionnaireContent, known: Known): readonly EvaluationProblem[] => [
  ...questionProblems(content.questions),
  ...scoringProblems(content, known),
];
