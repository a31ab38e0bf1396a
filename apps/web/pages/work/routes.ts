import type { RouteObject } from 'react-router';

export const WORK_ROUTES: readonly RouteObject[] = [{ path: 'work', lazy: () => import('./work.page.js') }];
