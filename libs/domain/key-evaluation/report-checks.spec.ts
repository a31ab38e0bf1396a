import type { EvaluationIndicator, EvaluationPlanContent, EvaluationReportContent } from './content.js';
import { planProblems, systemProblems } from './indicator-system.js';
import { paperProblems } from './working-papers.js';

const indicator = (level1: EvaluationIndicator['level1'], level3: string, weight: string): EvaluationIndicator => ({
  level1,
  level2: '二级',
  level3,
  weight,
  rubric: '按标准评分。',
});
const PLAN: EvaluationPlanContent = {
  method: '现场核查',
  leadEvaluator: '主评人',
  indicators: [indicator('过程', '预算执行率', '40'), indicator('产出', '实际完成率', '35'), indicator('效益', '社会效益', '25')],
};
const item = (name: string, fullPoints: string, papers?: readonly string[]) => ({
  indicator: name,
  fullPoints,
  points: '1',
  evidence: '凭证',
  ...(papers ? { papers } : {}),
});
const report = (...scoreItems: EvaluationReportContent['scoreItems']): EvaluationReportContent => ({
  summary: '总体达标。',
  scoreItems,
  score: '3',
  problems: [],
  recommendations: [],
});
const said = (problems: readonly { readonly path: string; readonly code: string }[]) => problems.map(({ path, code }) => `${path} ${code}`);

it('output and benefit weigh 60 at least, or what the policy says', () => {
  expect(said(planProblems(PLAN))).toEqual([]);
  expect(said(planProblems(PLAN, '60.01'))).toEqual(['indicators results-weigh-too-little']);
});

it('a report scores the approved indicators, all of them, once, with their points', () => {
  const whole = [item('预算执行率', '40.0'), item('实际完成率', '35'), item('社会效益', '25')];
  expect(systemProblems(PLAN, report(...whole))).toEqual([]);
  expect(said(systemProblems(PLAN, report(item('预算执行率', '30'), item('预算执行率', '10'), item('经济效益', '60'))))).toEqual([
    'scoreItems.0.fullPoints full-points-differ',
    'scoreItems.1.indicator indicator-twice',
    'scoreItems.2.indicator indicator-not-in-plan',
    'scoreItems indicator-not-scored',
    'scoreItems indicator-not-scored',
  ]);
});

it('a score names papers that are listed, and at least one where the policy says so', () => {
  const papers = { workingPapers: [{ number: 'D-1', title: '验收记录' }] };
  expect(paperProblems({ ...report(item('社会效益', '25', ['D-1'])), ...papers }, true)).toEqual([]);
  expect(paperProblems(report(item('社会效益', '25')), false)).toEqual([]);
  expect(said(paperProblems(report(item('社会效益', '25')), true))).toEqual(['scoreItems.0.papers paper-missing']);
  expect(said(paperProblems({ ...report(item('社会效益', '25', ['D-2'])), ...papers }, true))).toEqual([
    'scoreItems.0.papers paper-unknown',
  ]);
  const twice = { workingPapers: [...papers.workingPapers, ...papers.workingPapers] };
  expect(said(paperProblems({ ...report(), ...twice }, false))).toEqual(['workingPapers.1.number paper-twice']);
});
