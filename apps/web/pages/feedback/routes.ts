import type { RouteObject } from 'react-router';

export const FEEDBACK_ROUTES: readonly RouteObject[] = [{ path: 'feedback/:notice', lazy: () => import('./notice.page.js') }];
