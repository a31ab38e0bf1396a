import { z } from 'zod';
import { DOCUMENT_KINDS } from '#domain/stage/document-kind.js';
import { byId, fieldError, id, json } from './fields.js';
import { route } from './route.js';

const finding = z
  .strictObject({
    /** `block` would refuse the submission; the others are remarked. */
    severity: z.enum(['block', 'warn', 'note']),
    /** The form's own shape, or a rule of the stage. */
    from: z.enum(['form', 'rule']),
    /** Field of the content, for instance `indicators.2.targetValue`; empty for the document as a whole. */
    path: fieldError.shape.path,
    /** The field's printed label. */
    label: z.string(),
    code: fieldError.shape.code,
    zh: z.string(),
    en: z.string(),
    /** The words of the content that it is about. */
    quote: z.string().nullable(),
    /** What the rule rests on. */
    source: z.string().nullable(),
  })
  .meta({ id: 'DraftFinding' });

const figures = {
  /** Exact: a decimal or a quotient. */
  exact: z.string(),
  shown: z.string(),
  full: z.string(),
};

const score = z
  .strictObject({
    /** Null while there is none; the sentence says why. */
    total: z.strictObject({ ...figures, grade: z.enum(['优', '良', '中', '差']).nullable() }).nullable(),
    /** Everything that counts has been read: what is shown is what would be recorded. */
    complete: z.boolean(),
    conclusion: z.enum(['support', 'adjust', 'reject']).nullable(),
    zh: z.string(),
    en: z.string(),
    lines: z.array(
      z.strictObject({
        name: z.string(),
        /** Its place among the indicators. */ indicator: z.int().nullable(),
        ...figures,
        zh: z.string(),
        en: z.string(),
      }),
    ),
    /** Rule, inputs, steps and rounding. */
    explanation: json,
  })
  .meta({ id: 'DraftScore' });

const answer = z
  .strictObject({
    document: id,
    kind: z.enum(DOCUMENT_KINDS),
    /** Nothing blocks. */
    submittable: z.boolean(),
    /** The rules of the stage have looked at it; false while too little of the form can be read. */
    judged: z.boolean(),
    findings: z.array(finding),
    /** Only of forms that are scored. */
    score: score.nullable(),
  })
  .meta({ id: 'DraftCheck' });

export const checkDraft = route({
  id: 'checkDraft',
  method: 'post',
  path: '/documents/{document}/check',
  tag: 'documents',
  summary:
    '填报校验 What submitting this content would say, as far as it is typed: findings of form and rules, and the score; nothing is stored',
  action: 'documents.write',
  params: byId('document'),
  body: z.record(z.string(), json),
  answer,
});

export const getFindings = route({
  id: 'getFindings',
  method: 'get',
  path: '/documents/{document}/findings',
  tag: 'documents',
  summary: '校验结果 What the checks say of the content as it stands, for whoever may read it; the score too',
  action: 'documents.read',
  params: byId('document'),
  answer,
});

export const DRAFT_CHECK_ROUTES = [checkDraft, getFindings];
