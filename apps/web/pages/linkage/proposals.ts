import type { Treatment } from '#domain/policy/policy.js';
import { exact, show } from '#domain/score/exact.js';
import { api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { given } from '../../api/given.js';
import { PAGES, listed } from '../../api/pages.js';
import { useInAddress } from '../../parts/choose/use-in-address.js';

export type Comment = Schemas['LinkageComment'];
export type Decision = Schemas['Document'];

export const TREATMENTS = ['prioritise', 'maintain', 'compress', 'cancel'] as const satisfies readonly Treatment[];
export const isTreatment = (it: string | null): it is Treatment => TREATMENTS.some((name) => name === it);

/** A proposal with what the department said and where its decision stands. */
export interface Proposal extends Readonly<Schemas['LinkageProposal']> {
  readonly comment: Comment | null;
  readonly decision: Decision | null;
}

export type CommentKind = 'agree' | 'object' | 'silence' | 'waiting' | 'notAsked';

/** What the department said: in words, by silence, or not yet. */
export const commentOf = ({ comment }: Proposal): CommentKind => {
  if (!comment) return 'notAsked';
  if (comment.status === 'consented') return 'silence';
  return comment.status === 'approved' ? (comment.position ?? 'silence') : 'waiting';
};

export const changeOf = (before: string, after: string): string => show(exact(after).sub(exact(before)), 2);

const useComments = (campaign: string) => {
  const query = { campaign, limit: 500 };
  return listed(api.useInfiniteQuery('get', '/api/v1/linkage-comments', { params: { query } }, PAGES)).rows;
};

const useDecisions = (campaign: string) => {
  const query = { campaign, kind: 'linkage-decision' as const, limit: 500 };
  return listed(api.useInfiniteQuery('get', '/api/v1/documents', { params: { query } }, PAGES)).rows;
};

/** The proposals of a year, by the filters in the address. */
export const useProposals = (campaign: string) => {
  const { get, oneOf } = useInAddress();
  const comments = useComments(campaign);
  const decisions = useDecisions(campaign);
  const filters = given({
    department: get('department'),
    treatment: oneOf('treatment', TREATMENTS),
    overridden: get('overridden') === 'true' ? ('true' as const) : undefined,
  });
  const query = { campaign, limit: 500, ...filters };
  const list = listed(api.useInfiniteQuery('get', '/api/v1/linkage-proposals', { params: { query } }, PAGES));
  const rows = list.rows
    .map((it): Proposal => ({
      ...it,
      comment: comments.find(({ proposal }) => proposal === it.id) ?? null,
      decision: decisions.find(({ subject }) => subject === it.id) ?? null,
    }))
    .filter((it) => get('objected') !== 'true' || commentOf(it) === 'object');
  return { ...list, rows };
};
