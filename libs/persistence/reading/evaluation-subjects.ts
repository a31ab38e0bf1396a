import { TYPE_LABELS, SUBJECT_TYPES } from '#domain/key-evaluation/evaluation-type.js';
import { PROJECTS } from '#persistence/access/columns.js';
import { equals } from './list.js';
import type { ListSpec } from './list.js';

const LABEL = `case s.type ${SUBJECT_TYPES.map((type) => `when '${type}' then '${TYPE_LABELS[type].subject}'`).join(' ')} end`;

/** 评价对象 other than projects, for everybody who sees what belongs there. */
export const SUBJECT_LIST: ListSpec = {
  action: 'evaluations.read',
  select: `p.id, s.type, ${LABEL} as label, p.code, p.name, p.unit_id as unit, u.name as "unitName", p.department_id as department,
    p.initial_budget::text as "initialBudget", p.adjusted_budget::text as "adjustedBudget", p.executed_amount::text as "executedAmount",
    coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'code', x.code, 'name', x.name) order by x.code)
      from evaluation_covered_project c join project x on x.id = c.project_id where c.subject_id = s.id), '[]') as projects,
    (select e.id from evaluation e where e.project_id = s.id limit 1) as evaluation`,
  from: 'evaluation_subject s join project p on p.id = s.id join budget_unit u on u.id = p.unit_id',
  sees: PROJECTS('p'),
  sorts: { code: { sql: 'p.code', type: 'text' } },
  id: [{ sql: 'p.id', type: 'uuid' }],
  filters: {
    campaign: (it) =>
      `exists (select from campaign c where c.id = ${it}::uuid and c.district_id = p.district_id and c.fiscal_year = p.fiscal_year)`,
    type: equals('s.type'),
  },
};
