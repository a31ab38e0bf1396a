import type { RouteObject } from 'react-router';

export const YEAR_ROUTES: readonly RouteObject[] = [
  { path: 'year', lazy: () => import('./overview/overview.page.js') },
  { path: 'year/progress', lazy: () => import('./progress/progress.page.js') },
  { path: 'year/outlook', lazy: () => import('./outlook/outlook.page.js') },
  { path: 'year/plan', lazy: () => import('./plan/plan.page.js') },
  { path: 'year/rehearsal', lazy: () => import('./rehearsal/rehearsal.page.js') },
  { path: 'year/new', lazy: () => import('./launch/new.page.js') },
];
