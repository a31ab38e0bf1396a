import type { RouteObject } from 'react-router';

export const DOCUMENT_ROUTES: readonly RouteObject[] = [
  { path: 'documents/:document', lazy: () => import('./document.page.js') },
  { path: 'review', lazy: () => import('../review/review.page.js') },
];
