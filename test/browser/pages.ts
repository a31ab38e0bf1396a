import { STAGES } from '#domain/stage/stage.js';
import { STAGE_TABS } from '../../apps/web/pages/stages/tabs.js';
import type { Known } from './support/known.js';
import { ADMINISTRATOR } from './support/year.js';

export interface Visit {
  /** Account of the rehearsed district; null: without log-in. */
  readonly who: string | null;
  readonly at: (known: Known) => string;
  /** The API refuses something here, and the page says so in words. */
  readonly refused?: 404 | 409;
  /** Not for them, and the page says so. */
  readonly missing?: true;
}

const page = (who: string | null, at: string | Visit['at']): Visit => ({ who, at: typeof at === 'string' ? () => at : at });
const refused = (status: 404 | 409, visit: Visit): Visit => ({ ...visit, refused: status });
const each = <T>(items: readonly T[], visit: (it: T) => Visit): Visit[] => items.map(visit);

const KINDS = [
  'target',
  'monitoring-report',
  'self-evaluation',
  'spot-check',
  'evaluation-plan',
  'evaluation-final',
  'rectification-item',
  'linkage-comment',
];
const TABS_OF_A_DOCUMENT = ['background', 'comments', 'attachments', 'versions', 'history'];
const TABS_OF_AN_EVALUATION = ['scores', 'scoring', 'report', 'papers', 'survey', 'ledger', 'assignment', 'data'];

/** How every page of the application is reached on 6 November 2023. A route without a line here fails the test. */
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
  '/year/outlook': [page('bureau', '/year/outlook'), page('department.213', '/year/outlook?show=rows&days=30')],
  '/year/plan': [page('bureau', '/year/plan')],
  '/year/projects': [
    page('bureau', '/year/projects'),
    page('bureau', '/year/projects?show=all'),
    page('bureau', '/year/projects?show=log'),
  ],
  '/year/new': [page('bureau', '/year/new')],
  '/year/rehearsal': [page('bureau', '/year/rehearsal'), page('observer', '/year/rehearsal')],
  '/stages/:stage/:tab?': [
    ...each(STAGES, (stage) => page('bureau', `/stages/${stage}/documents`)),
    // The policy of the year has no rule by which evaluations are proposed.
    ...each(STAGE_TABS, ({ stage, key }) => {
      const visit = page('bureau', `/stages/${stage}/${key}`);
      return key === 'assign' ? refused(409, visit) : visit;
    }),
  ],
  '/evaluations/:evaluation/:tab?': each(TABS_OF_AN_EVALUATION, (tab) =>
    page('bureau', ({ evaluation }) => `/evaluations/${evaluation}/${tab}`),
  ),
  '/scorings/:evaluation': [page('bureau', ({ evaluation }) => `/scorings/${evaluation}`)],
  '/agencies/:agency': [page('bureau', ({ agency }) => `/agencies/${agency}`)],
  '/feedback/:notice': [page('bureau', ({ notice }) => `/feedback/${notice}`)],
  '/rectification/print': [page('bureau', '/rectification/print')],
  '/public': [page(null, '/public')],
  '/public/:district': [page(null, ({ district }) => `/public/${district}`)],
  '/public/publications/:publication': [page(null, ({ publication }) => `/public/publications/${publication}`)],
  '/public/verify': [page(null, '/public/verify')],
  '/surveys/:token': [refused(404, page(null, '/surveys/a-token-that-nobody-gave-to-anybody'))],
  '/questionnaires/:questionnaire': [refused(404, page('bureau', '/questionnaires/00000000-0000-7000-8000-000000000000'))],
  '/history': [page('bureau', '/history')],
  '/history/tasks': [page('bureau', '/history/tasks')],
  '/history/tasks/:obligation': [page('bureau', ({ obligation }) => `/history/tasks/${obligation}`)],
  '/obligations/:obligation': [page('unit.213001', ({ obligation }) => `/obligations/${obligation}`)],
  '/search': [page('bureau', '/search?q=%E4%BF%9D%E6%B4%81')],
  '/projects/:project': [page('bureau', ({ project }) => `/projects/${project}`)],
  '/projects/:project/:change': each(['transfer', 'split', 'cancellation'], (change) =>
    page('bureau', ({ project }) => `/projects/${project}/${change}`),
  ),
  '/projects/merge': [
    page('bureau', '/projects/merge'),
    page('bureau', ({ project, otherProject }) => `/projects/merge?project=${project}&project=${otherProject}`),
  ],
  '/units/:unit/dissolution': [page('bureau', ({ unit }) => `/units/${unit}/dissolution`)],
  '/units/:unit': [page('bureau', ({ unit }) => `/units/${unit}`)],
  '/notifications': [page('unit.213001', '/notifications')],
  // Nobody has opened a calendar feed yet.
  '/settings': [refused(404, page('unit.213001', '/settings'))],
  '/administration': [page('bureau', '/administration')],
  '/administration/people': [page('bureau', '/administration/people')],
  '/administration/organisation': [page('bureau', '/administration/organisation')],
  '/administration/calendar': [
    page('bureau', '/administration/calendar'),
    page('bureau', '/administration/calendar?year=2023&version=cn-2023@0&against=cn-2023@1'),
  ],
  '/administration/policies/:policy?': [page('bureau', '/administration/policies')],
  '/administration/library': [page('bureau', '/administration/library')],
  '/administration/mails': [page('bureau', '/administration/mails')],
  '/administration/webhooks': [page('bureau', '/administration/webhooks')],
  '/administration/system': [page(ADMINISTRATOR, '/administration/system'), { ...page('bureau', '/administration/system'), missing: true }],
};
