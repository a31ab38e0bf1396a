import type { Quantities } from '#domain/condition/expression.js';

/** Classes of what a key evaluation may look at. */
export const EVALUATION_CLASSES = ['ordinary', 'key', 'policy', 'whole-department', 'special-bond'] as const;
export type EvaluationClass = (typeof EVALUATION_CLASSES)[number];

/** What a selection's conditions and criteria may name. Amounts in yuan, rates as shares of 1; ratings on the bureau's own scale. */
export const SELECTION_QUANTITIES: Quantities = {
  amount: { type: 'number', zh: '金额', en: 'amount' },
  class: { type: 'text', oneOf: EVALUATION_CLASSES, zh: '类别', en: 'class' },
  new: { type: 'truth', zh: '新增项目', en: 'new project' },
  livelihood: { type: 'truth', zh: '重大民生', en: 'livelihood' },
  importance: { type: 'number', zh: '重要性评级', en: 'rating of importance' },
  publicConcern: { type: 'number', zh: '社会关注度评级', en: 'rating of public concern' },
  executionRate: { type: 'number', zh: '执行率', en: 'execution rate' },
  selfScore: { type: 'number', zh: '自评得分', en: 'self-score' },
  pastScore: { type: 'number', zh: '上次评价得分', en: 'score of the last evaluation' },
  pastGrade: { type: 'text', oneOf: ['优', '良', '中', '差'], zh: '上次评价等级', en: 'grade of the last evaluation' },
  redWarnings: { type: 'number', zh: '红色预警次数', en: 'red warnings' },
  auditFindings: { type: 'number', zh: '审计问题数', en: 'audit findings' },
  evaluatedBefore: { type: 'truth', zh: '曾被评价', en: 'evaluated before' },
  yearsSinceEvaluation: { type: 'number', zh: '距上次评价年数', en: 'years since the last evaluation' },
};
