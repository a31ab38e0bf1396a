import { useMutation, useQueryClient } from '@tanstack/react-query';
import { http, once } from '../../../api/client.js';
import type { Schemas } from '../../../api/client.js';

export type BulkAnswer = Schemas['BulkAnswer'];
export type Asked = readonly { readonly id: string; readonly round?: number }[];

export interface Reason {
  readonly document?: string;
  readonly field?: string;
  readonly text: string;
}

/** What one can ask for of documents, all of them in one request with an answer each. */
export type Transition =
  | { readonly name: 'submit' | 'withdraw' | 'remind' }
  | { readonly name: 'review'; readonly verdict: 'approve' | 'return' | 'reject'; readonly reasons?: readonly Reason[] }
  | { readonly name: 'transfer'; readonly to: string; readonly reason: string }
  | { readonly name: 'add-reviewer'; readonly person: string; readonly reason?: string }
  | { readonly name: 'cancel'; readonly reason: string };

interface Answer {
  readonly data?: BulkAnswer;
  readonly error?: unknown;
}

const call = (documents: Asked, it: Transition): Promise<Answer> => {
  const params = { header: once() };
  const all = documents.map((document) => ({ ...document }));
  switch (it.name) {
    case 'submit':
      return http.POST('/api/v1/documents/submit', { params, body: { documents: all } });
    case 'withdraw':
      return http.POST('/api/v1/documents/withdraw', { params, body: { documents: all } });
    case 'remind':
      return http.POST('/api/v1/documents/remind', { params, body: { documents: all } });
    case 'review': {
      const reasons = it.reasons?.map((reason) => ({ ...reason }));
      return http.POST('/api/v1/documents/review', {
        params,
        body: { documents: all, verdict: it.verdict, ...(reasons ? { reasons } : {}) },
      });
    }
    case 'transfer':
      return http.POST('/api/v1/documents/transfer', { params, body: { documents: all, to: it.to, reason: it.reason } });
    case 'add-reviewer': {
      const reason = it.reason === undefined ? {} : { reason: it.reason };
      return http.POST('/api/v1/documents/add-reviewer', { params, body: { documents: all, person: it.person, ...reason } });
    }
    case 'cancel':
      return http.POST('/api/v1/documents/cancel', { params, body: { documents: all, reason: it.reason } });
  }
};

/** Asks for a transition; everything that is shown is read again afterwards, done or refused. */
export const useTransition = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ documents, ...it }: { readonly documents: Asked } & Transition): Promise<BulkAnswer> => {
      const { data, error } = await call(documents, it);
      if (!data) throw error as unknown;
      return data;
    },
    onSettled: () => void queries.invalidateQueries(),
  });
};

/** The refusal of a request for one document; null when it was done. */
export const refusalOf = ({ results }: BulkAnswer) => results.find(({ outcome }) => outcome === 'refused')?.refusal ?? null;
