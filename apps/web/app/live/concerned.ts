import type { QueryKey } from '@tanstack/react-query';
import { pathOf } from '../../api/refresh.js';

/** What may have changed, as the server tells it: kinds and ids, never content. */
export interface Change {
  readonly kind: 'campaign' | 'obligation' | 'document' | 'evaluation' | 'agency' | 'person' | 'publication' | 'notification';
  readonly id: string;
}

const UNDER: Readonly<Record<Change['kind'], readonly string[]>> = {
  campaign: ['/api/v1/campaigns'],
  obligation: ['/api/v1/obligations', '/api/v1/tasks'],
  document: [
    ...['/api/v1/documents', '/api/v1/tasks', '/api/v1/linkage', '/api/v1/rectification', '/api/v1/evaluations', '/api/v1/scorings'],
    ...['/api/v1/warnings', '/api/v1/publications', '/api/v1/disclosure'],
  ],
  evaluation: ['/api/v1/evaluations', '/api/v1/scorings', '/api/v1/questionnaires', '/api/v1/data-requests'],
  agency: ['/api/v1/agencies', '/api/v1/agency-register'],
  person: ['/api/v1/people', '/api/v1/delegations'],
  publication: ['/api/v1/publications', '/api/v1/disclosure'],
  notification: ['/api/v1/notifications'],
};

/** Of a path with one of these in it only what is read about the very thing that changed. */
const NAMED = ['document', 'obligation', 'evaluation', 'agency', 'person'] as const;

const named = ([, , init]: QueryKey, name: string): unknown => {
  const path = (init as { params?: { path?: Readonly<Record<string, unknown>> } } | undefined)?.params?.path;
  return path?.[name];
};

/** Whether a query that is shown reads what has changed. */
export const concerned = (key: QueryKey, changes: readonly Change[]): boolean => {
  const path = pathOf(key);
  return changes.some(({ kind, id }) => {
    if (!UNDER[kind].some((it) => path.startsWith(it))) return false;
    return NAMED.every((name) => !path.includes(`{${name}}`) || name !== kind || named(key, name) === id);
  });
};

/** Figures of a whole year, which everything changes: read again at most every so often. */
const FIGURES = ['overview', 'heat-map', 'timeline', 'not-submitted', 'progress', 'rectification-totals', 'ahead', 'ahead/obligations'];

export const isFigure = (key: QueryKey): boolean =>
  pathOf(key).startsWith('/api/v1/campaigns/{campaign}/') && FIGURES.some((it) => pathOf(key).endsWith(`/${it}`));
