import type { RouteObject } from 'react-router';

export const STAGE_ROUTES: readonly RouteObject[] = [{ path: 'stages/:stage/:tab?', lazy: () => import('./stage.page.js') }];
