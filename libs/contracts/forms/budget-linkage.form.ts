import { z } from 'zod';
import type { LinkageCommentContent, LinkageDecisionContent } from '#domain/budget-linkage/content.js';
import { amount, page } from './fields.js';

export const linkageCommentForm = z
  .strictObject({ position: z.enum(['agree', 'object']), text: z.string().trim().max(5_000) })
  .refine((it) => it.position === 'agree' || it.text.length > 0, { path: ['text'], error: '异议须说明理由 (an objection says why)' })
  .meta({ id: 'LinkageCommentContent' }) satisfies z.ZodType<LinkageCommentContent>;

export const linkageDecisionForm = z
  .strictObject({ treatment: z.enum(['prioritise', 'maintain', 'compress', 'cancel']), amount, reason: page })
  .meta({ id: 'LinkageDecisionContent' }) satisfies z.ZodType<LinkageDecisionContent>;
