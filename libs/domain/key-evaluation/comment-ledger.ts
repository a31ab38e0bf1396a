import { compare } from '#domain/score/exact.js';
import type { CommentContent, CommentItem, EvaluationReportContent, ScoreItem } from './content.js';
import type { EvaluationProblem } from './problem.js';

/** One line of the ledger of the comment window: a comment with its answer, or a changed score with its reason. */
export type LedgerEntry =
  | ({ readonly kind: 'comment'; readonly number: number; readonly subject: string; readonly said: string } & Answer)
  | ({ readonly kind: 'change'; readonly number: number; readonly subject: string } & Pick<Answer, 'reason'> & Change);

interface Answer {
  /** Null while it is not answered. */
  readonly adopted: boolean | null;
  readonly reason: string | null;
}

interface Change {
  /** Points of the draft and of the final report. */
  readonly from: string;
  readonly to: string;
}

export interface CommentLedger {
  readonly entries: readonly LedgerEntry[];
  /** Why the final report may not be filed yet; empty when every comment is answered and every changed score has its reason. */
  readonly problems: readonly EvaluationProblem[];
}

/** What the unit's comment consists of: its points, or its text as the one comment. Silence and plain consent are none. */
export const commentsOf = (comment: CommentContent | null): readonly CommentItem[] => {
  if (!comment) return [];
  if (comment.items?.length) return comment.items;
  return comment.position === 'agree' || comment.text === '' ? [] : [{ about: '', text: comment.text }];
};

const changedScores = (
  draft: EvaluationReportContent,
  final: EvaluationReportContent,
): readonly (Change & { readonly item: ScoreItem })[] => {
  const before = new Map(draft.scoreItems.map((it) => [it.indicator, it.points]));
  return final.scoreItems.flatMap((item) => {
    const from = before.get(item.indicator);
    return from === undefined || compare(from, item.points) === 0 ? [] : [{ item, from, to: item.points }];
  });
};

const responseProblems = (count: number, { responses = [] }: EvaluationReportContent): EvaluationProblem[] => {
  const answered = responses.map(({ comment }) => comment);
  const wrong = answered.flatMap((comment, i): EvaluationProblem[] => {
    const path = `responses.${String(i)}.comment`;
    const n = String(comment);
    if (comment > count) return [{ path, code: 'comment-unknown', zh: `没有第 ${n} 条意见`, en: `there is no comment ${n}` }];
    if (answered.indexOf(comment) === i) return [];
    return [{ path, code: 'comment-answered-twice', zh: `第 ${n} 条意见答复了两次`, en: `comment ${n} is answered twice` }];
  });
  const numbers = Array.from({ length: count }, (_, i) => i + 1);
  const open = numbers.filter((n) => !answered.includes(n));
  const unanswered = open.map((n): EvaluationProblem => {
    const [zh, en] = [`第 ${String(n)} 条意见未说明是否采纳及理由`, `comment ${String(n)} is not answered`];
    return { path: 'responses', code: 'comment-unanswered', zh, en };
  });
  return [...wrong, ...unanswered];
};

const changeProblems = (changed: readonly string[], { changes = [] }: EvaluationReportContent): EvaluationProblem[] => {
  const explained = changes.map(({ indicator }) => indicator);
  const silent = changed
    .filter((it) => !explained.includes(it))
    .map((it): EvaluationProblem => {
      const [zh, en] = [`“${it}”得分与初稿不同，未说明理由`, `the score of "${it}" differs from the draft without a reason`];
      return { path: 'changes', code: 'change-without-reason', zh, en };
    });
  const idle = explained.flatMap((it, i): EvaluationProblem[] => {
    if (changed.includes(it) && explained.indexOf(it) === i) return [];
    const [zh, en] = [`“${it}”得分没有变动，或理由重复`, `the score of "${it}" has not changed, or its reason is given twice`];
    return [{ path: `changes.${String(i)}.indicator`, code: 'change-unknown', zh, en }];
  });
  return [...silent, ...idle];
};

/**
 * 征求意见的答复台账: each comment with whether it was adopted and why, each score that differs from the draft with its reason. An objection
 * must be answered, silence is consent (财预〔2021〕6号: comments are recorded). Points are compared exactly: `9` and `9.00` are no change.
 */
export const commentLedger = (
  draft: EvaluationReportContent,
  comment: CommentContent | null,
  final: EvaluationReportContent,
): CommentLedger => {
  const comments = commentsOf(comment);
  const changed = changedScores(draft, final);
  const responses = new Map((final.responses ?? []).map((it) => [it.comment, it]));
  const reasons = new Map((final.changes ?? []).map((it) => [it.indicator, it.reason]));
  const answered = comments.map(({ about, text }, i): LedgerEntry => {
    const { adopted = null, reason = null } = responses.get(i + 1) ?? {};
    return { kind: 'comment', number: i + 1, subject: about, said: text, adopted, reason };
  });
  const explained = changed.map(({ item: { indicator }, from, to }, i): LedgerEntry => {
    return { kind: 'change', number: i + 1, subject: indicator, from, to, reason: reasons.get(indicator) ?? null };
  });
  const indicators = changed.map(({ item }) => item.indicator);
  return {
    entries: [...answered, ...explained],
    problems: [...responseProblems(comments.length, final), ...changeProblems(indicators, final)],
  };
};
