import type { DocumentKind } from '#domain/stage/document-kind.js';
import type { Language } from '../../words/language.js';
import type { Field } from './shape.js';

interface Section {
  readonly title: Readonly<Record<Language, string>>;
  readonly fields: readonly string[];
}

const funds = { zh: '资金情况', en: 'Funds' };
const results = { zh: '绩效目标完成情况', en: 'What was reached' };

const selfEvaluation: readonly Section[] = [
  { title: funds, fields: ['funds', 'executionReason'] },
  { title: results, fields: ['goalResult', 'results'] },
];
const report: readonly Section[] = [
  { title: { zh: '一、评价结果', en: '1 Result' }, fields: ['summary', 'scoreItems', 'score'] },
  { title: { zh: '二、存在的问题', en: '2 Problems' }, fields: ['problems'] },
  { title: { zh: '三、相关建议', en: '3 Recommendations' }, fields: ['recommendations'] },
  { title: { zh: '四、附件', en: '4 Annexes' }, fields: ['workingPapers', 'responses', 'changes'] },
];

/** The parts of the official forms in their printed order; what is not named follows at the end. */
const LAYOUTS: Partial<Record<DocumentKind, readonly Section[]>> = {
  target: [
    { title: { zh: '基本信息', en: 'Basics' }, fields: ['personInCharge', 'phone', 'startsOn', 'endsOn', 'funds'] },
    { title: { zh: '立项情况', en: 'Why and how' }, fields: ['duties', 'overview', 'basis', 'feasibility', 'necessity'] },
    { title: { zh: '实施进度计划', en: 'Schedule' }, fields: ['schedule', 'tasks'] },
    { title: { zh: '绩效目标', en: 'Goals' }, fields: ['longTermGoal', 'annualGoal'] },
    { title: { zh: '绩效指标', en: 'Indicators' }, fields: ['indicators'] },
    { title: { zh: '填报与审签', en: 'Signed' }, fields: ['filledBy', 'signedBy'] },
  ],
  'monitoring-report': [
    { title: { zh: '预算执行情况', en: 'Budget execution' }, fields: ['executedAmount', 'forecastAmount'] },
    { title: { zh: '绩效指标执行情况', en: 'Progress by indicator' }, fields: ['indicators'] },
    { title: { zh: '处置与说明', en: 'Disposal and remarks' }, fields: ['disposal', 'remark'] },
  ],
  'self-evaluation': selfEvaluation,
  'whole-self-evaluation': selfEvaluation,
  'evaluation-draft': report,
  'evaluation-final': report,
  'rectification-item': [
    { title: { zh: '整改落实', en: 'Rectification' }, fields: ['measure', 'personInCharge', 'evidence'] },
    { title: { zh: '未完成事项（没有可不填）', en: 'What is left (if anything)' }, fields: ['remaining'] },
    { title: { zh: '整改成效', en: 'What came of it' }, fields: ['recoveredAmount', 'adjustedAmount', 'projectEffect'] },
  ],
};

export interface LaidOut {
  readonly title: Readonly<Record<Language, string>> | null;
  readonly fields: readonly Field[];
}

/** Fields in the sections of the official form. */
export const laidOut = (kind: DocumentKind, fields: readonly Field[]): readonly LaidOut[] => {
  const sections = LAYOUTS[kind] ?? [];
  const named = sections.flatMap((it) => it.fields);
  const rest = fields.filter(({ key }) => !named.includes(key));
  const laid = sections.map((it) => ({
    title: it.title,
    fields: it.fields.flatMap((key) => fields.find((field) => field.key === key) ?? []),
  }));
  return [...laid, ...(rest.length > 0 ? [{ title: null, fields: rest }] : [])];
};
