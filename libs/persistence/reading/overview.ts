import type { DataSource } from 'typeorm';
import { DOCUMENTS, PROJECTS } from '#persistence/access/columns.js';
import { Parameters, visible } from '#persistence/access/visible.js';
import type { Columns } from '#persistence/access/visible.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { APPROVED, FILED, OWED, RETURNED, late } from './counted.js';
import { readRows } from './rows.js';

/** Documents of one stage and department, by what has become of them. */
export interface DocumentCounts {
  readonly stage: string;
  readonly department: string | null;
  readonly owed: number;
  readonly filed: number;
  readonly approved: number;
  readonly returned: number;
  readonly late: number;
  /** Filed by now, or due by now: of these somebody can have been in time. */
  readonly due: number;
  /** Approved by somebody (silence left out), and of these as first filed. */
  readonly accepted: number;
  readonly firstPass: number;
}

export interface ScoreGroup {
  readonly kind: 'ex-ante' | 'self-evaluation' | 'spot-check' | 'evaluation';
  readonly department: string;
  readonly grade: string | null;
  readonly conclusion: string | null;
  readonly scores: readonly string[];
}

export interface WarningCounts {
  readonly department: string;
  readonly colour: string;
  readonly raised: number;
  readonly toAnswer: number;
  readonly answered: number;
}

export interface FindingCounts {
  readonly department: string;
  readonly found: number;
  readonly struckOff: number;
}

export interface FundSums {
  readonly department: string;
  readonly projects: number;
  readonly without: number;
  readonly budget: string;
  readonly executed: string;
}

export interface Figures {
  readonly documents: readonly DocumentCounts[];
  readonly scores: readonly ScoreGroup[];
  readonly warnings: readonly WarningCounts[];
  readonly findings: readonly FindingCounts[];
  readonly funds: readonly FundSums[];
}

/** Whose figures: what a viewer sees row by row, or all of these departments. */
export type Scope = { readonly viewer: Viewer } | { readonly departments: readonly string[] };

const BUDGET = {
  initialBudget: 'p.initial_budget',
  approvedBudget: 'p.approved_budget',
  adjustedBudget: 'p.adjusted_budget',
  fundsReceived: 'p.funds_received',
} as const;
export type BudgetFigure = keyof typeof BUDGET;

interface Asked {
  readonly campaign: string;
  /** Business instant, ms: what is due by then and not filed is late. */
  readonly now: number;
  readonly budget: BudgetFigure;
}

const FILED_IN_TIME = `coalesce(f.at, $2::timestamptz) <= d.due_at`;

/** Filed first at an instant that the audit knows; by the due day as it stands, extensions that were granted included. */
const DOCUMENTS_SQL = (within: string): string => `
  with d as materialized (select d.* from document d where d.campaign_id = $1 and ${within}),
  f as materialized (select (x ->> 'id')::uuid as id, min(a.at) as at
    from (select distinct obligation_id from d where round > 0) o
    join audit_entry a on a.stream = 'obligation/' || o.obligation_id and a.type = 'submit'
    cross join lateral jsonb_array_elements(a.detail -> 'documents') x group by 1)
  select d.stage_id as stage, d.department_id as department, count(*) filter (where ${OWED})::int as owed,
    count(*) filter (where ${FILED})::int as filed,
    count(*) filter (where ${APPROVED})::int as approved,
    count(*) filter (where ${RETURNED})::int as returned,
    count(*) filter (where ${late(FILED_IN_TIME)})::int as late,
    count(*) filter (where ${OWED} and (d.round > 0 or (d.status in ('open', 'returned', 'lapsed') and d.due_at < $2)))::int as due,
    count(*) filter (where d.status = 'approved')::int as accepted,
    count(*) filter (where d.status = 'approved' and d.round = 1)::int as "firstPass"
  from d left join f on f.id = d.id group by 1, 2`;

const SCORES_SQL = (within: string): string => `
  select r.kind, p.department_id as department, r.grade, r.conclusion, array_agg(r.score::text) as scores
  from result r join project p on p.id = r.project_id where r.campaign_id = $1 and ${within} group by 1, 2, 3, 4`;

const WARNINGS_SQL = (within: string): string => `
  select p.department_id as department, w.colour, count(*)::int as raised, count(*) filter (where w.status <> 'informed')::int as "toAnswer",
    count(*) filter (where w.status = 'answered')::int as answered
  from warning w join project p on p.id = w.project_id where w.campaign_id = $1 and ${within} group by 1, 2`;

const FINDINGS_SQL = (within: string): string => `
  select p.department_id as department, count(*)::int as found, count(f.struck_off_at)::int as "struckOff"
  from finding f join evaluation e on e.id = f.evaluation_id join project p on p.id = e.project_id
  where f.campaign_id = $1 and ${within} group by 1`;

const FUNDS_SQL = (budget: string, within: string): string => `
  select p.department_id as department, count(*) filter (where ${budget} is not null and p.executed_amount is not null)::int as projects,
    count(*) filter (where ${budget} is null or p.executed_amount is null)::int as without,
    coalesce(sum(${budget}) filter (where p.executed_amount is not null), 0)::text as budget,
    coalesce(sum(p.executed_amount) filter (where ${budget} is not null), 0)::text as executed
  from project p join campaign c on c.district_id = p.district_id and c.fiscal_year = p.fiscal_year
  where c.id = $1 and p.status = 'active' and ${within} group by 1`;

/** The figures of one campaign by department, in five statements side by side. */
export async function readFigures(source: DataSource, { campaign, now, budget }: Asked, scope: Scope): Promise<Figures> {
  const ask = <T>(columns: Columns, sql: (within: string) => string, ...more: readonly unknown[]): Promise<T[]> => {
    const parameters = new Parameters();
    for (const it of [campaign, ...more]) parameters.add(it);
    const all = (ids: readonly string[]): string => `${String(columns.department)} = any (${parameters.add(ids)}::uuid[])`;
    const within = 'viewer' in scope ? visible(scope.viewer, 'overview.read', columns, parameters) : all(scope.departments);
    return readRows<T>(source, sql(within), parameters.values);
  };
  const [documents, scores, warnings, findings, funds] = await Promise.all([
    ask<DocumentCounts>(DOCUMENTS('d'), DOCUMENTS_SQL, new Date(now).toISOString()),
    ask<ScoreGroup>(PROJECTS('p'), SCORES_SQL),
    ask<WarningCounts>(PROJECTS('p'), WARNINGS_SQL),
    ask<FindingCounts>(PROJECTS('p'), FINDINGS_SQL),
    ask<FundSums>(PROJECTS('p'), (within) => FUNDS_SQL(BUDGET[budget], within)),
  ]);
  return { documents, scores, warnings, findings, funds };
}

/** By these columns a department is seen as a whole; a unit sees none so. */
const DEPARTMENTS: Columns = { district: 'u.district_id', department: 'u.id', sectorOffice: 'u.sector_office_id' };

/** Departments that the viewer sees as a whole, those that are dissolved left out. */
export async function readDepartments(
  source: DataSource,
  viewer: Viewer,
  district: string,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const parameters = new Parameters();
  const of = parameters.add(district);
  const seen = visible(viewer, 'overview.read', DEPARTMENTS, parameters);
  return readRows(
    source,
    `select u.id, u.name from budget_unit u where u.district_id = ${of}::uuid and u.department_id = u.id and u.dissolved_on is null and ${seen}
     order by u.code, u.id`,
    parameters.values,
  );
}
