import { NOBODY } from '#persistence/access/columns.js';
import { equals, uuidEquals } from './list.js';
import type { ListSpec } from './list.js';

/** Of one document, which was found visible before. */
export const ATTACHMENT_LIST: ListSpec = {
  action: 'documents.read',
  select: `a.id, a.document_id as document, a.path, a.name, a.size, a.sha256, a.media_type as "mediaType", a.attached_at as "attachedAt",
    a.attached_by as "attachedBy", p.name as "attachedByName", a.detached_at as "detachedAt"`,
  from: 'attachment a join person p on p.id = a.attached_by',
  sees: NOBODY,
  sorts: { attachedAt: { sql: 'a.attached_at', type: 'timestamptz' } },
  id: [{ sql: 'a.id', type: 'uuid' }],
  filters: {
    document: uuidEquals('a.document_id'),
    attachment: uuidEquals('a.id'),
    path: equals('a.path'),
    detached: (it) => `(${it}::boolean or a.detached_at is null)`,
  },
};

/** Of one document, which was found visible before. */
export const COMMENT_LIST: ListSpec = {
  action: 'documents.read',
  select: `c.id, c.document_id as document, c.reply_to as "replyTo", c.path, c.content_version as "contentVersion", c.text, c.author_id as author,
    p.name as "authorName", c.at, c.resolved_at as "resolvedAt", c.resolved_by as "resolvedBy",
    coalesce((select jsonb_agg(jsonb_build_object('person', m.id, 'name', m.name) order by m.name, m.id)
      from person m where m.id = any (c.mentions)), '[]') as mentions`,
  from: 'comment c join person p on p.id = c.author_id',
  sees: NOBODY,
  sorts: { at: { sql: 'c.at', type: 'timestamptz' } },
  id: [{ sql: 'c.id', type: 'uuid' }],
  filters: {
    document: uuidEquals('c.document_id'),
    comment: uuidEquals('c.id'),
    path: equals('c.path'),
    resolved: (it) => `(c.resolved_at is not null) = ${it}::boolean`,
  },
};
