import type { RouteObject } from 'react-router';

export const SETTINGS_ROUTES: readonly RouteObject[] = [{ path: 'settings', lazy: () => import('./settings.page.js') }];
