import { z } from 'zod';
import { byId, id, listQuery, page, yearFilter } from './fields.js';
import { letterFields } from './letters.js';
import { route } from './route.js';

const tag = 'approval-replies';

const reply = z
  .strictObject({
    ...letterFields,
    issuedByName: z.string(),
    /** How many documents it approves. */
    documents: z.int(),
  })
  .meta({ id: 'ApprovalReply' });

const line = z
  .strictObject({
    document: id,
    title: z.string(),
    project: id.nullable(),
    unit: id.nullable(),
    unitName: z.string().nullable(),
    version: z.int(),
    hash: z.string(),
    /** The document whose approval this one replaces, after a budget adjustment. */
    supersedes: id.nullable(),
    /** The document that replaced this one since; null while it is in force. */
    supersededBy: id.nullable(),
  })
  .meta({ id: 'ApprovedDocument' });

export const issueReplies = route({
  id: 'issueApprovalReplies',
  method: 'post',
  path: '/approval-replies',
  tag,
  summary: '批复 Reply to approved targets: one numbered letter a department, all of them or none; from then on their content is locked',
  action: 'replies.write',
  body: z.strictObject({ campaign: id, documents: z.array(id).min(1).max(5_000) }),
  answer: z.strictObject({ replies: z.array(reply) }),
  idempotent: true,
});

export const listReplies = route({
  id: 'listApprovalReplies',
  method: 'get',
  path: '/approval-replies',
  tag,
  summary: '批复文件 Approval replies',
  action: 'replies.read',
  query: listQuery(['-issuedAt', 'issuedAt'], {
    campaign: id.optional(),
    department: id.optional(),
    document: id.optional(),
    year: yearFilter.optional(),
  }),
  answer: page(reply),
});

export const getReply = route({
  id: 'getApprovalReply',
  method: 'get',
  path: '/approval-replies/{reply}',
  tag,
  summary: '批复详情 One approval reply',
  action: 'replies.read',
  params: byId('reply'),
  answer: reply,
});

export const listReplyDocuments = route({
  id: 'listReplyDocuments',
  method: 'get',
  path: '/approval-replies/{reply}/documents',
  tag,
  summary: '批复清单 What it approves, as far as one may see it, and what was replaced since',
  action: 'replies.read',
  params: byId('reply'),
  query: listQuery(['title', '-title'], {}),
  answer: page(line),
});

export const getReplyText = route({
  id: 'getApprovalReplyText',
  method: 'get',
  path: '/approval-replies/{reply}/text',
  tag,
  summary: '批复正文 The letter as it is printed, with what one may see of it',
  action: 'replies.read',
  params: byId('reply'),
  answer: z.string(),
  mediaType: 'text/plain',
});

export const REPLY_ROUTES = [issueReplies, listReplies, getReply, listReplyDocuments, getReplyText];
