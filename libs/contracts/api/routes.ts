import { CAMPAIGN_ROUTES } from './campaigns.routes.js';
import { DOCUMENT_ROUTES } from './documents.routes.js';
import { OBLIGATION_ROUTES } from './obligations.routes.js';
import { PEOPLE_ROUTES } from './people.routes.js';
import { PLACE_ROUTES } from './places.routes.js';
import { POLICY_ROUTES } from './policies.routes.js';
import { RESULT_ROUTES } from './results.routes.js';
import type { RouteSpec } from './route.js';
import { SESSION_ROUTES } from './session.routes.js';
import { SYSTEM_ROUTES } from './system.routes.js';

export const API_PREFIX = '/api/v1';

/** Every route of the API. What is not here is not served. */
export const ROUTES: readonly RouteSpec[] = [
  ...SESSION_ROUTES,
  ...PEOPLE_ROUTES,
  ...PLACE_ROUTES,
  ...POLICY_ROUTES,
  ...CAMPAIGN_ROUTES,
  ...OBLIGATION_ROUTES,
  ...DOCUMENT_ROUTES,
  ...RESULT_ROUTES,
  ...SYSTEM_ROUTES,
];
