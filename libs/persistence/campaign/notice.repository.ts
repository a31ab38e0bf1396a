import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { NoticeItem } from '#domain/feedback/content.js';
import type { AcceptedProblem } from '#domain/feedback/notice.js';
import type { Place } from '#persistence/obligation/obligation-opener.js';

/** An accepted evaluation, as feedback sees it. */
export interface EvaluatedRow {
  readonly evaluation: string;
  readonly project: string;
  readonly name: string;
  readonly place: Place;
  readonly score: string | null;
  readonly grade: string | null;
  readonly problems: readonly AcceptedProblem[];
}

export interface NoticeDraft {
  readonly notice: string;
  readonly number: string;
  readonly evaluation: string;
  readonly unit: string | null;
  readonly document?: string;
  readonly content?: object;
  readonly rectifyBy?: string | undefined;
  readonly signedBy?: string | null;
}

const EVALUATED = `e.id as evaluation, p.id as project, p.name, e.score::text as score, e.grade,
  jsonb_build_object('unit', p.unit_id, 'department', p.department_id, 'sectorOffice', p.sector_office_id, 'agency', null) as place,
  coalesce((select jsonb_agg(jsonb_build_object('problem', f.problem, 'recommendation', f.recommendation) order by f.number)
    from finding f where f.evaluation_id = e.id), '[]') as problems`;

/** 反馈通知: what was accepted, and the notices that pass it on. */
@Injectable()
export class NoticeRepository {
  /** Accepted evaluations of the campaign that neither a notice nor a draft of one concerns. */
  async withoutNotice(manager: EntityManager, campaign: string): Promise<readonly EvaluatedRow[]> {
    return manager.query(
      `select ${EVALUATED} from evaluation e join project p on p.id = e.project_id
       where e.campaign_id = $1 and e.status = 'accepted' and not exists (select from feedback_notice n where n.evaluation_id = e.id)
         and not exists (select from document d where d.subject_id = e.id and d.kind = 'feedback-notice')
       order by p.code`,
      [campaign],
    );
  }

  async evaluated(manager: EntityManager, evaluations: readonly string[]): Promise<ReadonlyMap<string, EvaluatedRow>> {
    const rows: EvaluatedRow[] = await manager.query(
      `select ${EVALUATED} from evaluation e join project p on p.id = e.project_id where e.id = any ($1)`,
      [evaluations],
    );
    return new Map(rows.map((row) => [row.evaluation, row]));
  }

  /** How many notices the campaign has; the caller holds the stage's line, so nobody else counts meanwhile. */
  async count(manager: EntityManager, campaign: string): Promise<number> {
    const rows: { count: number }[] = await manager.query('select count(*)::int as count from feedback_notice where campaign_id = $1', [
      campaign,
    ]);
    return rows[0]!.count;
  }

  /** Issues the notices; the findings of their evaluations are theirs from now on. */
  async issue(manager: EntityManager, campaign: string, notices: readonly NoticeDraft[], at: number): Promise<void> {
    await manager.query(
      `insert into feedback_notice (id, campaign_id, evaluation_id, unit_id, number, issued_at, document_id, content, rectify_by, signed_by)
       select n.notice, $2, n.evaluation, n.unit, n.number, $3, n.document, n.content, n."rectifyBy", n."signedBy"
       from jsonb_to_recordset($1::text::jsonb) as n (notice uuid, evaluation uuid, unit uuid, number text, document uuid, content jsonb,
         "rectifyBy" date, "signedBy" uuid)`,
      [JSON.stringify(notices), campaign, new Date(at).toISOString()],
    );
    await manager.query(
      `update finding f set notice_id = n.id from feedback_notice n where n.evaluation_id = f.evaluation_id and f.campaign_id = $1 and f.notice_id is null`,
      [campaign],
    );
  }

  /** The findings say what the signed notice says: its advice, and what it adds to the report's problems. */
  async putItems(manager: EntityManager, campaign: string, evaluation: string, items: readonly NoticeItem[]): Promise<void> {
    await manager.query(
      `with told as (select t.problem, t.recommendation, t.place from jsonb_to_recordset($3::text::jsonb)
           as t (problem text, recommendation text, place integer)),
         advised as (update finding f set recommendation = t.recommendation from told t
           where f.evaluation_id = $1 and f.problem = t.problem and f.recommendation is distinct from t.recommendation)
       insert into finding (id, campaign_id, evaluation_id, number, problem, recommendation)
       select gen_random_uuid(), $2, $1, row_number() over (order by t.place)
         + (select coalesce(max(number), 0) from finding where evaluation_id = $1), t.problem, t.recommendation
       from told t where not exists (select from finding f where f.evaluation_id = $1 and f.problem = t.problem)`,
      [evaluation, campaign, JSON.stringify(items.map((it, place) => ({ ...it, place })))],
    );
  }

  /** The first version of a draft, as the system writes it. */
  async prefill(
    manager: EntityManager,
    drafts: readonly { readonly document: string; readonly content: object }[],
    at: number,
  ): Promise<void> {
    await manager.query(
      `with written as (insert into document_content (document_id, version, content, saved_at)
         select d.document, 1, d.content, $2 from jsonb_to_recordset($1::text::jsonb) as d (document uuid, content jsonb) returning document_id)
       update document set content_version = 1 where id in (select document_id from written)`,
      [JSON.stringify(drafts), new Date(at).toISOString()],
    );
  }

  /** Who approved last in the obligation. */
  async signer(manager: EntityManager, obligation: string): Promise<string | null> {
    const rows: { actor: string | null }[] = await manager.query(
      `select actor_id as actor from audit_entry where stream = $1 and type = 'review' order by sequence desc limit 1`,
      [`obligation/${obligation}`],
    );
    return rows[0]?.actor ?? null;
  }

  async acknowledge(manager: EntityManager, documents: readonly string[], at: number): Promise<void> {
    await manager.query(`update feedback_notice n set acknowledged_at = $2 from document d where d.subject_id = n.id and d.id = any ($1)`, [
      documents,
      new Date(at).toISOString(),
    ]);
  }
}
