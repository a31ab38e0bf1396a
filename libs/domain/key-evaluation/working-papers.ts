import type { EvaluationReportContent } from './content.js';
import type { EvaluationProblem } from './problem.js';

/**
 * 工作底稿: every paper that a score names is listed, each number once; with `required` every score names one at least
 * (财预〔2021〕6号: working papers complete and kept; whether each score must name them is the policy's).
 */
export const paperProblems = (
  { scoreItems, workingPapers = [] }: EvaluationReportContent,
  required: boolean,
): readonly EvaluationProblem[] => {
  const numbers = workingPapers.map(({ number }) => number);
  const twice = numbers.flatMap((number, i): EvaluationProblem[] => {
    if (numbers.indexOf(number) === i) return [];
    const [zh, en] = [`底稿编号“${number}”重复`, `two working papers are numbered "${number}"`];
    return [{ path: `workingPapers.${String(i)}.number`, code: 'paper-twice', zh, en }];
  });
  const borne = scoreItems.flatMap(({ indicator, papers = [] }, i): EvaluationProblem[] => {
    const path = `scoreItems.${String(i)}.papers`;
    if (required && papers.length === 0) {
      const [zh, en] = [`“${indicator}”的得分没有工作底稿`, `the score of "${indicator}" names no working paper`];
      return [{ path, code: 'paper-missing', zh, en }];
    }
    return papers
      .filter((it) => !numbers.includes(it))
      .map((it) => ({ path, code: 'paper-unknown', zh: `没有编号为“${it}”的底稿`, en: `there is no working paper "${it}"` }));
  });
  return [...twice, ...borne];
};
