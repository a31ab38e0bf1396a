import type { RouteObject } from 'react-router';

export const RECTIFICATION_ROUTES: readonly RouteObject[] = [{ path: 'rectification/print', lazy: () => import('./print.page.js') }];
