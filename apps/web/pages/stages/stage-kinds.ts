import type { DocumentKind } from '#domain/stage/document-kind.js';
import { OBJECTIONABLE } from '#domain/objection/objection.js';
import type { StageName } from '#domain/stage/stage.js';

/** What is objected to stands in several stages. */
const OBJECTIONS = ['objection', 'objection-ruling'] as const;
type OfOneStage = Exclude<DocumentKind, (typeof OBJECTIONS)[number]>;

const STAGE_OF: Readonly<Record<OfOneStage, StageName>> = {
  'ex-ante-report': 'ex-ante-evaluation',
  target: 'target-filing',
  'monitoring-report': 'monitoring',
  'key-monitoring': 'monitoring',
  'warning-answer': 'monitoring',
  'disposal-report': 'monitoring',
  'self-evaluation': 'self-evaluation',
  'whole-self-evaluation': 'self-evaluation',
  'spot-check-seed': 'self-evaluation',
  'spot-check': 'self-evaluation',
  'self-evaluation-problem': 'self-evaluation',
  'evaluation-plan': 'key-evaluation',
  'evaluation-draft': 'key-evaluation',
  'evaluation-comment': 'key-evaluation',
  'evaluation-final': 'key-evaluation',
  'data-reply': 'key-evaluation',
  questionnaire: 'key-evaluation',
  'evaluation-rating': 'key-evaluation',
  'feedback-notice': 'feedback',
  'feedback-receipt': 'feedback',
  'rectification-item': 'rectification',
  'rectification-recheck': 'rectification',
  publication: 'disclosure',
  'linkage-comment': 'budget-linkage',
  'linkage-decision': 'budget-linkage',
};

/** Forms that are filed in a stage, in the order in which a year meets them. */
export const kindsOf = (stage: StageName): readonly DocumentKind[] => [
  ...(Object.keys(STAGE_OF) as OfOneStage[]).filter((kind) => STAGE_OF[kind] === stage),
  ...(Object.hasOwn(OBJECTIONABLE, stage) ? OBJECTIONS : []),
];
