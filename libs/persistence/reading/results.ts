import { PROJECTS } from '#persistence/access/columns.js';
import { contains, equals, uuidEquals } from './list.js';
import type { ListSpec } from './list.js';
import type { SortKey } from './keyset.js';

const PROJECT_REF = 'p.id as project, p.code as "projectCode", p.name as "projectName"';
const byCode: Record<string, SortKey> = { projectCode: { sql: 'p.code', type: 'text' } };
const instant = (sql: string): SortKey => ({ sql, type: 'timestamptz' });
const uuid = (sql: string): [SortKey] => [{ sql, type: 'uuid' }];
const common = (alias: string) => ({ campaign: uuidEquals(`${alias}.campaign_id`), project: uuidEquals('p.id') });

/** 'project', or what else is evaluated. */
const EVALUATION_TYPE = `coalesce((select s.type from evaluation_subject s where s.id = p.id), 'project')`;

/** The agency's own view: only its evaluations, not all of a project that it once evaluated. */
const OWN_EVALUATIONS = { ...PROJECTS('p'), agency: 'e.agency_id' };

export const PROJECT_LIST: ListSpec = {
  action: 'projects.read',
  select: `p.id, p.district_id as district, p.fiscal_year as "fiscalYear", p.unit_id as unit, u.name as "unitName",
    p.department_id as department, p.sector_office_id as "sectorOffice", p.code, p.name, p.attribute, p.class,
    p.initial_budget::text as "initialBudget", p.approved_budget::text as "approvedBudget", p.adjusted_budget::text as "adjustedBudget",
    p.funds_received::text as "fundsReceived", p.executed_amount::text as "executedAmount", p.status, p.version`,
  from: 'project p join budget_unit u on u.id = p.unit_id',
  // What is evaluated as a whole is no project of the budget.
  where: `p.status <> 'subject'`,
  sees: PROJECTS('p'),
  sorts: { code: { sql: 'p.code', type: 'text' } },
  id: uuid('p.id'),
  filters: {
    q: (it) => `p.grams @> query_grams(${it}::text) and ${contains('p.name', 'p.code')(it)}`,
    district: uuidEquals('p.district_id'),
    fiscalYear: equals('p.fiscal_year', 'integer'),
    unit: uuidEquals('p.unit_id'),
    department: uuidEquals('p.department_id'),
    class: equals('p.class'),
    status: equals('p.status'),
    outside: (
      it,
    ) => `exists (select from campaign c where c.id = ${it}::uuid and (c.district_id, c.fiscal_year) = (p.district_id, p.fiscal_year)
      and not exists (select from document d where d.campaign_id = c.id and d.project_id = p.id and d.status <> 'cancelled'))`,
  },
};

/** A project with where its figures come from. */
export const WHOLE_PROJECT: ListSpec = { ...PROJECT_LIST, select: `${PROJECT_LIST.select}, p.sources, p.prior_linkage as "priorLinkage"` };

export const WARNING_LIST: ListSpec = {
  action: 'warnings.read',
  select: `w.id, w.campaign_id as campaign, ${PROJECT_REF}, w.report_id as report, w.figure_id as figure, w.rule, w.colour,
    w.second_round as "secondRound", w.explanation, w.answer_id as answer, w.status, w.at`,
  from: 'warning w join project p on p.id = w.project_id',
  sees: PROJECTS('p'),
  sorts: { at: instant('w.at') },
  id: uuid('w.id'),
  filters: { ...common('w'), colour: equals('w.colour'), status: equals('w.status') },
};

export const EVALUATION_LIST: ListSpec = {
  action: 'evaluations.read',
  select: `e.id, e.campaign_id as campaign, e.stage_id as stage, ${PROJECT_REF}, ${EVALUATION_TYPE} as type, e.agency_id as agency,
    a.name as "agencyName", e.status, e.score::text as score, e.grade, e.opened_at as "openedAt", e.accepted_at as "acceptedAt"`,
  from: 'evaluation e join project p on p.id = e.project_id join agency a on a.id = e.agency_id',
  sees: OWN_EVALUATIONS,
  sorts: byCode,
  id: uuid('e.id'),
  filters: { ...common('e'), agency: uuidEquals('e.agency_id'), status: equals('e.status') },
};

export const FINDING_LIST: ListSpec = {
  action: 'feedback.read',
  select: `f.id, f.campaign_id as campaign, f.evaluation_id as evaluation, ${PROJECT_REF}, f.notice_id as notice, f.number, f.problem,
    f.recommendation, f.item_id as item, f.struck_off_at as "struckOffAt"`,
  from: 'finding f join evaluation e on e.id = f.evaluation_id join project p on p.id = e.project_id',
  sees: OWN_EVALUATIONS,
  sorts: byCode,
  id: [
    { sql: 'f.id', type: 'uuid' },
    { sql: 'f.number', type: 'integer' },
  ],
  filters: { ...common('f'), evaluation: uuidEquals('f.evaluation_id'), notice: uuidEquals('f.notice_id') },
};

export const NOTICE_LIST: ListSpec = {
  action: 'feedback.read',
  select: `n.id, n.campaign_id as campaign, n.evaluation_id as evaluation, ${PROJECT_REF}, n.unit_id as unit, u.name as "unitName", n.number,
    e.score::text as score, e.grade, n.issued_at as "issuedAt", n.acknowledged_at as "acknowledgedAt", case when f.struck = f.problems then n.rectified_at end as "rectifiedAt",
    n.content, n.rectify_by::text as "rectifyBy", n.signed_by as "signedBy", signer.name as "signedByName", f.problems,
    f.struck as "struckOff", (select d.id from document d where d.subject_id = n.id and d.kind = 'feedback-receipt'
      order by d.changed_at desc limit 1) as receipt`,
  from: `feedback_notice n join evaluation e on e.id = n.evaluation_id join project p on p.id = e.project_id
    join budget_unit u on u.id = n.unit_id left join person signer on signer.id = n.signed_by
    cross join lateral (select count(*)::int as problems, count(struck_off_at)::int as struck from finding where notice_id = n.id) f`,
  sees: OWN_EVALUATIONS,
  sorts: { issuedAt: instant('n.issued_at') },
  id: uuid('n.id'),
  filters: { ...common('n'), unit: uuidEquals('n.unit_id') },
};

export const RESULT_LIST: ListSpec = {
  action: 'results.read',
  select: `r.id, r.campaign_id as campaign, r.kind, ${PROJECT_REF}, r.document_id as document, r.score::text as score, r.grade, r.conclusion,
    r.explanation, r.at`,
  from: 'result r join project p on p.id = r.project_id',
  sees: PROJECTS('p'),
  sorts: { at: instant('r.at') },
  id: uuid('r.id'),
  filters: { ...common('r'), kind: equals('r.kind'), grade: equals('r.grade') },
};
