import type { RouteObject } from 'react-router';

export const PROJECT_ROUTES: readonly RouteObject[] = [
  { path: 'year/projects', lazy: () => import('./year-projects.page.js') },
  { path: 'projects/merge', lazy: () => import('./merge.page.js') },
  { path: 'projects/:project/:change', lazy: () => import('./change.page.js') },
  { path: 'units/:unit/dissolution', lazy: () => import('./dissolve.page.js') },
];
