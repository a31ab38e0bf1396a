import { PROJECTS } from '#persistence/access/columns.js';
import { equals, uuidEquals } from './list.js';
import type { ListSpec } from './list.js';
import type { SortKey } from './keyset.js';

const PROJECT_REF = 'p.id as project, p.code as "projectCode", p.name as "projectName"';
const byCode: Record<string, SortKey> = { projectCode: { sql: 'p.code', type: 'text' } };
const ofProjects = { project: uuidEquals('p.id'), unit: uuidEquals('p.unit_id'), department: uuidEquals('p.department_id') };

export const EXECUTION_LIST: ListSpec = {
  action: 'projects.read',
  select: `e.id, ${PROJECT_REF}, e.on_day::text as day, e.executed_amount::text as executed, e.origin, e.fed_at as "fedAt", e.fed_by as "fedBy",
    e.superseded_at as "supersededAt"`,
  from: 'execution_figure e join project p on p.id = e.project_id',
  sees: PROJECTS('p'),
  sorts: { day: { sql: 'e.on_day', type: 'date' } },
  id: [{ sql: 'e.id', type: 'uuid' }],
  filters: { ...ofProjects, superseded: (it) => `(${it}::text = 'true' or e.superseded_at is null)` },
};

export const LIGHT_LIST: ListSpec = {
  action: 'warnings.read',
  select: `l.project_id as id, l.campaign_id as campaign, ${PROJECT_REF}, l.light, l.as_of::text as "asOf", l.explanation, l.raised, l.undecided,
    l.report_id as report, l.figure_id as figure, l.at`,
  from: 'monitoring_light l join project p on p.id = l.project_id',
  sees: PROJECTS('p'),
  sorts: byCode,
  id: [
    { sql: 'l.project_id', type: 'uuid' },
    { sql: 'l.campaign_id', type: 'uuid' },
  ],
  filters: { ...ofProjects, campaign: uuidEquals('l.campaign_id'), light: equals(`coalesce(l.light, 'undecided')`) },
};

/** A project whose unit forecasts to spend less than its budget, as exact text; the newest approved report of the campaign counts. */
export interface IdleRow {
  readonly id: string;
  readonly project: string;
  readonly projectCode: string;
  readonly projectName: string;
  readonly budget: string;
  readonly executed: string | null;
  readonly forecast: string;
  readonly report: string;
  readonly executedFrom: string | null;
}

const BUDGET = 'coalesce(p.adjusted_budget, p.approved_budget, p.initial_budget)';

export const IDLE_LIST: ListSpec = {
  action: 'warnings.read',
  select: `p.id, ${PROJECT_REF}, ${BUDGET}::text as budget, p.executed_amount::text as executed, r.forecast::text as forecast, r.report,
    p.sources ->> 'executed_amount' as "executedFrom"`,
  from: `campaign c join project p on p.district_id = c.district_id and p.fiscal_year = c.fiscal_year and p.status = 'active'
    cross join lateral (
      select d.id as report, (k.content ->> 'forecastAmount')::numeric as forecast
      from document d join document_content k on k.document_id = d.id and k.version = d.filed_version
      where d.campaign_id = c.id and d.project_id = p.id and d.kind = 'monitoring-report' and d.status = 'approved'
      order by d.changed_at desc limit 1) r`,
  where: `${BUDGET} > greatest(r.forecast, p.executed_amount)`,
  sees: PROJECTS('p'),
  sorts: byCode,
  id: [{ sql: 'p.id', type: 'uuid' }],
  filters: { ...ofProjects, campaign: uuidEquals('c.id') },
};

/** Executed amounts of a campaign's projects by day: as fed, and as approved monitoring reports say, beside budget and light. */
export const PROGRESS_LIST: ListSpec = {
  action: 'warnings.read',
  select: `x.id, ${PROJECT_REF}, p.class, u.id as unit, u.name as "unitName", p.department_id as department, x.day::text as day,
    x.executed::text as executed, ${BUDGET}::text as budget, x.report, l.light`,
  from: `campaign c join project p on p.district_id = c.district_id and p.fiscal_year = c.fiscal_year and p.status = 'active'
    join budget_unit u on u.id = p.unit_id
    cross join lateral (
      select e.id, e.on_day as day, e.executed_amount as executed, null::uuid as report
      from execution_figure e where e.project_id = p.id and e.superseded_at is null
      union all
      select d.id, coalesce((s.plan ->> 'asOf')::date, (d.changed_at at time zone 'Asia/Shanghai')::date),
        (k.content ->> 'executedAmount')::numeric, d.id
      from document d join stage s on s.id = d.stage_id join document_content k on k.document_id = d.id and k.version = d.filed_version
      where d.campaign_id = c.id and d.project_id = p.id and d.kind = 'monitoring-report' and d.status = 'approved') x
    left join monitoring_light l on l.campaign_id = c.id and l.project_id = p.id`,
  sees: PROJECTS('p'),
  sorts: { day: { sql: 'x.day', type: 'date' } },
  id: [{ sql: 'x.id', type: 'uuid' }],
  filters: { ...ofProjects, campaign: uuidEquals('c.id') },
};
