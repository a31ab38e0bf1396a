import { ASSIGNED_EVALUATION } from './agencies.js';
import { equals, uuidEquals } from './list.js';
import type { ListSpec } from './list.js';

const ANSWERED = '(select count(*)::int from questionnaire_answer a where a.questionnaire_id = q.id)';
const DISTRIBUTED = '(select coalesce(sum(x.copies), 0)::int from questionnaire_distribution x where x.questionnaire_id = q.id)';

/** 调查问卷: the principal's and the agency's business; the evaluated unit does not see who is asked what. */
export const QUESTIONNAIRE_LIST: ListSpec = {
  action: 'questionnaires.read',
  select: `q.id, e.id as evaluation, p.id as project, p.name as "projectName", q.title, d.id as document, d.status as "documentStatus",
    o.due_on::text as "dueOn", case when q.closed_at is not null then 'closed' when q.approved_at is not null then 'open' else 'drafting' end as status,
    q.content ->> 'closesOn' as "closesOn", ${DISTRIBUTED} as distributed, ${ANSWERED} as answered, q.asked_at as "askedAt",
    q.closed_at as "closedAt"`,
  from: `questionnaire q join evaluation e on e.id = q.evaluation_id join project p on p.id = e.project_id
    join obligation o on o.id = q.obligation_id join document d on d.obligation_id = o.id`,
  sees: ASSIGNED_EVALUATION.sees,
  sorts: { askedAt: { sql: 'q.asked_at', type: 'timestamptz' } },
  id: [{ sql: 'q.id', type: 'uuid' }],
  filters: { campaign: uuidEquals('e.campaign_id'), evaluation: uuidEquals('e.id'), project: uuidEquals('p.id') },
};

const DISTRIBUTION = `'id', x.id, 'recipients', x.recipients, 'channel', x.channel, 'copies', x.copies, 'on', x.on_day,
  'recordedBy', x.recorded_by, 'recordedAt', x.recorded_at`;
const OF_IT = 'questionnaire_id = q.id';

/** One questionnaire with everything that its page shows. */
export const WHOLE_QUESTIONNAIRE: ListSpec = {
  ...QUESTIONNAIRE_LIST,
  select: `${QUESTIONNAIRE_LIST.select}, q.content,
    coalesce((select jsonb_agg(jsonb_build_object(${DISTRIBUTION}) order by x.on_day, x.id)
      from questionnaire_distribution x where x.${OF_IT}), '[]') as distributions,
    jsonb_build_object('open', q.token_hash is not null and q.closed_at is null,
      'codes', (select count(*) from questionnaire_code c where c.${OF_IT}),
      'used', (select count(*) from questionnaire_code c where c.${OF_IT} and c.used)) as link,
    (select coalesce(jsonb_object_agg(t.origin, t.n), '{}')
      from (select a.origin, count(*) as n from questionnaire_answer a where a.${OF_IT} group by a.origin) t) as origins,
    q.result`,
};

/** Read after its questionnaire was found visible. */
export const ANSWER_LIST: ListSpec = {
  action: 'questionnaires.read',
  select: 'a.id, a.origin, a.answers, a.on_day::text as "on"',
  from: 'questionnaire_answer a',
  sees: {},
  sorts: { on: { sql: 'a.on_day', type: 'date' } },
  id: [{ sql: 'a.id', type: 'uuid' }],
  filters: { questionnaire: uuidEquals('a.questionnaire_id'), origin: equals('a.origin') },
};
