import { equals, uuidEquals } from './list.js';
import type { ListSpec } from './list.js';

/** Objections (异议) as they were filed, each with the decision on it once that holds, and what it corrected. A silent unit has none. */
export const OBJECTION_LIST: ListSpec = {
  action: 'feedback.read',
  select: `o.id as document, o.campaign_id as campaign, s.key as stage, s.name as "stageName", o.title, o.unit_id as unit, u.name as "unitName",
    p.id as project, p.name as "projectName", a.id as about, a.kind as "aboutKind", c.content ->> 'text' as text,
    coalesce(c.content -> 'items', '[]') as items, o.changed_at as "filedAt", r.id as ruling, (r.content ->> 'sustained')::boolean as sustained,
    r.content ->> 'reason' as reason, r.content ->> 'correctedScore' as "correctedScore", coalesce(r.content -> 'corrections', '[]') as corrections,
    r.changed_at as "decidedAt"`,
  from: `document o join document_content c on c.document_id = o.id and c.version = o.filed_version join stage s on s.id = o.stage_id
    join document a on a.id = o.subject_id join obligation b on b.id = o.obligation_id left join budget_unit u on u.id = o.unit_id
    left join project p on p.id = o.project_id
    left join lateral (select d.id, d.changed_at, v.content from document d
      join document_content v on v.document_id = d.id and v.version = d.filed_version
      where d.subject_id = o.id and d.kind = 'objection-ruling' and d.status = 'approved') r on true`,
  where: `o.kind = 'objection' and o.status = 'approved' and c.content ->> 'position' = 'object'`,
  sees: { district: 'b.district_id', unit: 'o.unit_id', department: 'o.department_id', sectorOffice: 'o.sector_office_id' },
  sorts: { filedAt: { sql: 'o.changed_at', type: 'timestamptz' } },
  id: [{ sql: 'o.id', type: 'uuid' }],
  filters: {
    campaign: uuidEquals('o.campaign_id'),
    stage: equals('s.key'),
    unit: uuidEquals('o.unit_id'),
    about: uuidEquals('a.id'),
    decided: equals('(r.id is not null)', 'boolean'),
  },
};
