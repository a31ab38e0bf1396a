import { useMemo } from 'react';
import type { DocumentKind } from '#domain/stage/document-kind.js';
import { api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { useEverything } from '../../api/everything.js';
import { PAGES } from '../../api/pages.js';

export type Document = Schemas['Document'];

/** All documents of one kind in a campaign, by their ids. */
export const useDocumentsOf = (campaign: string, kind: DocumentKind): ReadonlyMap<string, Document> => {
  const { rows } = useEverything(
    api.useInfiniteQuery('get', '/api/v1/documents', { params: { query: { campaign, kind, limit: 500 } } }, PAGES),
  );
  return useMemo(() => new Map(rows.map((it) => [it.id, it])), [rows]);
};
