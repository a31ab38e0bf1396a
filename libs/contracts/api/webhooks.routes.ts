import { z } from 'zod';
import { byId, flag, id, instant, json, listQuery, name, page, version } from './fields.js';
import { route } from './route.js';

const tag = 'webhooks';
const action = 'webhooks.write';
const format = z.enum(['json', 'wecom', 'dingtalk']);
const url = z.string().max(1_000);
const secret = z.string().min(16).max(200);
const kinds = z
  .array(z.string().regex(/^[a-z-]{1,40}$/))
  .min(1)
  .max(40);
const params = byId('webhook');

const webhook = z
  .strictObject({
    id,
    district: id,
    name: z.string(),
    /** Without its query, in which robots carry their key. */
    url: z.string(),
    format,
    /** A secret is set; it is never shown. */
    signed: z.boolean(),
    kinds: z.array(z.string()),
    active: z.boolean(),
    createdAt: instant,
    version,
  })
  .meta({ id: 'Webhook' });

const delivery = z
  .strictObject({
    id,
    events: z.array(json),
    status: z.enum(['pending', 'sent', 'failed']),
    attempts: z.int(),
    nextAttemptAt: instant,
    response: z.string().nullable(),
    createdAt: instant,
  })
  .meta({ id: 'WebhookDelivery' });

export const listWebhooks = route({
  id: 'listWebhooks',
  method: 'get',
  path: '/webhooks',
  tag,
  summary: '消息推送 Webhooks and robots of the district',
  action,
  query: listQuery(['createdAt', '-createdAt'], { district: id.optional(), active: flag.optional() }),
  answer: page(webhook),
});
export const createWebhook = route({
  id: 'createWebhook',
  method: 'post',
  path: '/webhooks',
  tag,
  summary: '新增推送 Send these kinds of messages to an address: signed JSON, or a robot of WeCom or DingTalk',
  action,
  body: z
    .strictObject({ district: id, name, url, format, secret: secret.optional(), kinds })
    .refine((it) => it.format !== 'json' || it.secret !== undefined, {
      path: ['secret'],
      error: '签名密钥必填 (a secret is needed, to sign with)',
    }),
  answer: webhook,
  status: 201,
});
export const getWebhook = route({
  id: 'getWebhook',
  method: 'get',
  path: '/webhooks/{webhook}',
  tag,
  summary: '推送详情 One webhook',
  action,
  params,
  answer: webhook,
  etag: true,
});
export const changeWebhook = route({
  id: 'changeWebhook',
  method: 'patch',
  path: '/webhooks/{webhook}',
  tag,
  summary: '修改推送 Change or switch off; switched on again it begins with what happens then',
  action,
  params,
  body: z.strictObject({
    name: name.optional(),
    url: url.optional(),
    secret: secret.optional(),
    kinds: kinds.optional(),
    active: z.boolean().optional(),
  }),
  answer: webhook,
  etag: true,
  ifMatch: true,
});
export const deleteWebhook = route({
  id: 'deleteWebhook',
  method: 'delete',
  path: '/webhooks/{webhook}',
  tag,
  summary: '删除推送 Remove with its deliveries; the audit trail keeps that it was there',
  action,
  params,
});
export const testWebhook = route({
  id: 'testWebhook',
  method: 'post',
  path: '/webhooks/{webhook}/test',
  tag,
  summary: '测试推送 Send a message of kind "test"',
  action,
  params,
  answer: z.strictObject({ delivery: id }),
  status: 202,
});
export const listDeliveries = route({
  id: 'listWebhookDeliveries',
  method: 'get',
  path: '/webhooks/{webhook}/deliveries',
  tag,
  summary: '推送记录 What was sent, or waits, and what was answered',
  action,
  params,
  query: listQuery(['-createdAt', 'createdAt'], { status: z.enum(['pending', 'sent', 'failed']).optional() }),
  answer: page(delivery),
});

export const WEBHOOK_ROUTES = [listWebhooks, createWebhook, getWebhook, changeWebhook, deleteWebhook, testWebhook, listDeliveries];
