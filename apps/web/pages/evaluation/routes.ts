import type { RouteObject } from 'react-router';

export const EVALUATION_ROUTES: readonly RouteObject[] = [
  { path: 'evaluations/:evaluation/:tab?', lazy: () => import('./evaluation.page.js') },
  { path: 'scorings/:evaluation', lazy: () => import('./scoring/scoring.page.js') },
  { path: 'agencies/:agency', lazy: () => import('./agency.page.js') },
  { path: 'questionnaires/:questionnaire', lazy: () => import('./questionnaire.page.js') },
];
