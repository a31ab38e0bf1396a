import type { RouteObject } from 'react-router';

export const NOTIFICATION_ROUTES: readonly RouteObject[] = [{ path: 'notifications', lazy: () => import('./notifications.page.js') }];
