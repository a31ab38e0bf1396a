import { z } from 'zod';
import { byId, id, listQuery, page } from './fields.js';
import { letterFields } from './letters.js';
import { route } from './route.js';

const tag = 'linkage-proposals';

const linkageDocument = z
  .strictObject({
    ...letterFields,
    /** How many projects it decides, and their sums in yuan before and after. */
    projects: z.int(),
    before: z.string(),
    after: z.string(),
    change: z.string(),
    /** SHA-256 of the text, hexadecimal. */
    hash: z.string(),
  })
  .meta({ id: 'LinkageDocument' });

export const listLinkageDocuments = route({
  id: 'listLinkageDocuments',
  method: 'get',
  path: '/linkage-documents',
  tag,
  summary: '结果应用通知 Letters that tell the departments the approved decisions',
  action: 'linkage.read',
  query: listQuery(['-issuedAt', 'issuedAt'], { campaign: id.optional(), department: id.optional() }),
  answer: page(linkageDocument),
});

export const getLinkageDocument = route({
  id: 'getLinkageDocument',
  method: 'get',
  path: '/linkage-documents/{letter}',
  tag,
  summary: '结果应用通知详情 One letter; its decisions are the linkage proposals of its campaign and department',
  action: 'linkage.read',
  params: byId('letter'),
  answer: linkageDocument,
});

export const getLinkageDocumentText = route({
  id: 'getLinkageDocumentText',
  method: 'get',
  path: '/linkage-documents/{letter}/text',
  tag,
  summary: '结果应用通知正文 The letter as it was issued; the SHA-256 of the answer is its hash',
  action: 'linkage.read',
  params: byId('letter'),
  answer: z.string(),
  mediaType: 'text/plain',
});

export const LINKAGE_DOCUMENT_ROUTES = [listLinkageDocuments, getLinkageDocument, getLinkageDocumentText];
