import { STAGES } from '#domain/stage/stage.js';
import { STAGE_TABS } from '../../apps/web/pages/stages/tabs.js';
import type { Known } from './support/known.js';

export interface Visit {
  /** Account of the rehearsed district; null: without log-in. */
  readonly who: string | null;
  readonly at: (known: Known) => string;
}

const page = (who: string | null, at: string | Visit['at']): Visit => ({ who, at: typeof at === 'string' ? () => at : at });
const each = <T>(items: readonly T[], visit: (it: T) => Visit): Visit[] => items.map(visit);

const KINDS = [
  'target',
  'monitoring-report',
  'self-evaluation',
  'spot-check',
  'evaluation-plan',
  'evaluation-final',
  'feedback-notice',
  'rectification-item',
  'linkage-comment',
];
const TABS_OF_A_DOCUMENT = ['background', 'comments', 'attachments', 'versions', 'history'];
const TABS_OF_AN_EVALUATION = ['scores', 'report', 'papers', 'survey', 'ledger', 'assignment', 'data'];

/** How every page of the application is reached on 18 October 2023. A route without a line here fails the test. */
export const PAGES: Readonly<Record<string, readonly Visit[]>> = {
  '/log-in': [page(null, '/log-in')],
  '/work': [page('unit.213001', '/work'), page('department.213', '/work')],
  '/documents/:document': [
    ...each(KINDS, (kind) => page('bureau', ({ document }) => `/documents/${document(kind)}`)),
    ...each(TABS_OF_A_DOCUMENT, (tab) => page('bureau', ({ document }) => `/documents/${document('target')}?tab=${tab}`)),
  ],
  '/review': [page('bureau', '/review')],
  '/year': [page('bureau', '/year'), page('observer', '/year')],
  '/year/progress': [page('bureau', '/year/progress')],
  '/year/plan': [page('bureau', '/year/plan')],
  '/year/new': [page('bureau', '/year/new')],
  '/year/rehearsal': [page('bureau', '/year/rehearsal')],
  '/stages/:stage/:tab?': [
    ...each(STAGES, (stage) => page('bureau', `/stages/${stage}/documents`)),
    ...each(STAGE_TABS, ({ stage, key }) => page('bureau', `/stages/${stage}/${key}`)),
  ],
  '/evaluations/:evaluation/:tab?': each(TABS_OF_AN_EVALUATION, (tab) =>
    page('bureau', ({ evaluation }) => `/evaluations/${evaluation}/${tab}`),
  ),
  '/agencies/:agency': [page('bureau', ({ agency }) => `/agencies/${agency}`)],
  '/feedback/:notice': [page('bureau', ({ notice }) => `/feedback/${notice}`)],
  '/rectification/print': [page('bureau', '/rectification/print')],
  '/public': [page(null, '/public')],
  '/public/:district': [page(null, ({ district }) => `/public/${district}`)],
  '/public/publications/:publication': [page(null, ({ publication }) => `/public/publications/${publication}`)],
  '/public/verify': [page(null, '/public/verify')],
  '/surveys/:token': [page(null, '/surveys/a-token-that-nobody-gave')],
};
