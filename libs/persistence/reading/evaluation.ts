import type { DataSource } from 'typeorm';
import { ONE_DOCUMENT, PROJECTS } from '#persistence/access/columns.js';
import { Parameters, visible } from '#persistence/access/visible.js';
import type { Viewer } from '#persistence/access/viewer.js';
import type { ListSpec } from './list.js';
import { EVALUATION_LIST } from './results.js';
import { readRows } from './rows.js';

/** One evaluation with the evaluated unit by name. */
export const EVALUATION_HEAD: ListSpec = {
  ...EVALUATION_LIST,
  select: `e.id, e.campaign_id as campaign, e.stage_id as stage, p.id as project, p.code as "projectCode", p.name as "projectName",
    u.id as unit, u.name as "unitName", e.agency_id as agency, a.name as "agencyName", e.status, e.score::text as score, e.grade,
    e.opened_at as "openedAt", e.accepted_at as "acceptedAt"`,
  from: 'evaluation e join project p on p.id = e.project_id join budget_unit u on u.id = p.unit_id join agency a on a.id = e.agency_id',
};

export interface EvaluationPart {
  readonly document: string;
  readonly kind: string;
  readonly title: string;
  readonly status: string;
  readonly round: number;
  readonly dueAt: string;
  readonly filedVersion: number | null;
  readonly content: unknown;
}

const KINDS = `('evaluation-plan', 'evaluation-draft', 'evaluation-comment', 'evaluation-final')`;

/** The parts that this viewer may read, each as it was filed last; a draft that is being written is nobody's but its author's. */
export const readParts = (source: DataSource, viewer: Viewer, today: string, evaluation: string): Promise<EvaluationPart[]> => {
  const parameters = new Parameters();
  const [is, day] = [parameters.add(evaluation), `${parameters.add(today)}::date`];
  return readRows(
    source,
    `select d.id as document, d.kind, d.title, d.status, d.round, d.due_at as "dueAt", d.filed_version as "filedVersion", c.content
     from document d left join document_content c on c.document_id = d.id and c.version = d.filed_version
     where d.subject_id = ${is}::uuid and d.kind in ${KINDS} and d.status <> 'cancelled'
       and ${visible(viewer, 'documents.read', ONE_DOCUMENT('d', day), parameters)}
     order by array_position(array['evaluation-plan', 'evaluation-draft', 'evaluation-comment', 'evaluation-final'], d.kind), d.changed_at`,
    parameters.values,
  );
};

export interface Scored {
  readonly kind: string;
  readonly document: string;
  readonly score: string;
  readonly grade: string | null;
  readonly conclusion: string | null;
  readonly explanation: unknown;
  readonly at: string;
}

/** What was scored of the project in the campaign, as far as the viewer may read results. */
export const readScores = (source: DataSource, viewer: Viewer, campaign: string, project: string): Promise<Scored[]> => {
  const parameters = new Parameters();
  const [year, is] = [parameters.add(campaign), parameters.add(project)];
  return readRows(
    source,
    `select r.kind, r.document_id as document, r.score::text as score, r.grade, r.conclusion, r.explanation, r.at
     from result r join project p on p.id = r.project_id
     where r.campaign_id = ${year}::uuid and r.project_id = ${is}::uuid and ${visible(viewer, 'results.read', PROJECTS('p'), parameters)}`,
    parameters.values,
  );
};

/** Files of documents that were found visible. */
export const readFiles = (source: DataSource, documents: readonly string[]): Promise<unknown[]> =>
  readRows(
    source,
    `select a.id, a.document_id as document, a.path, a.name, a.size, a.sha256, a.media_type as "mediaType", a.attached_at as "attachedAt"
     from attachment a where a.document_id = any ($1::uuid[]) and a.detached_at is null order by a.attached_at, a.id limit 500`,
    [documents],
  );

/** Read after the evaluation was found visible. */
export const readLedger = (source: DataSource, evaluation: string): Promise<unknown[]> =>
  readRows(
    source,
    `select l.kind, l.number, l.subject, l.said, l.from_points::text as "fromPoints", l.to_points::text as "toPoints", l.adopted, l.reason
     from evaluation_ledger_entry l where l.evaluation_id = $1::uuid order by l.kind desc, l.number`,
    [evaluation],
  );

export const readFindings = (source: DataSource, evaluation: string): Promise<unknown[]> =>
  readRows(
    source,
    `select f.id, f.number, f.problem, f.recommendation, f.item_id as item, f.struck_off_at as "struckOffAt"
     from finding f where f.evaluation_id = $1::uuid order by f.number`,
    [evaluation],
  );
