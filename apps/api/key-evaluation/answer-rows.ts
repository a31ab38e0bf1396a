import type { FieldError } from '#contracts/errors/problem.js';
import { answerProblems } from '#domain/key-evaluation/questionnaire-answers.js';
import type { Question, RespondentAnswers } from '#domain/key-evaluation/questionnaire.js';
import { csvLines } from '../http/csv-lines.js';

/** Answers as they are given: rows, or a table whose columns are the keys of the questions or their text. */
export interface GivenAnswers {
  readonly rows?: readonly RespondentAnswers[] | undefined;
  readonly csv?: string | undefined;
}

/** The answers of one respondent, and where they stood. */
interface AnswerRow {
  readonly at: string;
  readonly answers: RespondentAnswers;
}

/** Several options of one choice stand in one cell, parted by `|`; an empty cell is no answer. */
const cellOf = (question: Question | undefined, cell: string): string | readonly string[] =>
  (question?.most ?? 1) > 1 ? cell.split('|').flatMap((it) => (it.trim() === '' ? [] : [it.trim()])) : cell;

/** One row a respondent. @throws Problem NOT_ACCEPTED where the text is no table at all */
const answerRows = ({ rows, csv }: GivenAnswers, questions: readonly Question[]): readonly AnswerRow[] => {
  if (rows) return rows.map((answers, i) => ({ at: `body.rows.${String(i)}`, answers }));
  const keyOf = (header: string): string => questions.find(({ text }) => text === header)?.key ?? header;
  return csvLines(csv!, keyOf).map(({ at, value }) => {
    const cells = Object.entries(value as Record<string, string>).filter(([, cell]) => cell !== '');
    const answers = Object.fromEntries(
      cells.map(([key, cell]) => [
        key,
        cellOf(
          questions.find((it) => it.key === key),
          cell,
        ),
      ]),
    );
    return { at, answers };
  });
};

export interface ReadAnswers {
  readonly good: readonly RespondentAnswers[];
  readonly refused: number;
  readonly errors: readonly FieldError[];
}

/** The rows that hold, and what is wrong with each of the others. */
export const readAnswers = (given: GivenAnswers, questions: readonly Question[]): ReadAnswers => {
  const judged = answerRows(given, questions).map((row) => ({ ...row, problems: answerProblems(questions, row.answers) }));
  const wrong = judged.filter(({ problems }) => problems.length > 0);
  const errors = wrong.flatMap(({ at, problems }) => problems.map(({ path, code, zh, en }) => ({ path: `${at}.${path}`, code, zh, en })));
  return { good: judged.filter((it) => !wrong.includes(it)).map(({ answers }) => answers), refused: wrong.length, errors };
};
