import { z } from 'zod';
import { fieldPath } from './attachments.routes.js';
import { byId, flag, id, instant, listQuery, page } from './fields.js';
import { route } from './route.js';

const tag = 'comments';
const params = byId('document');

const comment = z
  .strictObject({
    id,
    document: id,
    replyTo: id.nullable(),
    path: z.string().nullable(),
    contentVersion: z.int(),
    text: z.string(),
    author: id,
    authorName: z.string(),
    at: instant,
    mentions: z.array(z.strictObject({ person: id, name: z.string() })),
    resolvedAt: instant.nullable(),
    resolvedBy: id.nullable(),
  })
  .meta({ id: 'Comment' });

export const listComments = route({
  id: 'listComments',
  method: 'get',
  path: '/documents/{document}/comments',
  tag,
  summary: '批注 Comments on a document and its fields, seen by all who see the document',
  action: 'documents.read',
  params,
  query: listQuery(['at', '-at'], { path: fieldPath.optional(), resolved: flag.optional() }),
  answer: page(comment),
});
export const addComment = route({
  id: 'addComment',
  method: 'post',
  path: '/documents/{document}/comments',
  tag,
  summary: '添加批注 Comment on a document or one of its fields; who is mentioned, and who is replied to, is told',
  action: 'comments.write',
  params,
  body: z.strictObject({
    text: z.string().trim().min(1).max(2_000),
    path: fieldPath.optional(),
    replyTo: id.optional(),
    mentions: z.array(id).max(20).default([]),
  }),
  answer: comment,
  status: 201,
  idempotent: true,
});
export const resolveComment = route({
  id: 'resolveComment',
  method: 'put',
  path: '/documents/{document}/comments/{comment}/resolution',
  tag,
  summary: '标记已处理 Mark a comment as dealt with, or open it again',
  action: 'comments.write',
  params: byId('document', 'comment'),
  body: z.strictObject({ resolved: z.boolean() }),
  answer: comment,
});

export const COMMENT_ROUTES = [listComments, addComment, resolveComment];
