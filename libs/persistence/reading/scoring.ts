import { MAY_SCORE } from '#persistence/campaign/scoring.repository.js';
import { ASSIGNED_EVALUATION } from './agencies.js';
import { contains, equals, uuidEquals } from './list.js';
import type { ListSpec } from './list.js';

/** An evaluation for those who score it: principal, agency, and by name its raters and whoever arbitrates. */
export const SCORED_EVALUATION: ListSpec = {
  ...ASSIGNED_EVALUATION,
  action: 'ratings.read',
  select: 'e.id as evaluation, e.campaign_id as campaign, p.district_id as district, p.id as project, p.name as "projectName", e.status',
  sees: {
    ...ASSIGNED_EVALUATION.sees,
    expert: (it) =>
      `(e.lead_id = ${it} or e.id in (select r.evaluation_id from evaluation_rater r where r.person_id = ${it} and r.withdrawn_at is null))`,
  },
};

/** Raters of `e` that count, a sheet that was handed over being its filer's. */
const RATERS = `(select coalesce(jsonb_agg(jsonb_build_object('person', coalesce(c.saved_by, r.person_id), 'document', d.id,
    'dueOn', o.due_on, 'filed', d.status = 'approved')), '[]')
  from evaluation_rater r join document d on d.id = r.document_id join obligation o on o.id = d.obligation_id
  left join document_content c on c.document_id = d.id and c.version = d.filed_version
  where r.evaluation_id = e.id and r.withdrawn_at is null and d.status <> 'cancelled')`;

/** Evaluations whose indicators people score, as their policy wants it. */
export const SCORING_LIST: ListSpec = {
  ...SCORED_EVALUATION,
  select: `e.id as evaluation, e.campaign_id as campaign, p.id as project, p.code as "projectCode", p.name as "projectName", e.status,
    a.name as "agencyName", ${RATERS} as raters,
    (select jsonb_build_object('id', l.id, 'name', l.name) from person l where l.id = e.lead_id) as lead`,
  from: `${SCORED_EVALUATION.from} join campaign y on y.id = e.campaign_id`,
  where: `y.policy -> 'keyEvaluation' -> 'scoring' is not null`,
  sorts: { project: { sql: 'p.code', type: 'text' } },
  filters: { campaign: uuidEquals('e.campaign_id'), status: equals('e.status') },
};

/** Who may be named to score an evaluation, read after it was found visible. */
export const RATER_CANDIDATES: ListSpec = {
  ...ASSIGNED_EVALUATION,
  action: 'ratings.name',
  select: `w.id as person, w.name,
    exists (select from role_grant g where g.person_id = w.id and g.role = 'agency' and g.agency_id = e.agency_id) as "ofAgency",
    exists (select from evaluation_rater r join document d on d.id = r.document_id
      where r.evaluation_id = e.id and r.person_id = w.id and r.withdrawn_at is null and d.status <> 'cancelled') as named`,
  from: `${ASSIGNED_EVALUATION.from} join person w on ${MAY_SCORE}`,
  sorts: { name: { sql: 'w.name', type: 'text' } },
  id: [{ sql: 'w.id', type: 'uuid' }],
  filters: { evaluation: uuidEquals('e.id'), q: contains('w.name') },
};
