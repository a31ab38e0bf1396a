import type { DataSource } from 'typeorm';
import type { Day } from '#domain/policy/policy.js';
import type { RepliedTarget } from '#domain/target-filing/approval-reply.js';
import { APPROVAL_REPLIES, DOCUMENTS } from '#persistence/access/columns.js';
import { Parameters, visible } from '#persistence/access/visible.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { equals, uuidEquals } from './list.js';
import type { ListSpec } from './list.js';
import { readRows } from './rows.js';

/** How many documents a reply holds says it itself; who sees only some of them, sees which. */
export const REPLY_LIST: ListSpec = {
  action: 'replies.read',
  select: `r.id, r.district_id as district, r.campaign_id as campaign, r.department_id as department, u.name as "departmentName", r.year, r.serial,
    r.number, r.issuer, r.issued_on::text as "issuedOn", r.issued_at as "issuedAt", p.name as "issuedByName",
    (select count(*)::integer from approval_reply_document x where x.reply_id = r.id) as documents`,
  from: 'approval_reply r join budget_unit u on u.id = r.department_id join person p on p.id = r.issued_by',
  sees: APPROVAL_REPLIES('r'),
  sorts: { issuedAt: { sql: 'r.issued_at', type: 'timestamptz' } },
  id: [{ sql: 'r.id', type: 'uuid' }],
  filters: {
    campaign: uuidEquals('r.campaign_id'),
    department: uuidEquals('r.department_id'),
    year: equals('r.year', 'integer'),
    document: (it) => `exists (select from approval_reply_document x where x.reply_id = r.id and x.document_id = ${it}::uuid)`,
  },
};

const LINE = 'approval_reply_document x join document d on d.id = x.document_id left join budget_unit u on u.id = d.unit_id';

export const REPLY_DOCUMENT_LIST: ListSpec = {
  action: 'replies.read',
  select: `d.id as document, d.title, d.project_id as project, d.unit_id as unit, u.name as "unitName", x.version, x.hash,
    x.supersedes_id as supersedes, (select l.document_id from approval_reply_document l where l.supersedes_id = x.document_id) as "supersededBy"`,
  from: LINE,
  sees: DOCUMENTS('d'),
  sorts: { title: { sql: 'd.title', type: 'text' } },
  id: [{ sql: 'd.id', type: 'uuid' }],
  filters: { reply: uuidEquals('x.reply_id') },
};

export interface ReplyRow {
  readonly id: string;
  readonly number: string;
  readonly issuer: string;
  readonly issuedOn: Day;
  readonly departmentName: string;
  readonly year: number;
}

/** What of a reply the viewer sees, in the order of the list, in the version that was approved; and the year it is for. */
export const readReplied = (
  source: DataSource,
  viewer: Viewer,
  reply: string,
): Promise<(RepliedTarget & { readonly fiscalYear: number })[]> => {
  const parameters = new Parameters();
  const is = parameters.add(reply);
  const seen = visible(viewer, 'replies.read', DOCUMENTS('d'), parameters);
  return readRows(
    source,
    `select coalesce(p.name, d.title) as name, p.code, coalesce(u.name, '') as unit, c.content, y.fiscal_year as "fiscalYear"
     from ${LINE} join document_content c on c.document_id = x.document_id and c.version = x.version
     join campaign y on y.id = d.campaign_id left join project p on p.id = d.project_id
     where x.reply_id = ${is}::uuid and ${seen} order by d.title, d.id`,
    parameters.values,
  );
};
