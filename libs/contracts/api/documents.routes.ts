import { z } from 'zod';
import type { DocumentStatus } from '#domain/obligation/state.js';
import { DOCUMENT_KINDS } from '#domain/stage/document-kind.js';
import type { Action } from './actions.js';
import { byId, fieldError, id, instant, json, listQuery, page, sentence } from './fields.js';
import { route } from './route.js';

const tag = 'documents';
const kind = z.enum(DOCUMENT_KINDS);
export const DOCUMENT_STATUSES = [
  'open',
  'returned',
  'in-review',
  'approved',
  'rejected',
  'cancelled',
  'consented',
  'lapsed',
] as const satisfies readonly DocumentStatus[];
const status = z.enum(DOCUMENT_STATUSES);

const document = z
  .strictObject({
    id,
    obligation: id,
    campaign: id,
    stage: id,
    kind,
    title: z.string(),
    unit: id.nullable(),
    unitName: z.string().nullable(),
    department: id.nullable(),
    agency: id.nullable(),
    project: id.nullable(),
    subject: id.nullable(),
    status,
    step: z.string().nullable(),
    round: z.int(),
    limitAt: instant.nullable(),
    dueAt: instant,
    contentVersion: z.int(),
    filedVersion: z.int().nullable(),
    changedAt: instant,
  })
  .meta({ id: 'Document' });

const wholeDocument = z
  .strictObject({
    ...document.shape,
    content: json,
    /** The version of `content`: what If-Match of a change must name. */
    version: z.int(),
    /** Whose turn it is, by name. */
    turn: z.array(z.strictObject({ person: id, name: z.string(), doing: z.enum(['file', 'review']) })),
  })
  .meta({ id: 'DocumentWithContent' });

export const listDocuments = route({
  id: 'listDocuments',
  method: 'get',
  path: '/documents',
  tag,
  summary: '材料 Documents',
  action: 'documents.read',
  query: listQuery(['dueAt', '-dueAt'], {
    campaign: id.optional(),
    stage: id.optional(),
    status: status.optional(),
    kind: kind.optional(),
    unit: id.optional(),
    department: id.optional(),
    project: id.optional(),
    obligation: id.optional(),
    subject: id.optional(),
    dueBefore: instant.optional(),
    dueAfter: instant.optional(),
    /** The rows behind a figure of the overview or of the heat map. */
    counted: z.enum(['owed', 'filed', 'approved', 'returned', 'to-file', 'in-review', 'done']).optional(),
    /** Filed after its day, or by this instant not filed though its day has passed. */
    lateAt: instant.optional(),
    /** By this instant still to be filed, for the first time or again, after its day. */
    overdueAt: instant.optional(),
  }),
  answer: page(document),
});
export const getDocument = route({
  id: 'getDocument',
  method: 'get',
  path: '/documents/{document}',
  tag,
  summary: '材料详情 One document with its content',
  action: 'documents.read',
  params: byId('document'),
  answer: wholeDocument,
  etag: true,
});
export const saveContent = route({
  id: 'saveContent',
  method: 'put',
  path: '/documents/{document}/content',
  tag,
  summary: '保存草稿 Save the draft as a new version, while it is one’s turn to file',
  action: 'documents.write',
  params: byId('document'),
  body: z.record(z.string(), json),
  answer: z.strictObject({ document: id, version: z.int() }),
  etag: true,
  ifMatch: true,
});

/** Documents of one request, as their reader saw them: `round` guards against deciding on what was filed anew since. */
const documents = z
  .array(z.strictObject({ id, round: z.int().min(0).optional() }))
  .min(1)
  .max(5_000);

const refusal = z
  .strictObject({
    code: z.string(),
    zh: z.string(),
    en: z.string(),
    details: z.record(z.string(), z.union([z.string(), z.number()])),
    errors: z.array(fieldError).optional(),
  })
  .meta({ id: 'Refusal' });

export const bulkAnswer = z
  .strictObject({
    done: z.int(),
    refused: z.int(),
    /** One for each document of the request, in its order. */
    results: z.array(
      z.strictObject({
        document: id,
        outcome: z.enum(['done', 'refused']),
        status: status.nullable(),
        round: z.int(),
        refusal: refusal.optional(),
        /** What automatic checks say besides; it refuses nothing. */
        remarks: z.array(fieldError.extend({ severity: z.enum(['warn', 'note']) })).optional(),
      }),
    ),
  })
  .meta({ id: 'BulkAnswer' });

const bulk = <const N extends string, const P extends string, F extends z.ZodRawShape>(
  name: N,
  path: P,
  action: Action,
  summary: string,
  fields: F,
) =>
  route({
    id: name,
    method: 'post',
    path: `/documents/${path}`,
    tag,
    summary,
    action,
    body: z.strictObject({ documents, ...fields }),
    answer: bulkAnswer,
    idempotent: true,
  });

const reason = z.strictObject({
  document: id.optional(),
  field: z.string().max(200).optional(),
  text: z.string().trim().min(1).max(2_000),
});

export const submit = bulk('submit', 'submit', 'documents.submit', '申报 Submit', {});
export const withdraw = bulk('withdraw', 'withdraw', 'documents.submit', '撤回 Withdraw what is not decided yet', {});
export const review = bulk('review', 'review', 'documents.review', '审核 Approve, return with reasons, or reject', {
  verdict: z.enum(['approve', 'return', 'reject']),
  to: z.string().max(60).optional(),
  reasons: z.array(reason).max(5_000).optional(),
});
export const transfer = bulk('transfer', 'transfer', 'documents.transfer', '转办 Hand the task to somebody else', {
  to: id,
  reason: sentence,
});
export const addReviewer = bulk('addReviewer', 'add-reviewer', 'documents.review', '加签 One more reviewer at the present step', {
  person: id,
  reason: sentence.optional(),
});
export const remind = bulk('remind', 'remind', 'documents.remind', '催办 Remind whoever’s turn it is', {});
export const cancel = bulk('cancel', 'cancel', 'documents.cancel', '取消 Take documents out: nobody owes them any more', {
  reason: sentence,
});

export const DOCUMENT_ROUTES = [listDocuments, getDocument, saveContent, submit, withdraw, review, transfer, addReviewer, remind, cancel];
