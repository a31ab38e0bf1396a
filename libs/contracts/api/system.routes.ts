import { z } from 'zod';
import { id, instant, json, listQuery, page } from './fields.js';
import { auditEntry } from './obligations.routes.js';
import { route } from './route.js';

const tag = 'system';

export const listAudit = route({
  id: 'listAudit',
  method: 'get',
  path: '/audit',
  tag: 'audit',
  summary: '审计轨迹 The audit trail by stream or period',
  action: 'audit.read',
  query: listQuery(['-at', 'at'], {
    stream: z.string().max(120).optional(),
    /** A kind of stream: what stands before the slash. */
    of: z.string().max(40).optional(),
    type: z.string().max(60).optional(),
    actor: id.optional(),
    from: instant.optional(),
    until: instant.optional(),
  }),
  answer: page(auditEntry),
});
export const listMails = route({
  id: 'listMails',
  method: 'get',
  path: '/mails',
  tag: 'mails',
  summary: '邮件 One’s own mails; the system administrator sees every envelope and no text',
  action: 'mails.read',
  query: listQuery(['-at', 'at'], { status: z.enum(['pending', 'sent', 'failed']).optional() }),
  answer: page(
    z
      .strictObject({
        id,
        person: id,
        personName: z.string(),
        address: z.string(),
        /** Null: it carries no message that could be sent again. */
        status: z.enum(['pending', 'sent', 'failed']).nullable(),
        attempts: z.int().nullable(),
        subject: z.string().nullable(),
        body: z.string().nullable(),
        at: instant,
        response: z.string().nullable(),
      })
      .meta({ id: 'Mail' }),
  ),
});
export const getHealth = route({
  id: 'getHealth',
  method: 'get',
  path: '/health',
  tag,
  summary: '健康检查 Whether database and engine answer',
  action: 'public',
  answer: z.strictObject({ status: z.literal('ok'), details: json }).meta({ id: 'Health' }),
});
export const getMetrics = route({
  id: 'getMetrics',
  method: 'get',
  path: '/metrics',
  tag,
  summary: '指标 Metrics for Prometheus; a system administrator, or the configured bearer token',
  action: 'metrics.read',
  answer: z.string(),
  mediaType: 'text/plain',
});

export const SYSTEM_ROUTES = [listAudit, listMails, getHealth, getMetrics];
