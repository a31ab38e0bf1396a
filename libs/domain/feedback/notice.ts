import type { Sentence } from '#domain/explanation/explained.js';
import type { NoticeContent, NoticeItem } from './content.js';

/** A problem of the accepted evaluation. */
export interface AcceptedProblem {
  readonly problem: string;
  readonly recommendation: string | null;
}

/** The notice as it is drafted from what was accepted. */
export const draftNotice = (problems: readonly AcceptedProblem[], rectifyBy?: string): NoticeContent => ({
  items: problems.map(({ problem, recommendation }): NoticeItem => (recommendation === null ? { problem } : { problem, recommendation })),
  ...(rectifyBy === undefined ? {} : { rectifyBy }),
});

/**
 * The notice passes on every problem that the accepted evaluation names: whoever drafts it may add and advise, but not drop one
 * (财预〔2021〕6号: the principal does not dictate the result). Paths start at the content.
 */
export const noticeProblems = (
  accepted: readonly AcceptedProblem[],
  { items }: NoticeContent,
): readonly (Sentence & { readonly path: string })[] => {
  const told = new Set(items.map(({ problem }) => problem));
  return accepted
    .filter(({ problem }) => !told.has(problem))
    .map(({ problem }) => ({ path: 'items', zh: `遗漏评价报告的问题：${problem}`, en: `a problem of the report is left out: ${problem}` }));
};
