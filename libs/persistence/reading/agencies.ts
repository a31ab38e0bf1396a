import { AGENCIES, PROJECTS } from '#persistence/access/columns.js';
import { equals, uuidEquals } from './list.js';
import type { ListSpec } from './list.js';

const registerColumns = AGENCIES('a');

export const AGENCY_REGISTER: ListSpec = {
  action: 'agencies.read',
  select: `a.id, a.district_id as district, a.name, a.active, a.credit_grade as "creditGrade", a.version,
    (select count(*)::int from agency_rating r where r.agency_id = a.id) as ratings`,
  from: 'agency a',
  sees: registerColumns,
  sorts: { name: { sql: 'a.name', type: 'text' } },
  id: [{ sql: 'a.id', type: 'uuid' }],
  filters: { district: uuidEquals('a.district_id'), active: equals('a.active', 'boolean'), creditGrade: equals('a.credit_grade') },
};

const LEAD = `'id', l.id, 'name', l.name, 'certificate', l.certificate, 'active', l.active`;
const TIE = `'id', t.id, 'kind', t.kind, 'unit', t.unit_id, 'fromOn', t.from_on, 'untilOn', t.until_on, 'description', t.description`;

/** One agency with its lead evaluators and ties. */
export const REGISTERED_AGENCY: ListSpec = {
  ...AGENCY_REGISTER,
  select: `${AGENCY_REGISTER.select},
    coalesce((select jsonb_agg(jsonb_build_object(${LEAD}) order by l.name, l.id) from lead_evaluator l where l.agency_id = a.id), '[]')
      as "leadEvaluators",
    coalesce((select jsonb_agg(jsonb_build_object(${TIE}) order by t.from_on, t.id) from agency_tie t where t.agency_id = a.id), '[]') as ties`,
};

/** An evaluation as principal and agency see it: not the unit's business. A former agency does not see its successor's. */
export const ASSIGNED_EVALUATION: ListSpec = {
  action: 'agencies.read',
  select: `e.id, e.campaign_id as campaign, e.project_id as project, e.agency_id as agency, a.name as "agencyName", e.status,
    e.assignment as independence,
    (select jsonb_build_object('agency', c.agency_id, 'leadEvaluator', c.lead_evaluator_id, 'interests', c.interests,
       'declaredBy', c.declared_by, 'declaredAt', c.declared_at)
     from conflict_declaration c where c.evaluation_id = e.id and c.agency_id = e.agency_id) as declaration,
    (select jsonb_build_object('agency', r.agency_id, 'points', r.points::text, 'explanation', r.explanation, 'remark', r.remark,
       'ratedBy', r.rated_by, 'ratedAt', r.rated_at) from agency_rating r where r.evaluation_id = e.id) as rating`,
  from: 'evaluation e join project p on p.id = e.project_id join agency a on a.id = e.agency_id',
  sees: { ...PROJECTS('p'), agency: 'e.agency_id' },
  sorts: {},
  id: [{ sql: 'e.id', type: 'uuid' }],
  filters: {},
};

/** Read after its evaluation was found visible. */
export const COMMENT_LEDGER: ListSpec = {
  action: 'evaluations.read',
  select: `l.evaluation_id as evaluation, l.kind, l.number, l.subject, l.said, l.from_points::text as "fromPoints",
    l.to_points::text as "toPoints", l.adopted, l.reason`,
  from: 'evaluation_ledger_entry l',
  sees: {},
  sorts: { kind: { sql: 'l.kind', type: 'text' } },
  id: [{ sql: 'l.number', type: 'integer' }],
  filters: { evaluation: uuidEquals('l.evaluation_id'), kind: equals('l.kind') },
};

export const DATA_REQUEST_LIST: ListSpec = {
  action: 'evaluations.read',
  select: `r.id, r.evaluation_id as evaluation, p.id as project, p.name as "projectName", r.obligation_id as obligation, d.id as document, r.items,
    o.due_on::text as "dueOn", d.status, r.asked_by as "askedBy", r.asked_at as "askedAt", r.answered_at as "answeredAt"`,
  from: `data_request r join evaluation e on e.id = r.evaluation_id join project p on p.id = e.project_id
    join obligation o on o.id = r.obligation_id join document d on d.subject_id = r.id and d.kind = 'data-reply'`,
  sees: ASSIGNED_EVALUATION.sees,
  sorts: { askedAt: { sql: 'r.asked_at', type: 'timestamptz' } },
  id: [{ sql: 'r.id', type: 'uuid' }],
  filters: { campaign: uuidEquals('e.campaign_id'), evaluation: uuidEquals('e.id'), project: uuidEquals('p.id') },
};
