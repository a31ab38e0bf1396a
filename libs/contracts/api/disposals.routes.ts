import { z } from 'zod';
import { amount, byId, id, sentence } from './fields.js';
import { route } from './route.js';

export const carryOutDisposal = route({
  id: 'carryOutDisposal',
  method: 'post',
  path: '/disposals/{disposal}/execution',
  tag: 'monitoring',
  summary:
    '落实处置 Carry out what was ordered, once: an adjustment has the target filed again, a reallocation those of both projects, a cancellation ends the project',
  action: 'budgets.adjust',
  params: byId('disposal'),
  body: z.strictObject({
    /** The new budget, of an adjustment or a reallocation. */ amount: amount.optional(),
    /** The project of the same year that is given what a reallocation takes. */ to: id.optional(),
    /** Without it: the correction that was ordered. */ reason: sentence.optional(),
  }),
  answer: z
    .strictObject({
      disposal: id,
      /** `obligation/{id}` in which the target is filed again (of a reallocation: that of the project which gives), or `organisation-change/{id}`. */
      carriedOutAs: z.string(),
    })
    .meta({ id: 'DisposalCarriedOut' }),
  idempotent: true,
});

export const DISPOSAL_ROUTES = [carryOutDisposal];
