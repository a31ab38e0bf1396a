import { createContext, useContext } from 'react';
import type { Draft } from '../draft/use-draft.js';
import type { Found } from '../draft/use-findings.js';
import type { WholeDocument } from '../use-document.js';

/** The document that an editor of its own stands in; `draft` while it is being filled in. */
export interface DocumentState {
  readonly document: WholeDocument;
  readonly draft: Draft | null;
  readonly score: Found['score'];
}

export const DocumentContext = createContext<DocumentState | null>(null);

/** @throws Error outside a document */
export const useDocumentState = (): DocumentState => {
  const state = useContext(DocumentContext);
  if (!state) throw new Error('This stands in no document.');
  return state;
};
