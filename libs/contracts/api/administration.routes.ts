import { z } from 'zod';
import { byId, id, instant } from './fields.js';
import { route } from './route.js';

const count = z.int();
const name = z.strictObject({ backup: z.string().regex(/^jiheng-\d{8}T\d{9}Z\.dump$/) });

export const resendMail = route({
  id: 'resendMail',
  method: 'post',
  path: '/mails/{mail}/resend',
  tag: 'mails',
  summary: '重发邮件 Send a letter again, or at once if it waits for its next attempt; it is the same letter under the same Message-ID',
  action: 'mails.resend',
  params: byId('mail'),
  answer: z
    .strictObject({ mail: id, address: z.string(), before: z.enum(['pending', 'sent', 'failed']), attempts: count })
    .meta({ id: 'ResentMail' }),
  status: 200,
  idempotent: true,
});

const backup = z
  .strictObject({
    name: z.string(),
    /** `interrupted`: the process that made it has ended before it was whole. */
    state: z.enum(['running', 'done', 'failed', 'interrupted']),
    startedAt: instant,
    finishedAt: instant.nullable(),
    size: count.nullable(),
    sha256: z.string().nullable(),
    error: z.string().nullable(),
  })
  .meta({ id: 'Backup' });

export const listBackups = route({
  id: 'listBackups',
  method: 'get',
  path: '/backups',
  tag: 'system',
  summary: '备份 Backups of the database on this machine, newest first, and whether one can be made here',
  action: 'backups.manage',
  answer: z.strictObject({
    /** False: no pg_dump was found, or this deployment keeps no backups. */
    available: z.boolean(),
    program: z.string().nullable(),
    items: z.array(backup),
  }),
});
export const startBackup = route({
  id: 'startBackup',
  method: 'post',
  path: '/backups',
  tag: 'system',
  summary: '立即备份 Begin a backup; the list tells how it goes',
  action: 'backups.manage',
  answer: backup,
  status: 202,
  idempotent: true,
});
export const downloadBackup = route({
  id: 'downloadBackup',
  method: 'get',
  path: '/backups/{backup}/file',
  tag: 'system',
  summary: '下载备份 A whole backup, for pg_restore; every download stands in the trail',
  action: 'backups.manage',
  params: name,
  mediaType: 'application/octet-stream',
  status: 200,
});
export const pruneBackups = route({
  id: 'pruneBackups',
  method: 'post',
  path: '/backups/prune',
  tag: 'system',
  summary: '清理备份 Keep the newest whole ones and remove the rest',
  action: 'backups.manage',
  body: z.strictObject({ keep: z.int().min(1).max(1_000) }),
  answer: z.strictObject({ removed: z.array(z.string()) }),
  status: 200,
  idempotent: true,
});

const waiting = z.strictObject({ pending: count, failed: count, oldestAt: instant.nullable() });

export const getSystemStatus = route({
  id: 'getSystemStatus',
  method: 'get',
  path: '/system/status',
  tag: 'system',
  summary: '系统状态 Database, engine, queues, mail, backups and versions in one answer',
  action: 'system.read',
  answer: z
    .strictObject({
      at: instant,
      product: z.string(),
      node: z.string(),
      startedAt: instant,
      memoryBytes: count,
      database: z.strictObject({
        up: z.boolean(),
        version: z.string().nullable(),
        sizeBytes: count.nullable(),
        connections: count.nullable(),
        migration: z.string().nullable(),
      }),
      engine: z.strictObject({ up: z.boolean() }),
      queues: z
        .strictObject({
          /** Obligations in the tables of which no workflow runs yet. */
          unstarted: count,
          /** Obligations whose clock should have spoken more than two minutes ago. */
          behind: count,
          outbox: waiting,
          webhooks: waiting,
          lastMailAt: instant.nullable(),
        })
        .nullable(),
      backups: z.strictObject({ available: z.boolean(), running: z.boolean(), last: backup.nullable() }),
      listeners: count,
    })
    .meta({ id: 'SystemStatus' }),
});

export const ADMINISTRATION_ROUTES = [resendMail, listBackups, startBackup, downloadBackup, pruneBackups, getSystemStatus];
