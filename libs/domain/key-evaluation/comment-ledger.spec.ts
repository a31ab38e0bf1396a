import { commentLedger, commentsOf } from './comment-ledger.js';
import type { CommentContent, EvaluationReportContent } from './content.js';

const report = (points: readonly [string, string], more: Partial<EvaluationReportContent> = {}): EvaluationReportContent => ({
  summary: '总体达标。',
  scoreItems: [
    { indicator: '实际完成率', fullPoints: '60', points: points[0], evidence: '验收报告' },
    { indicator: '社会效益', fullPoints: '40', points: points[1], evidence: '问卷调查' },
  ],
  score: '90',
  problems: [],
  recommendations: [],
  ...more,
});
const objection: CommentContent = {
  position: 'object',
  text: '',
  items: [
    { about: '社会效益', text: '样本偏小。' },
    { about: '实际完成率', text: '二期工程未计入。' },
  ],
};
const codes = (comment: CommentContent | null, final: EvaluationReportContent) =>
  commentLedger(report(['50', '30']), comment, final).problems.map(({ path, code }) => `${path} ${code}`);

describe('the ledger of the comment window', () => {
  it('is empty after silence or consent, and a text alone is the one comment', () => {
    expect(commentsOf(null)).toEqual([]);
    expect(commentsOf({ position: 'agree', text: '无意见' })).toEqual([]);
    expect(commentsOf({ position: 'object', text: '得分偏低' })).toEqual([{ about: '', text: '得分偏低' }]);
    expect(codes(null, report(['50', '30']))).toEqual([]);
  });

  it('wants every comment answered once, and knows no other', () => {
    const responses = [{ comment: 1, adopted: false, reason: '样本量符合方案。' }];
    expect(codes(objection, report(['50', '30']))).toEqual(['responses comment-unanswered', 'responses comment-unanswered']);
    expect(codes(objection, report(['50', '30'], { responses }))).toEqual(['responses comment-unanswered']);
    const wild = [...responses, { comment: 3, adopted: true, reason: '是。' }, { comment: 1, adopted: true, reason: '又。' }];
    expect(codes(objection, report(['50', '30'], { responses: wild }))).toEqual([
      'responses.1.comment comment-unknown',
      'responses.2.comment comment-answered-twice',
      'responses comment-unanswered',
    ]);
  });

  it('wants a reason for every changed score, compared exactly, and for no other', () => {
    expect(codes(null, report(['50.00', '30']))).toEqual([]);
    expect(codes(null, report(['52', '30']))).toEqual(['changes change-without-reason']);
    const changes = [{ indicator: '实际完成率', reason: '计入二期工程。' }];
    expect(codes(null, report(['52', '30'], { changes }))).toEqual([]);
    expect(codes(null, report(['50', '30'], { changes }))).toEqual(['changes.0.indicator change-unknown']);
  });

  it('shows each comment with its answer and each change with its reason', () => {
    const final = report(['52', '30'], {
      responses: [
        { comment: 1, adopted: false, reason: '样本量符合方案。' },
        { comment: 2, adopted: true, reason: '核实属实。' },
      ],
      changes: [{ indicator: '实际完成率', reason: '计入二期工程。' }],
    });
    expect(commentLedger(report(['50', '30']), objection, final)).toEqual({
      entries: [
        { kind: 'comment', number: 1, subject: '社会效益', said: '样本偏小。', adopted: false, reason: '样本量符合方案。' },
        { kind: 'comment', number: 2, subject: '实际完成率', said: '二期工程未计入。', adopted: true, reason: '核实属实。' },
        { kind: 'change', number: 1, subject: '实际完成率', from: '50', to: '52', reason: '计入二期工程。' },
      ],
      problems: [],
    });
  });
});
