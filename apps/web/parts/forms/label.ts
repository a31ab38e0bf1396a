import { labelOf } from '#contracts/forms/labels.js';
import type { DocumentKind } from '#domain/stage/document-kind.js';
import type { Language } from '../../words/language.js';
import { withoutRows } from './paths.js';

type Names = Readonly<Record<Language, string>>;

/** Where a kind of document prints a field under another name than the rest. */
const OWN: Partial<Record<DocumentKind, Readonly<Record<string, Names>>>> = {
  target: { remark: { zh: '备注', en: 'Remark' } },
  'rectification-item': { personInCharge: { zh: '责任人', en: 'Person in charge' } },
  'feedback-notice': { items: { zh: '问题与整改建议', en: 'Problems and recommendations' } },
  'evaluation-rating': { items: { zh: '逐项评分', en: 'Points by indicator' } },
  'evaluation-plan': { indicators: { zh: '评价指标体系', en: 'Indicator system' } },
  'evaluation-draft': { summary: { zh: '评价结论', en: 'Conclusion' }, score: { zh: '总分', en: 'Total score' } },
  'evaluation-final': { summary: { zh: '评价结论', en: 'Conclusion' }, score: { zh: '总分', en: 'Total score' } },
  'monitoring-report': {
    disposal: { zh: '处置意见', en: 'Proposed disposal' },
    indicators: { zh: '绩效指标执行情况', en: 'Progress by indicator' },
  },
  'linkage-decision': { reason: { zh: '决定理由', en: 'Reason of the decision' } },
};

/** What a field is called on the form of this kind. */
export const labelIn = (kind: DocumentKind, path: string, language: Language): string =>
  OWN[kind]?.[withoutRows(path)]?.[language] ?? labelOf(path, language);
