import type { DataSource } from 'typeorm';
import { equals, uuidEquals } from './list.js';
import type { ListSpec } from './list.js';
import { readRows } from './rows.js';

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

interface FoundScore {
  readonly score: string | null;
  readonly grade: string | null;
  readonly conclusion: string | null;
}

/** The score that a document gave a project, a unit as a whole or, by the receipt of its notice, an evaluation; nulls where it gave none. */
export const foundScore = async (source: DataSource, document: string): Promise<FoundScore> => {
  const [row] = await readRows<FoundScore>(
    source,
    `select r.score::text as score, r.grade, r.conclusion from result r where r.document_id = $1
     union all select w.score::text, w.grade, w.conclusion from whole_result w where w.document_id = $1
     union all select e.score::text, e.grade, null from document d join feedback_notice n on n.id = d.subject_id
       join evaluation e on e.id = n.evaluation_id where d.id = $1 and d.kind = 'feedback-receipt'`,
    [document],
  );
  return row ?? { score: null, grade: null, conclusion: null };
};

interface FoundProblem {
  readonly number: number;
  readonly problem: string;
  readonly recommendation: string | null;
}

/** The problems of an issued notice, as it stands. */
export const foundProblems = (source: DataSource, notice: string): Promise<readonly FoundProblem[]> =>
  readRows<FoundProblem>(source, 'select number, problem, recommendation from finding where notice_id = $1 order by number', [notice]);
