import type { Change } from '#domain/difference/difference.js';

/** Chinese labels of the forms' fields, as printed. A field is known by its path without row numbers. */
const LABELS: Readonly<Record<string, string>> = {
  annualGoal: '年度目标',
  longTermGoal: '长期目标',
  indicators: '绩效指标',
  'indicators.level1': '一级指标',
  'indicators.level2': '二级指标',
  'indicators.level3': '三级指标',
  'indicators.operator': '指标性质',
  'indicators.targetValue': '指标值',
  'indicators.measureUnit': '计量单位',
  'indicators.weight': '权重',
  'indicators.core': '是否核心',
  'indicators.remark': '备注',
  'indicators.origin': '指标来源',
  funds: '资金总额',
  'funds.fiscal': '财政拨款',
  'funds.carriedOver': '上年结转',
  'funds.own': '单位资金',
  'funds.other': '其他',
  'funds.initialBudget': '年初预算数',
  'funds.adjustedBudget': '全年预算数',
  'funds.executed': '全年执行数',
  personInCharge: '负责人',
  phone: '电话',
  startsOn: '开始时间',
  endsOn: '结束时间',
  duties: '单位职能概述',
  overview: '项目概况',
  basis: '立项依据',
  feasibility: '可行性',
  necessity: '必要性',
  schedule: '实施进度计划',
  'schedule.content': '内容',
  'schedule.startsOn': '开始',
  'schedule.endsOn': '完成',
  tasks: '年度主要任务',
  'tasks.name': '任务名称',
  'tasks.content': '主要内容',
  'tasks.amount': '预算金额',
  filledBy: '填报人',
  signedBy: '单位负责人',
  summary: '评估意见',
  scores: '评分',
  'scores.dimension': '评估维度',
  'scores.points': '得分',
  'scores.basis': '评分依据',
  materials: '评估材料清单',
  'materials.material': '材料名称',
  'materials.present': '是否提供',
  'materials.reference': '材料文号或说明',
  adjustments: '调整意见',
  panel: '专家组',
  'panel.expert': '专家',
  'panel.organisation': '工作单位',
  'panel.conflict': '是否存在利益冲突',
  'panel.declaration': '利益冲突声明',
  'panel.scores': '专家评分',
  'panel.scores.dimension': '评估维度',
  'panel.scores.points': '得分',
  'panel.scores.basis': '评分依据',
  executedAmount: '执行数',
  forecastAmount: '全年预计执行数',
  'indicators.actualValue': '执行情况',
  'indicators.forecastValue': '全年预计完成情况',
  'indicators.likelihood': '完成目标可能性',
  'indicators.deviation': '偏差原因',
  disposal: '处置意见',
  remark: '备注',
  goalResult: '实际完成情况',
  results: '绩效指标完成情况',
  'results.actualValue': '实际完成值',
  'results.reason': '偏差原因分析及改进措施',
  executionReason: '预算执行偏差说明',
  correctedScore: '复核得分',
  cause: '原因',
  correction: '整改措施',
  finding: '监控发现的问题',
  result: '落实情况',
  doneOn: '落实日期',
  publishedOn: '公布日期',
  value: '抽签数值',
  reason: '理由',
  score: '得分',
  problems: '存在的问题',
  recommendations: '相关建议',
  measure: '整改措施',
  evidence: '佐证材料',
  remaining: '未完成事项',
  'remaining.text': '未完成内容',
  'remaining.by': '完成时限',
  recoveredAmount: '收回金额',
  adjustedAmount: '调整金额',
  projectEffect: '项目处理',
};

/** The label of a field by its path; of what has none of its own, that of what it is in, and else its key. */
export const labelOf = (path: string): string => {
  const field = path
    .split('.')
    .filter((key) => !/^\d+$/.test(key))
    .join('.');
  for (let known = field; known !== ''; known = known.replace(/\.?[^.]*$/, '')) {
    const label = Object.hasOwn(LABELS, known) ? LABELS[known] : undefined;
    if (label !== undefined) return label;
  }
  return field;
};

export const hasLabel = (field: string): boolean => Object.hasOwn(LABELS, field);

/** The label of a changed field, with the names of the rows that it stands in: `绩效指标“保洁道路里程” 指标值`. */
export const labelOfChange = ({ path, rows }: Pick<Change, 'path' | 'rows'>): string => {
  const named = Object.entries(rows)
    .filter(([row]) => path === row || path.startsWith(`${row}.`))
    .map(([row, name]) => `${labelOf(row)}“${name}”`);
  const inRow = Object.hasOwn(rows, path);
  return [...named, ...(inRow ? [] : [labelOf(path)])].join(' ');
};
