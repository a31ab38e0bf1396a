import type { RouteObject } from 'react-router';

/** 公开平台: read by anybody, without the officials' frame. */
export const PUBLIC_ROUTES: readonly RouteObject[] = [
  // 公开答卷, for whoever was given its secret address.
  { path: 'surveys/:token', lazy: () => import('../survey/survey.page.js') },
  {
    path: 'public',
    lazy: () => import('./layout.js'),
    children: [
      { index: true, lazy: () => import('./districts.page.js') },
      { path: 'verify', lazy: () => import('./verify.page.js') },
      { path: 'publications/:publication', lazy: () => import('./publication.page.js') },
      { path: ':district', lazy: () => import('./district.page.js') },
    ],
  },
];
