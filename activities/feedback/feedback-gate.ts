import type { DataSource } from 'typeorm';
import type { FieldError, ProblemCode } from '#contracts/errors/problem.js';
import type { NoticeContent } from '#domain/feedback/content.js';
import { noticeProblems } from '#domain/feedback/notice.js';
import { NoticeRepository } from '#persistence/campaign/notice.repository.js';
import type { EvaluatedRow } from '#persistence/campaign/notice.repository.js';
import { gatesOf } from '../submission/gates.js';
import type { Judge, Submitted } from '../submission/gates.js';

interface Answer {
  readonly document: string;
  readonly code: ProblemCode;
  readonly errors: readonly FieldError[];
}

const judgeNotice: Judge<Submitted, EvaluatedRow | undefined, Answer> = ({ id, content }, evaluated) => {
  const problems = noticeProblems(evaluated?.problems ?? [], content as NoticeContent);
  if (problems.length === 0) return null;
  return { document: id, code: 'NOT_ACCEPTED', errors: problems.map((it) => ({ ...it, code: 'problem-left-out' })) };
};

/** A feedback notice passes on every problem of its evaluation. */
export const feedbackGate = (source: DataSource) =>
  gatesOf({ 'feedback-notice': judgeNotice }, async (_, documents: readonly Submitted[]) => {
    const subjects = documents.flatMap(({ subject }) => subject ?? []);
    const evaluated = await new NoticeRepository().evaluated(source.manager, subjects);
    return ({ subject }) => evaluated.get(subject ?? '');
  });
