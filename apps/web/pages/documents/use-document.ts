import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { PAGES, listed } from '../../api/pages.js';

export type WholeDocument = Schemas['DocumentWithContent'];
export type Obligation = Schemas['ObligationWithLadder'];
export type Background = Schemas['Background'];
export type Task = Schemas['Task'];

export const documentQuery = (document: string) =>
  api.queryOptions('get', '/api/v1/documents/{document}', { params: { path: { document } } });
export const useDocument = (document: string) => useQuery(documentQuery(document));

/** Not `enabled` for somebody who reads a document and has no part in its obligation: they may not see that. */
export const useObligation = (obligation: string, enabled = true) =>
  api.useQuery('get', '/api/v1/obligations/{obligation}', { params: { path: { obligation } } }, { enabled });

/** Kinds beside which last year's results and this year's approved target are shown. */
const WITH_BACKGROUND: readonly string[] = ['ex-ante-report', 'target', 'monitoring-report', 'self-evaluation', 'whole-self-evaluation'];
export const hasBackground = (kind: string): boolean => WITH_BACKGROUND.includes(kind);

export const useBackground = ({ id, kind }: Pick<WholeDocument, 'id' | 'kind'>) => {
  const options = api.queryOptions('get', '/api/v1/documents/{document}/background', { params: { path: { document: id } } });
  return useQuery({ ...options, enabled: hasBackground(kind), staleTime: 60_000 });
};

/** What waits for me, delegated work included; the list that the first page shows too. */
export const useTasks = () => listed(api.useInfiniteQuery('get', '/api/v1/tasks', { params: { query: { limit: 500 } } }, PAGES));

/** What I am to do with this document now. */
export const useMyTask = (document: string): Task | undefined => useTasks().rows.find((it) => it.document === document);
