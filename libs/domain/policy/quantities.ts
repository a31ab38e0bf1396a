import type { Quantities } from '#domain/condition/expression.js';
import type { WarningRule } from './policy.js';

const GRADES = ['优', '良', '中', '差'];

/** What every monitoring warning may name. Amounts in yuan; progress, attainment and rates as shares of 1. */
const MONITORING_QUANTITIES: Quantities = {
  initialBudget: { type: 'number', zh: '年初预算数', en: 'initial budget' },
  approvedBudget: { type: 'number', zh: '批复数', en: 'approved budget' },
  adjustedBudget: { type: 'number', zh: '调整预算数', en: 'adjusted budget' },
  fundsReceived: { type: 'number', zh: '到位数', en: 'funds received' },
  executed: { type: 'number', zh: '执行数', en: 'executed amount' },
  forecast: { type: 'number', zh: '全年预计执行数', en: 'forecast of the year' },
  timeProgress: { type: 'number', zh: '时间进度', en: 'time progress' },
  attainment: { type: 'number', zh: '目标完成率', en: 'attainment' },
  likelihood: { type: 'text', oneOf: ['certain', 'possible', 'impossible'], zh: '完成目标可能性', en: 'likelihood of attainment' },
  month: { type: 'number', zh: '月份', en: 'month' },
  disposal: {
    type: 'text',
    oneOf: ['none', 'continue', 'correct', 'adjust', 'reallocate', 'cancel'],
    zh: '处置意见',
    en: 'disposal',
  },
};

/** What a warning of single indicators may name besides; `likelihood` is then the indicator's own. */
const INDICATOR_QUANTITIES: Quantities = {
  attained: { type: 'number', zh: '指标完成率', en: 'indicator attained' },
  forecastAttained: { type: 'number', zh: '预计全年完成率', en: 'indicator attained by the forecast' },
  direction: { type: 'text', oneOf: ['positive', 'reverse', 'qualitative'], zh: '指标方向', en: 'direction of the indicator' },
};

const THRESHOLD: Quantities = { threshold: { type: 'number', zh: '本期应达进度', en: 'threshold in force' } };

/** What this warning may name. */
export const quantitiesOf = (rule: Pick<WarningRule, 'of' | 'thresholds'>): Quantities => ({
  ...MONITORING_QUANTITIES,
  ...(rule.of === 'indicator' ? INDICATOR_QUANTITIES : {}),
  ...(rule.thresholds ? THRESHOLD : {}),
});

/** What a linkage rule may name. */
export const LINKAGE_QUANTITIES: Quantities = {
  grade: { type: 'text', oneOf: GRADES, zh: '评价等级', en: 'grade' },
  score: { type: 'number', zh: '评价得分', en: 'score' },
  selfScore: { type: 'number', zh: '自评得分', en: 'self-score' },
  executionRate: { type: 'number', zh: '执行率', en: 'execution rate' },
  'rectification.overdue': { type: 'truth', zh: '整改逾期', en: 'rectification overdue' },
  'rectification.open': { type: 'number', zh: '未销号问题数', en: 'items not struck off' },
  'rectification.rate': { type: 'number', zh: '整改完成率', en: 'share of items struck off' },
  'filing.quality': { type: 'number', zh: '申报质量得分', en: 'score of the filing’s quality' },
  'filing.returns': { type: 'number', zh: '申报退回次数', en: 'times a filing was returned' },
  'selfEvaluation.untrue': { type: 'truth', zh: '自评失实', en: 'self-evaluation untrue' },
  base: { type: 'number', zh: '预算基数', en: 'base amount' },
  idleFunds: { type: 'number', zh: '闲置资金', en: 'idle funds' },
};
