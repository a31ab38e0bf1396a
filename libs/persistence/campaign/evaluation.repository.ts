import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { EvaluationPart } from '#contracts/campaign/campaign.contract.js';
import type { LedgerEntry } from '#domain/key-evaluation/comment-ledger.js';
import type { EvaluationType } from '#domain/key-evaluation/evaluation-type.js';
import type { CommentContent, EvaluationPlanContent, EvaluationReportContent } from '#domain/key-evaluation/content.js';
import type { Place } from '#persistence/obligation/obligation-opener.js';

export interface EvaluationRow {
  readonly id: string;
  readonly campaign: string;
  readonly stage: string;
  readonly project: string;
  readonly projectName: string;
  readonly type: EvaluationType;
  readonly status: string;
  readonly place: Place;
}

/** What was filed and accepted of one evaluation so far; null where there is nothing (a comment: silence). */
export interface FiledParts {
  readonly plan: EvaluationPlanContent | null;
  readonly draft: EvaluationReportContent | null;
  readonly comment: CommentContent | null;
}

/** A report in the version that was filed. */
export interface FiledReport<C> {
  readonly document: string;
  readonly kind: 'evaluation-draft' | 'evaluation-final';
  readonly version: number;
  readonly status: string;
  readonly content: C;
}

const FILED = (kind: string): string =>
  `(select c.content from document d join document_content c on c.document_id = d.id and c.version = d.filed_version
    where d.subject_id = e.id and d.kind = '${kind}' and d.status in ('approved', 'consented') order by d.changed_at desc limit 1)`;

const ROW = `e.id, e.campaign_id as campaign, e.stage_id as stage, e.project_id as project, p.name as "projectName", e.status,
  coalesce((select s.type from evaluation_subject s where s.id = p.id), 'project') as type,
  jsonb_build_object('unit', p.unit_id, 'department', p.department_id, 'sectorOffice', p.sector_office_id, 'agency', e.agency_id) as place`;

@Injectable()
export class EvaluationRepository {
  /** Without those that were abandoned before they began: their projects were cancelled. */
  async ofStage(manager: EntityManager, stage: string): Promise<readonly EvaluationRow[]> {
    return manager.query(
      `select ${ROW} from evaluation e join project p on p.id = e.project_id
       where e.stage_id = $1 and not (e.status = 'abandoned' and e.opened_at is null) order by p.code`,
      [stage],
    );
  }

  /** Locks the evaluation's line till the transaction ends. */
  async lock(manager: EntityManager, id: string): Promise<EvaluationRow> {
    const rows: EvaluationRow[] = await manager.query(
      `select ${ROW} from evaluation e join project p on p.id = e.project_id where e.id = $1 for update of e`,
      [id],
    );
    if (!rows[0]) throw new Error(`There is no evaluation ${id}.`);
    return rows[0];
  }

  async enter(manager: EntityManager, id: string, part: EvaluationPart, at: number): Promise<void> {
    await manager.query('update evaluation set status = $2, opened_at = coalesce(opened_at, $3) where id = $1', [
      id,
      part,
      new Date(at).toISOString(),
    ]);
  }

  /** 征求意见: from now on the unit and those above it read the report that they are asked about. */
  async share(manager: EntityManager, { id, place }: EvaluationRow, kind: string): Promise<void> {
    await manager.query('update document set unit_id = $3, department_id = $4, sector_office_id = $5 where subject_id = $1 and kind = $2', [
      id,
      kind,
      place.unit,
      place.department,
      place.sectorOffice,
    ]);
  }

  async conclude(manager: EntityManager, id: string, score: string, grade: string): Promise<void> {
    await manager.query('update evaluation set score = $2, grade = $3 where id = $1', [id, score, grade]);
  }

  async close(manager: EntityManager, id: string, accepted: boolean, at: number): Promise<void> {
    await manager.query('update evaluation set status = $2, accepted_at = $3 where id = $1', [
      id,
      accepted ? 'accepted' : 'abandoned',
      accepted ? new Date(at).toISOString() : null,
    ]);
  }

  /** The problems as numbered findings, each with the recommendation of the same number. */
  async putFindings(
    manager: EntityManager,
    evaluation: string,
    campaign: string,
    problems: readonly string[],
    recommendations: readonly string[],
  ): Promise<void> {
    await manager.query(
      `insert into finding (id, campaign_id, evaluation_id, number, problem, recommendation)
       select f.id, $2, $1, f.number, f.problem, f.recommendation
       from jsonb_to_recordset($3::text::jsonb) as f (id uuid, number integer, problem text, recommendation text)
       on conflict on constraint finding_number_uk do nothing`,
      [
        evaluation,
        campaign,
        JSON.stringify(problems.map((problem, i) => ({ id: uuid(), number: i + 1, problem, recommendation: recommendations[i] ?? null }))),
      ],
    );
  }

  /** The accepted parts of each evaluation, by its id. */
  async filedParts(manager: EntityManager, evaluations: readonly string[]): Promise<ReadonlyMap<string, FiledParts>> {
    const rows: (FiledParts & { id: string })[] = await manager.query(
      `select e.id, ${FILED('evaluation-plan')} as plan, ${FILED('evaluation-draft')} as draft, ${FILED('evaluation-comment')} as comment
       from evaluation e where e.id = any ($1)`,
      [evaluations],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** The final report as it was filed last, before that the draft; null while neither was. */
  async newestReport<C>(manager: EntityManager, evaluation: string): Promise<FiledReport<C> | null> {
    const rows: FiledReport<C>[] = await manager.query(
      `select d.id as document, d.kind, d.filed_version as version, d.status, c.content
       from document d join document_content c on c.document_id = d.id and c.version = d.filed_version
       where d.subject_id = $1 and d.kind in ('evaluation-draft', 'evaluation-final') and d.status <> 'cancelled'
       order by d.kind desc, d.changed_at desc limit 1`,
      [evaluation],
    );
    return rows[0] ?? null;
  }

  /** 意见答复台账, as it stood when the final report was accepted. */
  async putLedger(manager: EntityManager, evaluation: string, entries: readonly LedgerEntry[]): Promise<void> {
    await manager.query(
      `insert into evaluation_ledger_entry (evaluation_id, kind, number, subject, said, from_points, to_points, adopted, reason)
       select $1, l.kind, l.number, l.subject, l.said, l."from", l."to", l.adopted, l.reason
       from jsonb_to_recordset($2::text::jsonb)
         as l (kind text, number integer, subject text, said text, "from" numeric, "to" numeric, adopted boolean, reason text)
       on conflict do nothing`,
      [evaluation, JSON.stringify(entries)],
    );
  }
}
