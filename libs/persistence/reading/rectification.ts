import type { DataSource } from 'typeorm';
import { PROJECTS } from '#persistence/access/columns.js';
import { Parameters, visible } from '#persistence/access/visible.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { uuidEquals } from './list.js';
import type { ListSpec } from './list.js';
import { readRows } from './rows.js';

/** A line a campaign and unit. A project that was cancelled is not counted as adjusted, whatever was reported of it before. */
const TOTALS = `(
  select f.campaign_id, u.id as unit_id, u.code, u.name, u.district_id, u.department_id, u.sector_office_id,
    count(*)::int as problems, count(f.struck_off_at)::int as rectified,
    (count(*) filter (where f.struck_off_at is null and r.reports > 0))::int as partly, count(k.confirmed)::int as rechecked,
    (count(*) filter (where k.confirmed))::int as confirmed, (count(*) filter (where not k.confirmed and not k.overturned))::int as reopened,
    coalesce(sum(r.recovered), 0) as recovered, coalesce(sum(r.adjusted), 0) as adjusted,
    (count(distinct p.id) filter (where r.adjusts and not c.cancels))::int as adjusted_projects,
    (count(distinct p.id) filter (where c.cancels))::int as cancelled_projects
  from finding f join evaluation e on e.id = f.evaluation_id join project p on p.id = e.project_id join budget_unit u on u.id = p.unit_id
  cross join lateral (select count(*) as reports, sum(recovered_amount) as recovered, sum(adjusted_amount) as adjusted,
    coalesce(bool_or(project_effect = 'adjusted'), false) as adjusts from rectification_report where finding_id = f.id) r
  cross join lateral (select exists (select from rectification_report x join finding g on g.id = x.finding_id
    where g.evaluation_id = e.id and x.project_effect = 'cancelled') as cancels) c
  left join lateral (select confirmed, overturned_by is not null as overturned from rectification_recheck where finding_id = f.id order by at desc limit 1) k on true
  where f.notice_id is not null group by f.campaign_id, u.id) t`;

const BY_UNIT = {
  district: 't.district_id',
  unit: 't.unit_id',
  department: 't.department_id',
  sectorOffice: 't.sector_office_id',
};

export const RECTIFICATION_TOTALS: ListSpec = {
  action: 'feedback.read',
  select: `t.campaign_id as campaign, t.unit_id as unit, t.code as "unitCode", t.name as "unitName", t.department_id as department, t.problems,
    t.rectified, t.partly as "partlyRectified", t.recovered::text as "recoveredAmount", t.adjusted::text as "adjustedAmount",
    t.adjusted_projects as "adjustedProjects", t.cancelled_projects as "cancelledProjects", t.rechecked, t.confirmed, t.reopened`,
  from: TOTALS,
  sees: BY_UNIT,
  sorts: { unitCode: { sql: 't.code', type: 'text' } },
  id: [
    { sql: 't.unit_id', type: 'uuid' },
    { sql: 't.campaign_id', type: 'uuid' },
  ],
  filters: { campaign: uuidEquals('t.campaign_id'), unit: uuidEquals('t.unit_id'), department: uuidEquals('t.department_id') },
};

export interface RectificationSum {
  readonly units: number;
  readonly problems: number;
  readonly rectified: number;
  readonly partlyRectified: number;
  readonly recoveredAmount: string;
  readonly adjustedAmount: string;
  readonly adjustedProjects: number;
  readonly cancelledProjects: number;
  readonly rechecked: number;
  readonly confirmed: number;
  readonly reopened: number;
}

/** The totals of a campaign over the units that the viewer sees. */
export const sumRectification = async (source: DataSource, viewer: Viewer, campaign: string): Promise<RectificationSum> => {
  const parameters = new Parameters();
  const is = `t.campaign_id = ${parameters.add(campaign)}::uuid`;
  const seen = visible(viewer, 'feedback.read', BY_UNIT, parameters);
  const [row] = await readRows<RectificationSum>(
    source,
    `select count(*)::int as units, coalesce(sum(problems), 0)::int as problems, coalesce(sum(rectified), 0)::int as rectified,
       coalesce(sum(partly), 0)::int as "partlyRectified", coalesce(sum(recovered), 0.00)::text as "recoveredAmount",
       coalesce(sum(adjusted), 0.00)::text as "adjustedAmount", coalesce(sum(adjusted_projects), 0)::int as "adjustedProjects",
       coalesce(sum(cancelled_projects), 0)::int as "cancelledProjects", coalesce(sum(rechecked), 0)::int as rechecked,
       coalesce(sum(confirmed), 0)::int as confirmed, coalesce(sum(reopened), 0)::int as reopened
     from ${TOTALS} where ${is} and ${seen}`,
    parameters.values,
  );
  return row!;
};

export const RECTIFICATION_REPORTS: ListSpec = {
  action: 'feedback.read',
  select: `r.document_id as document, f.campaign_id as campaign, f.id as finding, f.number, f.problem, p.id as project, p.name as "projectName",
    p.unit_id as unit, r.remaining, r.remaining_by::text as "remainingBy", r.recovered_amount::text as "recoveredAmount",
    r.adjusted_amount::text as "adjustedAmount", r.project_effect as "projectEffect", r.reported_by as "reportedBy",
    reporter.name as "reportedByName", r.verified_by as "verifiedBy", verifier.name as "verifiedByName", r.accepted_at as "acceptedAt"`,
  from: `rectification_report r join finding f on f.id = r.finding_id join evaluation e on e.id = f.evaluation_id
    join project p on p.id = e.project_id left join person reporter on reporter.id = r.reported_by
    left join person verifier on verifier.id = r.verified_by`,
  sees: { ...PROJECTS('p'), agency: 'e.agency_id' },
  sorts: { acceptedAt: { sql: 'r.accepted_at', type: 'timestamptz' } },
  id: [{ sql: 'r.document_id', type: 'uuid' }],
  filters: { campaign: uuidEquals('f.campaign_id'), finding: uuidEquals('f.id'), unit: uuidEquals('p.unit_id') },
};

/** 现场复核 of items that were struck off, and how the item stands now. */
export const RECHECK_LIST: ListSpec = {
  action: 'feedback.read',
  select: `k.document_id as document, f.campaign_id as campaign, f.id as finding, f.number, f.problem, p.id as project, p.name as "projectName",
    p.unit_id as unit, u.name as "unitName", k.confirmed, k.overturned_by is not null as overturned, k.found, k.checked_on::text as "checkedOn", k.checked_by as "checkedBy",
    who.name as "filedByName", k.at, f.item_id as item, f.struck_off_at as "struckOffAt"`,
  from: `rectification_recheck k join finding f on f.id = k.finding_id join evaluation e on e.id = f.evaluation_id
    join project p on p.id = e.project_id join budget_unit u on u.id = p.unit_id left join person who on who.id = k.filed_by`,
  sees: { ...PROJECTS('p'), agency: 'e.agency_id' },
  sorts: { at: { sql: 'k.at', type: 'timestamptz' } },
  id: [{ sql: 'k.document_id', type: 'uuid' }],
  filters: {
    campaign: uuidEquals('f.campaign_id'),
    finding: uuidEquals('f.id'),
    unit: uuidEquals('p.unit_id'),
    confirmed: (it) => `k.confirmed = ${it}::boolean`,
  },
};
