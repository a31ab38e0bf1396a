import { z } from 'zod';
import { byId, fieldError } from './fields.js';
import { route } from './route.js';

export const getExAnteStanding = route({
  id: 'getExAnteStanding',
  method: 'get',
  path: '/documents/{document}/ex-ante',
  tag: 'documents',
  summary: '事前绩效评估核对 How an ex-ante report stands: materials present or missing, the panel, and what its scores would conclude',
  action: 'documents.read',
  params: byId('document'),
  answer: z
    .strictObject({
      materials: z.array(
        z.strictObject({
          material: z.string(),
          label: z.string(),
          source: z.string().nullable(),
          present: z.boolean(),
          reference: z.string().nullable(),
        }),
      ),
      panel: z.strictObject({
        /** How many independent experts the policy wants; null: no panel. */
        least: z.int().nullable(),
        independent: z.int(),
        conflicts: z.int(),
      }),
      result: z
        .strictObject({
          score: z.string(),
          grade: z.enum(['优', '良', '中', '差']),
          conclusion: z.enum(['support', 'adjust', 'reject']),
        })
        .nullable(),
      /** What keeps it from being submitted. */
      problems: z.array(fieldError),
    })
    .meta({ id: 'ExAnteStanding' }),
});

export const EX_ANTE_ROUTES = [getExAnteStanding];
