import type { DataReplyContent } from './content.js';
import type { EvaluationProblem } from './problem.js';

/** Every item that was asked for is answered once: provided, or why not. */
export const replyProblems = (items: readonly string[], { answers }: DataReplyContent): readonly EvaluationProblem[] => {
  const answered = answers.map(({ item }) => item);
  const wrong = answered.flatMap((item, i): EvaluationProblem[] => {
    if (item <= items.length && answered.indexOf(item) === i) return [];
    const [zh, en] = [`第 ${String(item)} 项不在清单内或已答复`, `item ${String(item)} was not asked for, or is answered already`];
    return [{ path: `answers.${String(i)}.item`, code: 'item-unknown', zh, en }];
  });
  const open = items.flatMap((it, i): EvaluationProblem[] => {
    if (answered.includes(i + 1)) return [];
    return [{ path: 'answers', code: 'item-unanswered', zh: `未答复：${it}`, en: `not answered: ${it}` }];
  });
  return [...wrong, ...open];
};
