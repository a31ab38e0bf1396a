import { z } from 'zod';
import { furtherStatements } from '../rules/reconcile.schema.js';
import { byId, fieldError, id, json } from './fields.js';
import { route } from './route.js';

const tag = 'key-evaluation';
const said = { zh: z.string(), en: z.string() };

const reconciled = z
  .strictObject({
    ...{ evaluation: id, project: id, projectName: z.string(), agencyName: z.string() },
    /** The report that was checked: the final one, before that the draft, in the version that was filed. */
    document: id,
    kind: z.enum(['evaluation-draft', 'evaluation-final']),
    version: z.int(),
    status: z.string(),
    /** What the policy makes of a contradiction when the report is submitted. */
    mode: z.enum(['off', 'warn', 'block']),
    /** Somebody should correct it before it is accepted. */
    objects: z.boolean(),
    /** What contradicts itself, by field, worst first. */
    contradictions: z.array(fieldError.extend({ label: z.string(), severity: z.enum(['warn', 'note']) })),
    /** Every statement with what it recomputes to. */
    statements: z.array(
      z.strictObject({
        id: z.string(),
        topic: z.string().nullable(),
        published: z.string().nullable(),
        verdict: z.enum(['consistent', 'inconsistent', 'not-recomputable', 'computed']),
        recomputed: z.string().nullable(),
        difference: z.string().nullable(),
        ...said,
        explanation: json,
      }),
    ),
    findings: z.array(
      z.strictObject({
        code: z.string(),
        severity: z.enum(['error', 'warn', 'note']),
        at: z.array(z.string()),
        ...said,
        explanation: json,
      }),
    ),
  })
  .meta({ id: 'ReportReconciliation' });

export const getReconciliation = route({
  id: 'getReconciliation',
  method: 'get',
  path: '/evaluations/{evaluation}/reconciliation',
  tag,
  summary: '报告核对 The filed report’s words and tables against each other, beside it before it is accepted',
  action: 'agencies.read',
  params: byId('evaluation'),
  answer: reconciled,
});
export const reconcileFurther = route({
  id: 'reconcileReport',
  method: 'post',
  path: '/evaluations/{evaluation}/reconciliation',
  tag,
  summary:
    '报告核对（附加表述） The same with what the printed report says besides, in the format of `jiheng reconcile`; nothing is stored',
  action: 'agencies.read',
  params: byId('evaluation'),
  body: furtherStatements,
  answer: reconciled,
});

export const RECONCILIATION_ROUTES = [getReconciliation, reconcileFurther];
