import { SAMPLES } from '#contracts/forms/samples.js';
import { SAMPLE_POLICY } from '#domain/policy/sample-policy.js';
import type { EvaluationReportContent } from './content.js';
import { reconcileReport } from './report-reconciliation.js';

const report = SAMPLES['evaluation-final'];
const check = (content: Partial<EvaluationReportContent>) => reconcileReport({ ...report, ...content }, SAMPLE_POLICY.grades, '评价报告');
const said = (content: Partial<EvaluationReportContent>): string[] =>
  check(content).contradictions.map(({ path, code, severity }) => `${severity} ${path} ${code}`);

describe('a report against itself', () => {
  it('has nothing to say of one that agrees', () => {
    const { objects, contradictions, reconciliation } = check({ summary: '综合得分91.36分，评价等级为“优”，发现1个问题，共4项评价指标。' });
    expect([objects, contradictions]).toEqual([false, []]);
    expect(reconciliation.counts).toMatchObject({ consistent: 5, inconsistent: 0 });
  });

  it('finds a score, a grade and a number in the text that its tables contradict', () => {
    const summary = '本项目综合得分为89.36分，绩效等级：良。共发现 3 个问题。';
    expect(said({ summary })).toEqual(Array.from({ length: 3 }, () => 'warn summary STATEMENT_INCONSISTENT'));
    const [score] = check({ summary }).contradictions;
    expect(score).toMatchObject({ zh: '总分：公布 89.36分，复算 91.36分，不一致，相差 2分', quote: '89.36' });
  });

  it('finds one fault that costs points in two places', () => {
    const fault = '资金支付进度滞后于合同约定的付款节点，扣减相应分值';
    const scoreItems = report.scoreItems.map((it, i) => (i < 2 ? { ...it, evidence: fault } : it));
    expect(said({ scoreItems })).toEqual(['warn scoreItems.0 SAME_FAULT_TWICE']);
  });

  it('finds words that say the opposite of what is meant, in their passage', () => {
    expect(said({ recommendations: ['满意度调查样本不得不少于 100 份'] })).toEqual(['warn recommendations.0 DOUBLE_NEGATION']);
  });

  it('holds what the printed report says besides against tables of its own, and not against tables in place of the form’s', () => {
    const tables = { items: [], survey: [{ id: 'a', n: '60' }] };
    const statements = [{ id: 's1', value: '61', check: { op: 'sum' as const, file: 'survey', field: 'n' } }];
    const { reconciliation, contradictions } = reconcileReport(report, SAMPLE_POLICY.grades, '评价报告', { tables, statements });
    expect(reconciliation.statements.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['score', 'consistent'],
      ['further s1', 'inconsistent'],
    ]);
    expect(contradictions.map(({ path }) => path)).toEqual(['further']);
  });
});
