import type { Decimal } from '#domain/policy/policy.js';
import { exact, show } from '#domain/score/exact.js';
import type { Exact } from '#domain/score/exact.js';
import type { ContentOf } from './forms.js';

/** One small, correct document of every kind: for tests, scripted actors and documentation. */
export const SAMPLES: ContentOf = {
  'ex-ante-report': {
    summary: '项目立项依据充分，投入产出合理。',
    scores: ['necessity', 'economy', 'target', 'feasibility', 'compliance'].map((dimension) => ({
      dimension,
      points: '18',
      basis: '依据材料齐全',
    })),
  },
  target: {
    annualGoal: '全年保洁道路 120 公里，群众满意度不低于 90%。',
    indicators: [
      {
        level1: '产出',
        level2: '数量指标',
        level3: '保洁道路里程',
        operator: '≥',
        targetValue: '120',
        measureUnit: '公里',
        weight: '30',
        core: true,
      },
      {
        level1: '产出',
        level2: '质量指标',
        level3: '保洁达标率',
        operator: '≥',
        targetValue: '95',
        measureUnit: '%',
        weight: '20',
        core: false,
      },
      {
        level1: '效益',
        level2: '社会效益',
        level3: '环卫投诉量',
        operator: '≤',
        targetValue: '20',
        measureUnit: '件',
        weight: '30',
        core: false,
      },
      {
        level1: '满意度',
        level2: '服务对象满意度',
        level3: '群众满意度',
        operator: '≥',
        targetValue: '90',
        measureUnit: '%',
        weight: '10',
        core: false,
      },
    ],
    funds: { fiscal: '32011800.00', carriedOver: '0', own: '0', other: '0' },
    personInCharge: '项目负责人',
    phone: '0531-00000000',
    startsOn: '2023-01-01',
    endsOn: '2023-12-31',
    duties: '负责城区市容环境卫生管理。',
    overview: '城区道路、公厕保洁一体化作业。',
    basis: '区政府常务会议纪要',
    feasibility: '作业队伍和设备已配备。',
    necessity: '城区道路须每日保洁。',
    schedule: [{ content: '全年道路保洁', startsOn: '2023-01-01', endsOn: '2023-12-31' }],
    longTermGoal: '城区道路保洁全覆盖。',
    filledBy: '填报人',
    signedBy: '单位负责人',
  },
  'monitoring-report': {
    executedAmount: '18000000.00',
    forecastAmount: '32011800.00',
    indicators: [
      { indicator: 0, actualValue: '70', forecastValue: '120', likelihood: 'certain' },
      { indicator: 1, actualValue: '96', forecastValue: '96', likelihood: 'certain' },
      { indicator: 2, actualValue: '9', forecastValue: '16', likelihood: 'certain' },
      {
        indicator: 3,
        actualValue: '92',
        forecastValue: '92',
        likelihood: 'possible',
        deviation: { cause: 'other', explanation: '下半年再次调查' },
      },
    ],
  },
  'key-monitoring': { finding: '支付进度滞后于工程进度。', disposal: 'correct', correction: '按合同节点支付工程款。' },
  'warning-answer': { cause: '合同款按季度支付。', correction: '九月底前支付第三季度合同款。', disposal: 'correct' },
  'disposal-report': { result: '第三季度合同款已支付。', doneOn: '2023-09-28', evidence: ['支付凭证 2023-0928'] },
  'self-evaluation': {
    funds: { initialBudget: '32011800.00', adjustedBudget: '32011800.00', executed: '32011800.00' },
    goalResult: '年度目标全部完成。',
    results: [
      { indicator: 0, actualValue: '120' },
      { indicator: 1, actualValue: '96' },
      { indicator: 2, actualValue: '18' },
      { indicator: 3, actualValue: '88', reason: '部分路段夜间保洁噪声扰民，已调整作业时间。' },
    ],
  },
  'whole-self-evaluation': {
    funds: { initialBudget: '48000000.00', adjustedBudget: '50000000.00', executed: '47500000.00' },
    goalResult: '部门年度目标基本完成。',
    results: [
      { indicator: 0, actualValue: '120' },
      { indicator: 1, actualValue: '96' },
      { indicator: 2, actualValue: '18' },
      { indicator: 3, actualValue: '88', reason: '部分路段夜间保洁噪声扰民。', correction: '调整作业时间，明年一季度复查。' },
    ],
    executionReason: '一项采购结余收回。',
  },
  'spot-check-seed': { publishedOn: '2023-04-03', value: '05 11 17 23 29 33 + 08', evidence: '开奖公告第 2023036 期' },
  'spot-check': { correctedScore: '95.5', reason: '满意度调查样本不足，扣 2 分。' },
  'self-evaluation-problem': { correction: '补充满意度调查并更正自评表。', evidence: ['调查问卷汇总'] },
  'evaluation-plan': {
    method: '成本效益分析、现场核查与问卷调查相结合。',
    leadEvaluator: '主评人',
    indicators: [
      { level1: '决策', level2: '项目立项', level3: '立项依据充分性', weight: '20', rubric: '依据充分得满分，缺一项扣 5 分。' },
      { level1: '过程', level2: '资金管理', level3: '预算执行率', weight: '20', rubric: '得分＝执行率×20。' },
      { level1: '产出', level2: '产出数量', level3: '实际完成率', weight: '30', rubric: '得分＝完成率×30。' },
      { level1: '效益', level2: '项目效益', level3: '社会效益', weight: '30', rubric: '按调查结果评分。' },
    ],
  },
  'evaluation-draft': sampleReport('91.36'),
  'evaluation-comment': { position: 'agree', text: '' },
  'evaluation-final': sampleReport('91.36'),
  'data-reply': { answers: [{ item: 1, provided: true, text: '立项批复见附件。' }] },
  questionnaire: {
    purpose: '了解居民对道路保洁的满意程度。',
    respondents: '辖区居民',
    questions: [
      { key: 'q1', kind: 'satisfaction', text: '您对道路保洁是否满意？' },
      { key: 'q2', kind: 'text', text: '您有何建议？' },
    ],
    closesOn: '2023-08-15',
  },
  'evaluation-rating': {
    items: [{ indicator: '立项依据充分性', points: '18', reason: '缺少一份批复。', evidence: '立项批复、会议纪要' }],
  },
  'feedback-notice': { items: [{ problem: '未开展满意度调查工作', recommendation: '制定问卷调查内容' }], rectifyBy: '2023-10-31' },
  'feedback-receipt': { acknowledged: true },
  'rectification-item': { measure: '修订资金管理办法，补齐审批材料。', personInCharge: '项目负责人', evidence: ['钢城管〔2023〕12号'] },
  'rectification-recheck': {
    checkedOn: '2023-11-08',
    checkedBy: '财政局绩效科',
    confirmed: true,
    found: '资金管理办法已印发并执行。',
    evidence: ['现场照片 3 张'],
  },
  publication: { place: '区政府门户网站预决算公开专栏', publishedOn: '2023-10-20' },
  'linkage-comment': { position: 'agree', text: '' },
  'linkage-decision': { treatment: 'maintain', amount: '32011800.00', reason: '评价等级为优，予以保障。' },
  objection: { position: 'agree', text: '' },
  'objection-ruling': { sustained: false, reason: '经核查，原认定依据充分，予以维持。' },
};

/**
 * An evaluation report whose items sum to exactly this score (a decimal from 0 to 100), shared out by their full points: the agency's input
 * where a published table gives only the total.
 */
export function sampleReport(score: Decimal): ContentOf['evaluation-draft'] {
  const item = (indicator: string, fullPoints: string, evidence: string) => ({
    indicator,
    fullPoints,
    points: decimalText(exact(score).mul(exact(fullPoints)).div(100)),
    evidence,
  });
  return {
    summary: '项目决策依据充分，过程管理规范，产出和效益总体达到预期。',
    scoreItems: [
      item('立项依据充分性', '20', '立项批复'),
      item('预算执行率', '20', '国库支付明细'),
      item('实际完成率', '30', '验收报告'),
      item('社会效益', '30', '问卷调查'),
    ],
    score,
    problems: ['未开展满意度调查工作'],
    recommendations: ['制定问卷调查内容，客观反映服务对象满意度'],
  };
}

/** Fifths and tenths of a decimal are decimals, so nothing is rounded here. */
function decimalText(value: Exact): Decimal {
  return show(value, 12).replace(/\.?0+$/, '');
}
