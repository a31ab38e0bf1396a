import { useMutation, useQueryClient } from '@tanstack/react-query';
import { computeAmount } from '#domain/budget-linkage/amount.js';
import type { LinkageDecisionContent } from '#domain/budget-linkage/content.js';
import { linkProject } from '#domain/budget-linkage/decide.js';
import type { Treatment } from '#domain/policy/policy.js';
import { show } from '#domain/score/exact.js';
import { http, once } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { isProblem } from '../../api/problem.js';
import { isTreatment } from './proposals.js';
import type { Proposal } from './proposals.js';

export type BulkAnswer = Schemas['BulkAnswer'];

/** How a decision differs from its proposal: another treatment, by a share of the base or with an amount of its own. */
export interface Otherwise {
  readonly treatment: Treatment;
  readonly percent: string;
  readonly amount: string;
}

/** What is decided of a proposal; the amount follows from the treatment by the rules' own computation. */
export const outcomeOf = (proposal: Proposal, otherwise: Otherwise | null): Omit<LinkageDecisionContent, 'reason'> => {
  const { proposedTreatment, proposedAmount, baseAmount } = proposal;
  if (!otherwise) return { treatment: isTreatment(proposedTreatment) ? proposedTreatment : 'maintain', amount: proposedAmount };
  const { treatment, percent, amount } = otherwise;
  if (amount !== '') return { treatment, amount };
  const share = treatment === 'compress' ? { by: percent || '0' } : treatment === 'prioritise' ? { raise: percent || '0' } : {};
  return { treatment, amount: show(computeAmount({ when: '', treatment, ...share }, [], baseAmount, null, {}).amount, 2) };
};

/** Amount and treatment say different things: a cut that takes nothing, a cancelled project with money. */
export const isContradictory = (
  { id, projectName: name, department, baseAmount: base }: Proposal,
  it: Omit<LinkageDecisionContent, 'reason'>,
): boolean =>
  linkProject(
    { id, name, department, base, facts: {}, override: { ...it, reason: '·', by: '·' } },
    { version: '', source: '', rules: [], bounds: {} },
  ).override?.contradictory ?? false;

type Refused = BulkAnswer['results'][number];

const save = async ({ id, contentVersion }: Schemas['Document'], content: LinkageDecisionContent): Promise<Refused | null> => {
  const params = { path: { document: id }, header: { 'If-Match': `"${String(contentVersion)}"` } };
  const { error } = await http.PUT('/api/v1/documents/{document}/content', { params, body: { ...content } });
  if (error === undefined) return null;
  if (!isProblem(error)) throw error as unknown;
  const { code, zh, en } = error;
  return { document: id, outcome: 'refused', status: null, round: 0, refusal: { code, zh, en } as NonNullable<Refused['refusal']> };
};

const submit = async (documents: readonly Schemas['Document'][]): Promise<BulkAnswer> => {
  if (documents.length === 0) return { done: 0, refused: 0, results: [] };
  const body = { documents: documents.map(({ id, round }) => ({ id, round })) };
  const { data, error } = await http.POST('/api/v1/documents/submit', { params: { header: once() }, body });
  if (!data) throw error as unknown;
  return data;
};

interface Wish {
  readonly proposals: readonly Proposal[];
  readonly otherwise: Otherwise | null;
  readonly reason: string;
  readonly onProgress: (done: number) => void;
}

/** Writes each decision and submits all that could be written; what somebody else changed meanwhile is answered row by row. */
const decideAll = async ({ proposals, otherwise, reason, onProgress }: Wish): Promise<BulkAnswer> => {
  const refused: Refused[] = [];
  const saved: Schemas['Document'][] = [];
  for (const proposal of proposals) {
    if (!proposal.decision) continue;
    const no = await save(proposal.decision, { ...outcomeOf(proposal, otherwise), reason });
    if (no) refused.push(no);
    else saved.push(proposal.decision);
    onProgress(saved.length + refused.length);
  }
  const answer = await submit(saved);
  return { done: answer.done, refused: answer.refused + refused.length, results: [...refused, ...answer.results] };
};

export const useDecide = () => {
  const queries = useQueryClient();
  return useMutation({ mutationFn: decideAll, onSettled: () => void queries.invalidateQueries() });
};
