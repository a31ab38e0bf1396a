import { useQueryClient } from '@tanstack/react-query';
import type { DocumentKind } from '#domain/stage/document-kind.js';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { http } from '../../../api/client.js';
import { hasCode } from '../../../api/problem.js';
import { sessionExpired } from '../../../app/session/expired.js';
import { useMe } from '../../../app/session/session.js';
import { asFiled } from '../../../parts/forms/as-filed.js';
import type { Content } from '../../../parts/forms/paths.js';
import { documentQuery } from '../use-document.js';
import type { WholeDocument } from '../use-document.js';
import { DraftStore } from './draft-store.js';
import type { DraftIo, DraftState } from './draft-store.js';
import { localCopy } from './local-copy.js';

export interface Draft extends DraftState {
  readonly store: DraftStore;
}

const asContent = (content: unknown): Content => (typeof content === 'object' && content !== null ? (content as Content) : {});

const useIo = (document: string, kind: DocumentKind): DraftIo => {
  const queries = useQueryClient();
  const { person } = useMe();
  return useMemo(
    () => ({
      copy: localCopy(person, document),
      save: async (version, content) => {
        const params = { path: { document }, header: { 'If-Match': `"${String(version)}"` } };
        const { data, error } = await http.PUT('/api/v1/documents/{document}/content', { params, body: asFiled(kind, content) });
        if (data) return data.version;
        if (hasCode(error, 'NOT_LOGGED_IN')) sessionExpired();
        throw error as unknown;
      },
      read: async () => {
        const { data, error } = await http.GET('/api/v1/documents/{document}', { params: { path: { document } } });
        if (!data) throw error as unknown;
        return { content: asContent(data.content), version: data.version };
      },
      onSaved: ({ content, version }) => {
        queries.setQueryData(documentQuery(document).queryKey, (it: WholeDocument | undefined) =>
          it ? { ...it, content, version, contentVersion: version } : it,
        );
      },
    }),
    [document, kind, person, queries],
  );
};

/** The draft of a document that is one's own to fill in, kept through everything that can go wrong on the way to the server. */
export const useDraft = ({ id, kind, round, status, content, version }: WholeDocument): Draft => {
  const io = useIo(id, kind);
  // A new round begins with what the server has; saving within a round does not start over.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const store = useMemo(() => new DraftStore(io, { content: asContent(content), version }), [io, id, round, status]);
  const state = useSyncExternalStore(store.subscribe, store.read);
  useEffect(() => {
    store.adopt({ content: asContent(content), version });
  }, [store, content, version]);
  useEffect(() => {
    const again = (): void => void store.flush();
    window.addEventListener('online', again);
    return () => {
      window.removeEventListener('online', again);
      store.stop();
    };
  }, [store]);
  return { ...state, store };
};
