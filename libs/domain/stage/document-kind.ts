/** What an obligation can owe, in the order of the year. Each kind has a form in `libs/contracts/forms`. */
export const DOCUMENT_KINDS = [
  'ex-ante-report',
  'target',
  'monitoring-report',
  'key-monitoring',
  'warning-answer',
  'disposal-report',
  'self-evaluation',
  'whole-self-evaluation',
  'spot-check-seed',
  'spot-check',
  'self-evaluation-problem',
  'evaluation-plan',
  'evaluation-draft',
  'evaluation-comment',
  'evaluation-final',
  'data-reply',
  'questionnaire',
  'evaluation-rating',
  'feedback-notice',
  'feedback-receipt',
  'rectification-item',
  'publication',
  'linkage-comment',
  'linkage-decision',
] as const;

export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** Who owes a document of a kind; `rater` is a person by name, whatever roles they have. */
export type DebtorRole = 'unit' | 'agency' | 'department' | 'bureau' | 'rater';

export const DEBTOR_OF: Readonly<Record<DocumentKind, DebtorRole>> = {
  'ex-ante-report': 'unit',
  target: 'unit',
  'monitoring-report': 'unit',
  'key-monitoring': 'bureau',
  'warning-answer': 'unit',
  'disposal-report': 'unit',
  'self-evaluation': 'unit',
  'whole-self-evaluation': 'unit',
  'spot-check-seed': 'bureau',
  'spot-check': 'bureau',
  'self-evaluation-problem': 'unit',
  'evaluation-plan': 'agency',
  'evaluation-draft': 'agency',
  'evaluation-comment': 'unit',
  'evaluation-final': 'agency',
  'data-reply': 'unit',
  questionnaire: 'agency',
  'evaluation-rating': 'rater',
  'feedback-notice': 'bureau',
  'feedback-receipt': 'unit',
  'rectification-item': 'unit',
  publication: 'department',
  'linkage-comment': 'department',
  'linkage-decision': 'bureau',
};
