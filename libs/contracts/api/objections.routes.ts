import { z } from 'zod';
import { OBJECTIONABLE } from '#domain/objection/objection.js';
import type { ObjectionStage } from '#domain/objection/objection.js';
import { byId, flag, id, instant, listQuery, page } from './fields.js';
import { route } from './route.js';

const stageNames = Object.keys(OBJECTIONABLE) as [ObjectionStage, ...ObjectionStage[]];

const items = z.array(z.strictObject({ about: z.string(), text: z.string() }));

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
        items,
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

export const getObjectedTo = route({
  id: 'getObjectedTo',
  method: 'get',
  path: '/documents/{document}/objected-to',
  tag: 'documents',
  summary: '所涉认定 What an objection, or the decision on it, is about: what was found, its numbered problems, and what the unit says',
  action: 'documents.read',
  params: byId('document'),
  answer: z
    .strictObject({
      /** The document that says what was found. */
      document: id,
      kind: z.enum(OBJECTIONABLE),
      title: z.string(),
      score: z.string().nullable(),
      grade: z.string().nullable(),
      conclusion: z.string().nullable(),
      reason: z.string().nullable(),
      problems: z.array(z.strictObject({ number: z.int(), problem: z.string(), recommendation: z.string().nullable() })),
      /** What the unit said; null on the objection itself. */
      objection: z.strictObject({ document: id, text: z.string(), items }).nullable(),
    })
    .meta({ id: 'ObjectedTo' }),
});

export const OBJECTION_ROUTES = [listObjections, getObjectedTo];
