import { DomainError } from '#domain/errors/domain-error.js';
import type { DocumentRef } from './command.js';
import type { DocumentAnswer, DocumentState, ObligationState } from './state.js';

interface Sorted {
  readonly changed: readonly DocumentState[];
  readonly refused: readonly DocumentAnswer[];
}

const find = (state: ObligationState, ref: DocumentRef): DocumentState => {
  const document = state.documents[ref.id];
  if (!document) throw new DomainError('UNKNOWN_DOCUMENT', { document: ref.id });
  if (ref.round !== undefined && ref.round !== document.round) throw new DomainError('STALE_ROUND', { round: document.round });
  const step = state.chain[document.step]?.step;
  if (ref.step !== undefined && step !== undefined && ref.step !== step) throw new DomainError('STALE_ROUND', { step });
  return document;
};

/** Applies a rule to each document; a refusal concerns its document alone. A document named twice counts once. */
export const perDocument = (
  state: ObligationState,
  refs: readonly DocumentRef[],
  rule: (document: DocumentState) => DocumentState,
): Sorted => {
  const changed: DocumentState[] = [];
  const refused: DocumentAnswer[] = [];
  for (const ref of new Map(refs.map((it) => [it.id, it])).values()) {
    try {
      changed.push(rule(find(state, ref)));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const document = state.documents[ref.id];
      const { code, details } = error;
      refused.push({
        document: ref.id,
        outcome: 'refused',
        status: document?.status ?? null,
        round: document?.round ?? 0,
        refusal: { code, details },
      });
    }
  }
  return { changed, refused };
};

export const doneAnswer = ({ id, status, round }: DocumentState): DocumentAnswer => ({ document: id, outcome: 'done', status, round });
