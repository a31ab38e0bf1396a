import { DOCUMENTS, OBLIGATIONS } from '#persistence/access/columns.js';
import { COUNTED } from './counted.js';
import { equals, uuidEquals } from './list.js';
import type { ListSpec } from './list.js';

const due = (alias: string) => ({
  dueBefore: (it: string) => `${alias}.due_at < ${it}::timestamptz`,
  dueAfter: (it: string) => `${alias}.due_at >= ${it}::timestamptz`,
});

export const OBLIGATION_LIST: ListSpec = {
  action: 'obligations.read',
  select: `o.id, o.campaign_id as campaign, o.stage_id as stage, o.kind, o.title, o.unit_id as unit, o.department_id as department,
    o.agency_id as agency, o.status, o.opened_at as "openedAt", o.due_on::text as "dueOn", o.due_at as "dueAt",
    o.deadline_serial as "deadlineSerial", o.next_at as "nextAt", o.next_what as "nextWhat", o.closed_at as "closedAt"`,
  from: 'obligation o',
  sees: OBLIGATIONS('o'),
  sorts: { dueAt: { sql: 'o.due_at', type: 'timestamptz' } },
  id: [{ sql: 'o.id', type: 'uuid' }],
  filters: {
    campaign: uuidEquals('o.campaign_id'),
    stage: uuidEquals('o.stage_id'),
    kind: equals('o.kind'),
    status: equals('o.status'),
    unit: uuidEquals('o.unit_id'),
    department: uuidEquals('o.department_id'),
    ...due('o'),
  },
};

const DOCUMENT = `d.id, d.obligation_id as obligation, d.campaign_id as campaign, d.stage_id as stage, d.kind, d.title, d.unit_id as unit,
    u.name as "unitName", d.department_id as department, d.agency_id as agency, d.project_id as project, d.subject_id as subject, d.status,
    d.step, d.round, d.limit_at as "limitAt", d.due_at as "dueAt", d.content_version as "contentVersion", d.filed_version as "filedVersion",
    d.changed_at as "changedAt"`;

export const DOCUMENT_LIST: ListSpec = {
  action: 'documents.read',
  select: DOCUMENT,
  from: 'document d left join budget_unit u on u.id = d.unit_id',
  sees: DOCUMENTS('d'),
  sorts: { dueAt: { sql: 'd.due_at', type: 'timestamptz' } },
  id: [{ sql: 'd.id', type: 'uuid' }],
  filters: {
    campaign: uuidEquals('d.campaign_id'),
    stage: uuidEquals('d.stage_id'),
    status: equals('d.status'),
    kind: equals('d.kind'),
    unit: uuidEquals('d.unit_id'),
    department: uuidEquals('d.department_id'),
    project: uuidEquals('d.project_id'),
    obligation: uuidEquals('d.obligation_id'),
    subject: uuidEquals('d.subject_id'),
    ...due('d'),
    ...COUNTED,
  },
};

/** With the newest content, its version, and whose turn it is by name. */
export const WHOLE_DOCUMENT = `${DOCUMENT}, d.content_version as version,
    coalesce((select c.content from document_content c where c.document_id = d.id and c.version = d.content_version), '{}') as content,
    coalesce((select jsonb_agg(jsonb_build_object('person', p.id, 'name', p.name, 'doing', t.doing) order by p.name, p.id)
      from task t join person p on p.id = t.person_id where t.document_id = d.id), '[]') as turn`;
