import type { DocumentKind } from '#domain/stage/document-kind.js';
import type { SpecialEditors } from '../../../parts/forms/form-view.js';
import { sumOf } from '../../../parts/forms/grid/grid.js';
import { asRows } from '../../../parts/forms/grid/rows.js';
import type { Content } from '../../../parts/forms/paths.js';
import { AnsweredComments, ExplainedChanges } from './answered-comments.js';
import { ProvidedData } from './asked-data.js';
import { MonitoredIndicators, PlannedIndicators, ReachedIndicators } from './indicator-rows.js';
import { ScoredItems } from './scored-items.js';
import { RatedItems } from './rated-items.js';
import { TargetIndicators } from './target-indicators.js';

/** Fields whose official form wants more than the schema says. */
export const EDITORS: Partial<Record<DocumentKind, SpecialEditors>> = {
  target: { indicators: TargetIndicators },
  'monitoring-report': { indicators: MonitoredIndicators },
  'self-evaluation': { results: ReachedIndicators },
  'whole-self-evaluation': { results: ReachedIndicators },
  'evaluation-plan': { indicators: PlannedIndicators },
  'evaluation-draft': { scoreItems: ScoredItems },
  'evaluation-final': { scoreItems: ScoredItems, responses: AnsweredComments, changes: ExplainedChanges },
  'data-reply': { answers: ProvidedData },
  'evaluation-rating': { items: RatedItems },
};

const REPORTS: readonly DocumentKind[] = ['evaluation-draft', 'evaluation-final'];

/** The total of a report follows from its items: nobody types what can be summed. */
export const withTotals = (kind: DocumentKind, content: Content, path: string): Content => {
  if (!REPORTS.includes(kind) || !path.startsWith('scoreItems')) return content;
  const rows = asRows(content['scoreItems']);
  return rows.length === 0 ? content : { ...content, score: sumOf(rows, 'points') };
};
