import { PROJECTS } from '#persistence/access/columns.js';
import { uuidEquals } from './list.js';
import type { ListSpec } from './list.js';

/** What was reported of an item and accepted, over all its reports. */
const REPORTED = `lateral (select count(*)::int as reports, coalesce(sum(x.recovered_amount), 0)::text as recovered,
    coalesce(sum(x.adjusted_amount), 0)::text as adjusted, max(x.project_effect) as effect from rectification_report x where x.finding_id = f.id) r`;

/** What was last filed of an item: with its present document or, as long as that is still to be filed, with the report that left a rest. */
const FILED = `lateral (select t.content from document z join document_content t on t.document_id = z.id and t.version = z.filed_version
    where z.id = d.id or z.id in (select x.document_id from rectification_report x where x.finding_id = f.id)
    order by z.id = d.id desc, z.changed_at desc limit 1) c`;

/** The ladder of the item's deadline: who is reminded and to whom it is escalated, and what of it was sent. */
const LADDER = `coalesce((select jsonb_agg(jsonb_build_object('day', x -> 'day', 'on', x -> 'on', 'remind', x -> 'remind', 'escalate', x -> 'escalate',
    'circulation', x -> 'circulation', 'state', x -> 'state') order by (x ->> 'at')::bigint)
    from jsonb_array_elements(o.state -> 'deadline' -> 'rungs') x), '[]')`;

/** 整改清单: each problem that a notice names, with the document that owes its correction now and what was last filed of it. */
export const RECTIFICATION_ITEMS: ListSpec = {
  action: 'feedback.read',
  select: `f.id as finding, f.campaign_id as campaign, f.number, f.problem, f.recommendation, p.id as project, p.code as "projectCode",
    p.name as "projectName", u.id as unit, u.name as "unitName", top.id as department, top.name as "departmentName", n.id as notice,
    n.number as "noticeNumber", d.id as document, o.id as obligation, d.status, d.step, d.round, d.limit_at as "limitAt",
    o.due_on::text as "dueOn", o.due_at as "dueAt", c.content ->> 'measure' as measure, c.content ->> 'personInCharge' as "personInCharge",
    coalesce(c.content -> 'evidence', '[]') as evidence, c.content -> 'remaining' ->> 'text' as remaining,
    c.content -> 'remaining' ->> 'by' as "remainingBy", r.reports, r.recovered as "recoveredAmount", r.adjusted as "adjustedAmount",
    r.effect as "projectEffect", (select count(*)::int from attachment a where a.document_id = d.id and a.detached_at is null) as attachments,
    nullif(o.state -> 'extension', 'null') as extension, ${LADDER} as ladder, f.struck_off_at as "struckOffAt"`,
  from: `finding f join evaluation e on e.id = f.evaluation_id join project p on p.id = e.project_id join budget_unit u on u.id = p.unit_id
    join budget_unit top on top.id = u.department_id join feedback_notice n on n.id = f.notice_id left join document d on d.id = f.item_id
    left join obligation o on o.id = d.obligation_id
    left join ${FILED} on true cross join ${REPORTED}`,
  sees: { ...PROJECTS('p'), agency: 'e.agency_id' },
  sorts: { projectCode: { sql: 'p.code', type: 'text' } },
  id: [
    { sql: 'f.id', type: 'uuid' },
    { sql: 'f.number', type: 'integer' },
  ],
  filters: {
    campaign: uuidEquals('f.campaign_id'),
    project: uuidEquals('p.id'),
    unit: uuidEquals('u.id'),
    department: uuidEquals('u.department_id'),
    notice: uuidEquals('n.id'),
    open: (it) => `(f.struck_off_at is null) = ${it}::boolean`,
  },
};
