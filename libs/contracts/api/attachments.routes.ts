import { z } from 'zod';
import { byId, flag, id, instant, listQuery, page } from './fields.js';
import { route } from './route.js';

const tag = 'attachments';
const fileName = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}\p{Cf}/\\:*?"<>|]+$/u, { error: '文件名不能含有路径或控制字符 (a file name holds no path and no control characters)' });
/** A field of a document's content, such as `indicators.3.actualValue`. */
export const fieldPath = z.string().min(1).max(200);

const attachment = z
  .strictObject({
    id,
    document: id,
    path: z.string().nullable(),
    name: z.string(),
    size: z.int(),
    sha256: z.string(),
    mediaType: z.string(),
    attachedAt: instant,
    attachedBy: id,
    attachedByName: z.string(),
    detachedAt: instant.nullable(),
  })
  .meta({ id: 'Attachment' });

export const listAttachments = route({
  id: 'listAttachments',
  method: 'get',
  path: '/documents/{document}/attachments',
  tag,
  summary: '附件 Files attached to a document; with detached=true also those that were taken off',
  action: 'documents.read',
  params: byId('document'),
  query: listQuery(['attachedAt', '-attachedAt'], { detached: flag.default(false), path: fieldPath.optional() }),
  answer: page(attachment),
});
export const attachFile = route({
  id: 'attachFile',
  method: 'post',
  path: '/documents/{document}/attachments',
  tag,
  summary: '上传附件 Attach a file, by whom it is the turn to file; the same file under the same name is attached once',
  action: 'documents.write',
  params: byId('document'),
  query: z.strictObject({ name: fileName, path: fieldPath.optional() }),
  upload: true,
  answer: attachment,
  status: 201,
});
export const detachFile = route({
  id: 'detachFile',
  method: 'delete',
  path: '/documents/{document}/attachments/{attachment}',
  tag,
  summary: '移除附件 Take a file off, while the document is with its filer; the bytes and the record stay',
  action: 'documents.write',
  params: byId('document', 'attachment'),
});
export const downloadFile = route({
  id: 'downloadFile',
  method: 'get',
  path: '/documents/{document}/attachments/{attachment}',
  tag,
  summary: '下载附件 The file itself, to be saved and never shown in the page',
  action: 'documents.read',
  params: byId('document', 'attachment'),
  status: 200,
  mediaType: 'application/octet-stream',
});

export const ATTACHMENT_ROUTES = [listAttachments, attachFile, detachFile, downloadFile];
