import type { EvaluationProblem, EvaluationProblemCode } from './problem.js';
import { optionsOf } from './questionnaire.js';
import type { Question, RespondentAnswers } from './questionnaire.js';

/** The longest free text of one answer, in UTF-16 units. */
export const LONGEST_TEXT = 1000;

const problem = (path: string, code: EvaluationProblemCode, zh: string, en: string): EvaluationProblem => ({ path, code, zh, en });

const given = (answer: string | readonly string[] | undefined): readonly string[] =>
  (typeof answer === 'string' ? [answer] : (answer ?? [])).filter((it) => it !== '');

const wrongWith = (question: Question, said: readonly string[]): EvaluationProblem[] => {
  const { key, text, kind, most = 1, optional = kind === 'text' } = question;
  if (said.length === 0) return optional ? [] : [problem(key, 'answer-missing', `未回答：${text}`, `not answered: ${text}`)];
  if (said.length > most) return [problem(key, 'answer-too-many', `最多选 ${String(most)} 项`, `at most ${String(most)} may be chosen`)];
  if (new Set(said).size < said.length) return [problem(key, 'answer-unknown', '同一选项选了两次', 'an option is chosen twice')];
  const options = optionsOf(question);
  const unknown = options ? said.find((it) => !options.includes(it)) : said.find((it) => it.length > LONGEST_TEXT);
  if (unknown === undefined) return [];
  if (options === null)
    return [problem(key, 'answer-too-long', `超过 ${String(LONGEST_TEXT)} 字`, `longer than ${String(LONGEST_TEXT)} characters`)];
  return [problem(key, 'answer-unknown', `没有选项“${unknown.slice(0, 40)}”`, `there is no option "${unknown.slice(0, 40)}"`)];
};

/** What is wrong with the answers of one respondent; `path` is the key of the question. */
export const answerProblems = (questions: readonly Question[], answers: RespondentAnswers): readonly EvaluationProblem[] => {
  const keys = new Set(questions.map(({ key }) => key));
  const unknown = Object.keys(answers)
    .filter((key) => !keys.has(key))
    .map((key) => problem(key.slice(0, 40), 'question-unknown', '问卷没有这一题', 'the questionnaire has no such question'));
  return [...unknown, ...questions.flatMap((it) => wrongWith(it, given(Object.hasOwn(answers, it.key) ? answers[it.key] : undefined)))];
};

/** How one question was answered: respondents who answered it, and respondents by option (an option that nobody took counts 0). */
export interface Tally {
  readonly key: string;
  readonly kind: Question['kind'];
  readonly text: string;
  readonly answered: number;
  /** Null for free text: its answers are listed, not counted. */
  readonly counts: Readonly<Record<string, number>> | null;
}

/** Counts the answers of all respondents, question by question. */
export const tally = (questions: readonly Question[], answers: readonly RespondentAnswers[]): readonly Tally[] =>
  questions.map((question) => {
    const { key, kind, text } = question;
    const said = answers.map((it) => given(it[key])).filter((it) => it.length > 0);
    const options = optionsOf(question);
    const counts = options && Object.fromEntries(options.map((option) => [option, said.filter((it) => it.includes(option)).length]));
    return { key, kind, text, answered: said.length, counts };
  });
