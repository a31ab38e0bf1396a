import { DISTRICT_ONLY, PROJECTS, UNITS_OF } from '#persistence/access/columns.js';
import { equals, uuidEquals } from './list.js';
import type { ListSpec } from './list.js';

const PROJECT_REF = 'p.id as project, p.code as "projectCode", p.name as "projectName"';
const ofProjects = {
  project: uuidEquals('p.id'),
  unit: uuidEquals('p.unit_id'),
  department: uuidEquals('p.department_id'),
};
const sorts = { projectCode: { sql: 'p.code', type: 'text' } } as const;

/** Draws of self-evaluations (stage self-evaluation) and of items to be looked at again (rectification). They name projects of all units: they are the bureau's and its readers'. */
export const DRAW_LIST: ListSpec = {
  action: 'draws.read',
  select: `d.id, d.campaign_id as campaign, d.stage_id as stage, s.name as "stageName", d.frozen_on::text as "frozenOn", d.list_hash as "listHash",
    jsonb_array_length(d.candidates) as candidates, d.source, d.named_on::text as "namedOn", d.seed, d.drawn, d.drawn_at as "drawnAt"`,
  from: 'spot_check_draw d join campaign c on c.id = d.campaign_id join stage s on s.id = d.stage_id',
  sees: DISTRICT_ONLY('c.district_id'),
  sorts: { frozenAt: { sql: 'd.frozen_at', type: 'timestamptz' } },
  id: [{ sql: 'd.id', type: 'uuid' }],
  filters: { campaign: uuidEquals('d.campaign_id') },
};

/** With everything that is needed to draw again. */
export const WHOLE_DRAW: ListSpec = {
  ...DRAW_LIST,
  select: `${DRAW_LIST.select}, d.candidates as list, d.rule, d.origin, d.sample`,
};

/** Of a unit as a whole, `project` is null and code and name are the unit's. */
export const PROBLEM_LIST: ListSpec = {
  action: 'results.read',
  select: `s.id, s.campaign_id as campaign, p.id as project, coalesce(p.code, u.code) as "projectCode", coalesce(p.name, u.name) as "projectName",
    u.id as unit, u.name as "unitName", s.spot_check_id as "spotCheck", s.number, s.problem, s.item_id as item, s.struck_off_at as "struckOffAt"`,
  from: `self_evaluation_problem s left join project p on p.id = s.project_id
    join budget_unit u on u.id = coalesce(p.unit_id, s.unit_id)`,
  sees: {
    ...PROJECTS('p'),
    district: 'u.district_id',
    unit: 'u.id',
    department: 'coalesce(p.department_id, u.department_id)',
    sectorOffice: 'coalesce(p.sector_office_id, u.sector_office_id)',
  },
  sorts: { projectCode: { sql: 'coalesce(p.code, u.code)', type: 'text' } },
  id: [
    { sql: 's.id', type: 'uuid' },
    { sql: 's.number', type: 'integer' },
  ],
  filters: {
    project: uuidEquals('p.id'),
    unit: uuidEquals('u.id'),
    department: uuidEquals('coalesce(p.department_id, u.department_id)'),
    campaign: uuidEquals('s.campaign_id'),
    open: (it) => `(s.struck_off_at is null) = ${it}::boolean`,
  },
};

export const DISPOSAL_LIST: ListSpec = {
  action: 'warnings.read',
  select: `o.id, o.campaign_id as campaign, ${PROJECT_REF}, o.answer_id as answer, o.disposal, o.correction, o.follow_up_id as "followUp",
    o.ordered_at as "orderedAt", o.settled_at as "settledAt", o.carried_out_at as "carriedOutAt",
    o.carried_out_as as "carriedOutAs", o.reallocated_to as "reallocatedTo", q.name as "reallocatedToName",
    o.reallocated_amount::text as "reallocatedAmount"`,
  from: 'disposal o join project p on p.id = o.project_id left join project q on q.id = o.reallocated_to',
  sees: PROJECTS('p'),
  sorts,
  id: [{ sql: 'o.id', type: 'uuid' }],
  filters: {
    ...ofProjects,
    campaign: uuidEquals('o.campaign_id'),
    open: (it) => `(o.settled_at is null) = ${it}::boolean`,
    disposal: equals('o.disposal'),
  },
};

/** 部门整体自评: a line a unit, the corrected score beside its own. */
export const WHOLE_RESULT_LIST: ListSpec = {
  action: 'results.read',
  select: `r.id, r.campaign_id as campaign, u.id as unit, u.code as "unitCode", u.name as "unitName", u.department_id as department,
    r.document_id as document, r.score::text as score, r.grade, r.explanation, r.at, k.document_id as "spotCheck",
    k.score::text as "correctedScore", k.grade as "correctedGrade", k.conclusion = 'untrue' as untrue, k.explanation as "checkExplanation"`,
  from: `whole_result r join budget_unit u on u.id = r.unit_id
    left join whole_result k on k.campaign_id = r.campaign_id and k.unit_id = r.unit_id and k.kind = 'spot-check'`,
  where: `r.kind = 'self-evaluation'`,
  sees: UNITS_OF('u'),
  sorts: { unitCode: { sql: 'u.code', type: 'text' } },
  id: [{ sql: 'r.id', type: 'uuid' }],
  filters: {
    campaign: uuidEquals('r.campaign_id'),
    unit: uuidEquals('u.id'),
    department: uuidEquals('u.department_id'),
    untrue: (it) => `coalesce(k.conclusion = 'untrue', false) = ${it}::boolean`,
  },
};
