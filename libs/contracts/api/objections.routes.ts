import { z } from 'zod';
import { OBJECTIONABLE } from '#domain/objection/objection.js';
import type { ObjectionStage } from '#domain/objection/objection.js';
import { flag, id, instant, listQuery, page } from './fields.js';
import { route } from './route.js';

const stageNames = Object.keys(OBJECTIONABLE) as [ObjectionStage, ...ObjectionStage[]];

export const listObjections = route({
  id: 'listObjections',
  method: 'get',
  path: '/objections',
  tag: 'documents',
  summary: '异议 What units objected to, what the bureau decided on it, why, and what was corrected',
  action: 'feedback.read',
  query: listQuery(['-filedAt', 'filedAt'], {
    campaign: id.optional(),
    stage: z.string().max(40).optional(),
    unit: id.optional(),
    /** The document that was objected to. */
    about: id.optional(),
    decided: flag.optional(),
  }),
  answer: page(
    z
      .strictObject({
        /** The objection. */
        document: id,
        campaign: id,
        stage: z.string(),
        stageName: z.enum(stageNames),
        title: z.string(),
        unit: id.nullable(),
        unitName: z.string().nullable(),
        project: id.nullable(),
        projectName: z.string().nullable(),
        about: id,
        aboutKind: z.enum(OBJECTIONABLE),
        text: z.string(),
        items: z.array(z.strictObject({ about: z.string(), text: z.string() })),
        filedAt: instant,
        /** The decision; null while there is none that holds, like all that it says. */
        ruling: id.nullable(),
        sustained: z.boolean().nullable(),
        reason: z.string().nullable(),
        correctedScore: z.string().nullable(),
        corrections: z.array(z.strictObject({ number: z.int(), problem: z.string().optional() })),
        decidedAt: instant.nullable(),
      })
      .meta({ id: 'Objection' }),
  ),
});

export const OBJECTION_ROUTES = [listObjections];
