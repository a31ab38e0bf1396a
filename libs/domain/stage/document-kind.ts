/** What an obligation can owe, in the order of the year. Each kind has a form in `libs/contracts/forms`. */
export const DOCUMENT_KINDS = [
  'ex-ante-report',
  'target',
  'monitoring-report',
  'warning-answer',
  'self-evaluation',
  'spot-check',
  'evaluation-plan',
  'evaluation-draft',
  'evaluation-comment',
  'evaluation-final',
  'feedback-receipt',
  'rectification-item',
  'publication',
  'linkage-comment',
  'linkage-decision',
] as const;

export type DocumentKind = (typeof DOCUMENT_KINDS)[number];
