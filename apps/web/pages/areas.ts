import type { RouteObject } from 'react-router';
import { ADMINISTRATION_ROUTES } from './administration/routes.js';
import { DOCUMENT_ROUTES } from './documents/routes.js';
import { EVALUATION_ROUTES } from './evaluation/routes.js';
import { FEEDBACK_ROUTES } from './feedback/routes.js';
import { HISTORY_ROUTES } from './history/routes.js';
import { NOTIFICATION_ROUTES } from './notifications/routes.js';
import { PROJECT_ROUTES } from './projects/routes.js';
import { PUBLIC_ROUTES } from './public/routes.js';
import { RECTIFICATION_ROUTES } from './rectification/routes.js';
import { SEARCH_ROUTES } from './search/routes.js';
import { SETTINGS_ROUTES } from './settings/routes.js';
import { STAGE_ROUTES } from './stages/routes.js';
import { WORK_ROUTES } from './work/routes.js';
import { YEAR_ROUTES } from './year/routes.js';

/** The areas of somebody who is logged in. Each page's module exports `Component` and is loaded when it is opened. */
export const AREAS: readonly RouteObject[] = [
  ...WORK_ROUTES,
  ...DOCUMENT_ROUTES,
  ...YEAR_ROUTES,
  ...STAGE_ROUTES,
  ...EVALUATION_ROUTES,
  ...FEEDBACK_ROUTES,
  ...RECTIFICATION_ROUTES,
  ...HISTORY_ROUTES,
  ...SEARCH_ROUTES,
  ...PROJECT_ROUTES,
  ...NOTIFICATION_ROUTES,
  ...SETTINGS_ROUTES,
  ...ADMINISTRATION_ROUTES,
];

/** What the public sees without log-in. */
export const PUBLIC_AREAS: readonly RouteObject[] = [...PUBLIC_ROUTES];
