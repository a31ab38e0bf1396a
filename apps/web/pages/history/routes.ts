import type { RouteObject } from 'react-router';

export const HISTORY_ROUTES: readonly RouteObject[] = [
  { path: 'history', lazy: () => import('./history.page.js') },
  { path: 'history/tasks', lazy: () => import('./tasks.page.js') },
  { path: 'history/tasks/:obligation', lazy: () => import('./task.page.js') },
  { path: 'obligations/:obligation', lazy: () => import('./from-mail.page.js') },
];
