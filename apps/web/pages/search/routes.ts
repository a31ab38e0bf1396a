import type { RouteObject } from 'react-router';

export const SEARCH_ROUTES: readonly RouteObject[] = [
  { path: 'search', lazy: () => import('./search.page.js') },
  { path: 'projects/:project', lazy: () => import('./project.page.js') },
  { path: 'units/:unit', lazy: () => import('./unit.page.js') },
];
