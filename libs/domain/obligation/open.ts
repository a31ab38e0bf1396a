import { makeDeadline } from './deadline.js';
import type { Deadline, DocumentState, ObligationInput, ObligationState } from './state.js';

const fresh = (id: string): DocumentState => ({
  id,
  status: 'open',
  step: -1,
  round: 0,
  owners: null,
  filedBy: null,
  reviewers: [],
  added: [],
  approvals: [],
  limit: null,
  returnedAfter: null,
});

/**
 * The state of an obligation as it is opened. A function of its input alone, so that the row and the workflow agree without talking.
 * `laid`: its deadline, when that was laid on the calendar for another one already.
 */
export const open = (input: ObligationInput, laid?: Deadline): ObligationState => {
  const { documents, dueOn, ...rest } = input;
  return {
    ...rest,
    status: documents.length === 0 ? 'closed' : 'open',
    documents: Object.fromEntries(documents.map((id) => [id, fresh(id)])),
    deadline: laid ?? makeDeadline(input, 1, dueOn, input.opensAt),
    extension: null,
    delegations: [],
    sequence: 0,
    requests: [],
  };
};
