import { DOCUMENTS, LINKAGE_DOCUMENTS, PROJECTS } from '#persistence/access/columns.js';
import { equals, uuidEquals } from './list.js';
import type { ListSpec } from './list.js';

const PROJECT = 'p.id as project, p.code as "projectCode", p.name as "projectName"';
const OVERRIDDEN = '(l.decided_treatment <> l.proposed_treatment or l.decided_amount <> l.proposed_amount)';

/** Proposals with what was decided. A decision that differs from its proposal says who, from what to what, and why. */
export const LINKAGE_LIST: ListSpec = {
  action: 'linkage.read',
  select: `l.id, l.campaign_id as campaign, ${PROJECT}, p.department_id as department, top.name as "departmentName", l.base_amount::text as "baseAmount", l.proposed_treatment as "proposedTreatment",
    l.proposed_amount::text as "proposedAmount", l.explanation, l.decided_treatment as "decidedTreatment", l.decided_amount::text as "decidedAmount",
    l.reason, l.decided_by as "decidedBy", who.name as "decidedByName", l.approved_by as "approvedBy", chief.name as "approvedByName", ${OVERRIDDEN} as overridden, l.decided_at as "decidedAt",
    l.carried_at as "carriedAt"`,
  from: `linkage_proposal l join project p on p.id = l.project_id join budget_unit top on top.id = p.department_id left join person who on who.id = l.decided_by
    left join person chief on chief.id = l.approved_by`,
  sees: PROJECTS('p'),
  sorts: { projectCode: { sql: 'p.code', type: 'text' } },
  id: [{ sql: 'l.id', type: 'uuid' }],
  filters: {
    campaign: uuidEquals('l.campaign_id'),
    project: uuidEquals('p.id'),
    department: uuidEquals('p.department_id'),
    treatment: equals('coalesce(l.decided_treatment, l.proposed_treatment)'),
    overridden: (it) => `coalesce(${OVERRIDDEN}, false) = ${it}::boolean`,
  },
};

/** What the departments answered in their window; silence is consent and has no text. Seen by whoever sees the comment itself. */
export const LINKAGE_COMMENTS: ListSpec = {
  action: 'linkage.read',
  select: `d.id as document, d.campaign_id as campaign, d.subject_id as proposal, ${PROJECT}, d.department_id as department, d.status,
    c.content ->> 'position' as position, c.content ->> 'text' as text, d.changed_at as "changedAt"`,
  from: `document d join project p on p.id = d.project_id
    left join document_content c on c.document_id = d.id and c.version = d.filed_version`,
  where: `d.kind = 'linkage-comment'`,
  sees: DOCUMENTS('d'),
  sorts: { projectCode: { sql: 'p.code', type: 'text' } },
  id: [{ sql: 'd.id', type: 'uuid' }],
  filters: {
    campaign: uuidEquals('d.campaign_id'),
    department: uuidEquals('d.department_id'),
    position: equals(`c.content ->> 'position'`),
  },
};

/** 后续: a decision beside what the next year's budget really gave. Null while the next year has no approved budget of the project. */
const BUDGETED = 'coalesce(n.adjusted_budget, n.approved_budget)';

export const LINKAGE_FOLLOW_UP: ListSpec = {
  action: 'linkage.read',
  select: `l.id, l.campaign_id as campaign, ${PROJECT}, l.decided_treatment as "decidedTreatment", l.decided_amount::text as "decidedAmount",
    n.id as "nextProject", n.initial_budget::text as "requestedAmount", n.approved_budget::text as "approvedBudget",
    n.adjusted_budget::text as "adjustedBudget", (${BUDGETED} - l.decided_amount)::text as difference`,
  from: `linkage_proposal l join project p on p.id = l.project_id
    left join project n on n.district_id = p.district_id and n.fiscal_year = p.fiscal_year + 1 and n.code = p.code`,
  where: 'l.decided_at is not null',
  sees: PROJECTS('p'),
  sorts: { projectCode: { sql: 'p.code', type: 'text' } },
  id: [{ sql: 'l.id', type: 'uuid' }],
  filters: {
    campaign: uuidEquals('l.campaign_id'),
    project: uuidEquals('p.id'),
    department: uuidEquals('p.department_id'),
    differs: (it) => `coalesce(${BUDGETED} <> l.decided_amount, false) = ${it}::boolean`,
  },
};

/** 结果应用通知. The sums stand in the letter and were written with it. */
export const LINKAGE_DOCUMENT_LIST: ListSpec = {
  action: 'linkage.read',
  select: `x.id, x.district_id as district, x.campaign_id as campaign, x.department_id as department, u.name as "departmentName", x.year, x.serial,
    x.number, x.issuer, x.issued_on::text as "issuedOn", x.issued_at as "issuedAt", x.projects, x.before_amount::text as before,
    x.after_amount::text as after, (x.after_amount - x.before_amount)::text as change, x.hash`,
  from: 'linkage_document x join budget_unit u on u.id = x.department_id',
  sees: LINKAGE_DOCUMENTS('x', 'u'),
  sorts: { issuedAt: { sql: 'x.issued_at', type: 'timestamptz' } },
  id: [{ sql: 'x.id', type: 'uuid' }],
  filters: { campaign: uuidEquals('x.campaign_id'), department: uuidEquals('x.department_id') },
};

/** As it was issued. */
export const LINKAGE_DOCUMENT_TEXT = { ...LINKAGE_DOCUMENT_LIST, select: 'x.text' };
