import type { DataSource } from 'typeorm';
import { readRows } from './rows.js';

/** Whose background it is: a project, or (project null) a unit as a whole. */
export interface BackgroundSubject {
  readonly document: string;
  readonly kind: string;
  readonly district: string;
  readonly campaign: string;
  readonly fiscalYear: number;
  readonly project: string | null;
  readonly projectCode: string | null;
  readonly name: string;
  readonly unit: string;
  readonly unitName: string;
  readonly request: {
    readonly initialBudget: string | null;
    readonly approvedBudget: string | null;
    readonly adjustedBudget: string | null;
  } | null;
}

/** The same project by its code, or the same unit, a year before. */
export interface PriorSubject {
  readonly fiscalYear: number;
  readonly campaign: string | null;
  readonly project: string | null;
  readonly name: string;
  readonly unit: string;
  readonly unitName: string;
  readonly budget:
    (BackgroundSubject['request'] & { readonly executedAmount: string | null; readonly fundsReceived: string | null }) | null;
}

const BUDGET = (alias: string, more = '') => `case when ${alias}.id is null then null else jsonb_build_object(
  'initialBudget', ${alias}.initial_budget::text, 'approvedBudget', ${alias}.approved_budget::text,
  'adjustedBudget', ${alias}.adjusted_budget::text${more}) end`;

const one = async <T>(source: DataSource, sql: string, values: readonly unknown[]): Promise<T | null> =>
  (await readRows<T>(source, sql, values))[0] ?? null;

/** Null for a document that is about neither a project nor a unit. */
export const readSubject = (source: DataSource, document: string): Promise<BackgroundSubject | null> =>
  one(
    source,
    `select d.id as document, d.kind, d.district_id as district, d.campaign_id as campaign, c.fiscal_year as "fiscalYear", p.id as project,
       p.code as "projectCode", coalesce(p.name, u.name) as name, u.id as unit, u.name as "unitName", ${BUDGET('p')} as request
     from document d join campaign c on c.id = d.campaign_id left join project p on p.id = d.project_id
     join budget_unit u on u.id = coalesce(p.unit_id, d.unit_id) where d.id = $1`,
    [document],
  );

export const readPrior = (source: DataSource, { district, fiscalYear, project, projectCode, unit }: BackgroundSubject) =>
  one<PriorSubject>(
    source,
    `select $2::int as "fiscalYear", c.id as campaign, p.id as project, coalesce(p.name, u.name) as name, u.id as unit, u.name as "unitName",
       ${BUDGET('p', `, 'executedAmount', p.executed_amount::text, 'fundsReceived', p.funds_received::text`)} as budget
     from budget_unit u left join project p on p.unit_id = u.id and p.district_id = $1 and p.fiscal_year = $2 and p.code = $3
     left join campaign c on c.district_id = $1 and c.fiscal_year = $2 and c.launched_at is not null
     where case when $4::uuid is null then u.id = $5::uuid and c.id is not null else p.id is not null end`,
    [district, fiscalYear - 1, projectCode, project, unit],
  );

export interface ApprovedForm {
  readonly document: string;
  readonly version: number;
  readonly replyNumber: string | null;
  readonly content: unknown;
}

/** The newest approved target of a project, or of a unit as a whole, in the version that was approved. */
export const readApprovedTarget = (source: DataSource, campaign: string, project: string | null, unit: string) =>
  one<ApprovedForm>(
    source,
    `select d.id as document, d.filed_version as version, r.number as "replyNumber", v.content
     from document d join document_content v on v.document_id = d.id and v.version = d.filed_version
     left join approval_reply_document x on x.document_id = d.id left join approval_reply r on r.id = x.reply_id
     where d.campaign_id = $1 and d.kind = 'target' and d.status = 'approved'
       and case when $2::uuid is null then d.project_id is null and d.unit_id = $3::uuid else d.project_id = $2::uuid end
     order by d.changed_at desc limit 1`,
    [campaign, project, unit],
  );

export interface ScoredBefore {
  readonly kind: 'self-evaluation' | 'spot-check';
  readonly document: string;
  readonly score: string;
  readonly grade: string | null;
  readonly conclusion: string | null;
  readonly explanation: unknown;
  readonly content: unknown;
}

/** Self-score and corrected score, each with the form that it came from. */
export const readScores = (source: DataSource, campaign: string, project: string | null, unit: string): Promise<ScoredBefore[]> => {
  const [table, column, id] = project === null ? ['whole_result', 'unit_id', unit] : ['result', 'project_id', project];
  return readRows(
    source,
    `select r.kind, r.document_id as document, r.score::text as score, r.grade, r.conclusion, r.explanation, v.content
     from ${table} r join document d on d.id = r.document_id
     left join document_content v on v.document_id = d.id and v.version = d.filed_version
     where r.campaign_id = $1 and r.${column} = $2 and r.kind in ('self-evaluation', 'spot-check')`,
    [campaign, id],
  );
};

export const readEvaluationOf = (source: DataSource, campaign: string, project: string) =>
  one<{ id: string; score: string | null; grade: string | null; agencyName: string; acceptedAt: string | null }>(
    source,
    `select e.id, e.score::text as score, e.grade, a.name as "agencyName", e.accepted_at as "acceptedAt"
     from evaluation e join agency a on a.id = e.agency_id where e.campaign_id = $1 and e.project_id = $2 and e.status = 'accepted'`,
    [campaign, project],
  );

/** What was found and is not struck off: by the evaluation, once its notice told it, and by the spot check. */
export const readOpenProblems = (source: DataSource, campaign: string, project: string | null, unit: string): Promise<unknown[]> =>
  readRows(
    source,
    `select 'evaluation' as of, f.id, f.number, f.problem, f.recommendation, (d.due_at at time zone 'Asia/Shanghai')::date::text as "dueOn"
     from finding f join evaluation e on e.id = f.evaluation_id left join document d on d.id = f.item_id
     where f.campaign_id = $1 and e.project_id = $2::uuid and f.notice_id is not null and f.struck_off_at is null
     union all
     select 'spot-check', s.id, s.number, s.problem, null, (d.due_at at time zone 'Asia/Shanghai')::date::text
     from self_evaluation_problem s left join document d on d.id = s.item_id
     where s.campaign_id = $1 and s.struck_off_at is null
       and case when $2::uuid is null then s.unit_id = $3::uuid else s.project_id = $2::uuid end order by of, number`,
    [campaign, project, unit],
  );

export const readLinkageOf = (source: DataSource, campaign: string, project: string, requested: string | null): Promise<unknown> =>
  one(
    source,
    `select l.id as proposal, l.base_amount::text as "baseAmount", l.proposed_treatment as "proposedTreatment",
       l.proposed_amount::text as "proposedAmount", l.decided_treatment as "decidedTreatment", l.decided_amount::text as "decidedAmount", l.reason,
       who.name as "decidedByName", l.decided_at as "decidedAt", x.number as "letterNumber", ($3::numeric - l.decided_amount)::text as "requestedAbove"
     from linkage_proposal l join project p on p.id = l.project_id left join person who on who.id = l.decided_by
     left join linkage_document x on x.campaign_id = l.campaign_id and x.department_id = p.department_id and l.carried_at is not null
     where l.campaign_id = $1 and l.project_id = $2`,
    [campaign, project, requested],
  );
