import type { RouteObject } from 'react-router';

export const ADMINISTRATION_ROUTES: readonly RouteObject[] = [
  { path: 'administration', lazy: () => import('./administration.page.js') },
  { path: 'administration/people', lazy: () => import('./people/people.page.js') },
  { path: 'administration/organisation', lazy: () => import('./organisation/organisation.page.js') },
  { path: 'administration/calendar', lazy: () => import('./calendar/calendar.page.js') },
  { path: 'administration/policies/:policy?', lazy: () => import('./policies/policies.page.js') },
  { path: 'administration/library', lazy: () => import('./library/library.page.js') },
  { path: 'administration/mails', lazy: () => import('./mails.page.js') },
  { path: 'administration/webhooks', lazy: () => import('./webhooks/webhooks.page.js') },
  { path: 'administration/system', lazy: () => import('./system/system.page.js') },
];
