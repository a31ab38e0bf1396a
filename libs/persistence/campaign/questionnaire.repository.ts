import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { QuestionnaireResult } from '#domain/key-evaluation/questionnaire-score.js';
import type { QuestionnaireContent, RespondentAnswers } from '#domain/key-evaluation/questionnaire.js';

/** A questionnaire as its rules ask for it. */
export interface QuestionnaireRow {
  readonly id: string;
  readonly evaluation: string;
  readonly campaign: string;
  readonly title: string;
  /** Null until it is approved. */
  readonly content: QuestionnaireContent | null;
  readonly closed: boolean;
}

export interface AskedQuestionnaire {
  readonly id: string;
  readonly evaluation: string;
  readonly title: string;
  readonly obligation: string;
  readonly askedBy: string;
  readonly requestId: string;
  readonly askedAt: Date;
}

interface Entry {
  readonly id: string;
  readonly origin: AnswerOrigin;
  /** Business day. */
  readonly on: string;
  /** Who typed them in or imported them; null where a respondent answers. */
  readonly entered: { readonly by: string; readonly requestId: string } | null;
}

type AnswerOrigin = 'typed' | 'imported' | 'public';

const ROW = `q.id, q.evaluation_id as evaluation, e.campaign_id as campaign, q.title, q.content, q.closed_at is not null as closed
  from questionnaire q join evaluation e on e.id = q.evaluation_id`;

/** 调查问卷 of the evaluations, with what came back. */
@Injectable()
export class QuestionnaireRepository {
  async byRequest(manager: EntityManager, requestId: string): Promise<{ readonly id: string; readonly obligation: string } | undefined> {
    const rows: { id: string; obligation: string }[] = await manager.query(
      'select id, obligation_id as obligation from questionnaire where request_id = $1',
      [requestId],
    );
    return rows[0];
  }

  async put(manager: EntityManager, it: AskedQuestionnaire): Promise<void> {
    await manager.query(
      `insert into questionnaire (id, evaluation_id, title, obligation_id, asked_by, request_id, asked_at) values ($1, $2, $3, $4, $5, $6, $7)`,
      [it.id, it.evaluation, it.title, it.obligation, it.askedBy, it.requestId, it.askedAt],
    );
  }

  async byIds(manager: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, QuestionnaireRow>> {
    const rows: QuestionnaireRow[] = await manager.query(`select ${ROW} where q.id = any ($1)`, [ids]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Locks its line till the transaction ends: closing it waits for answers under way, and they for it. */
  async lock(manager: EntityManager, id: string, mode: 'share' | 'update'): Promise<QuestionnaireRow | undefined> {
    const rows: QuestionnaireRow[] = await manager.query(`select ${ROW} where q.id = $1 for ${mode} of q`, [id]);
    return rows[0];
  }

  async byToken(manager: EntityManager, tokenHash: string): Promise<QuestionnaireRow | undefined> {
    const rows: QuestionnaireRow[] = await manager.query(`select ${ROW} where q.token_hash = $1 for share of q`, [tokenHash]);
    return rows[0];
  }

  /** Keeps what was approved; answers are taken from now on. */
  async approve(manager: EntityManager, documents: readonly string[], at: number): Promise<void> {
    await manager.query(
      `update questionnaire q set content = c.content, approved_at = $2 from document d
       join document_content c on c.document_id = d.id and c.version = d.filed_version
       where d.subject_id = q.id and d.id = any ($1) and q.approved_at is null`,
      [documents, new Date(at).toISOString()],
    );
  }

  /** A new secret address, and as many codes as there are hashes; those before end. */
  async open(manager: EntityManager, id: string, tokenHash: string, codes: readonly string[]): Promise<void> {
    await manager.query('update questionnaire set token_hash = $2 where id = $1', [id, tokenHash]);
    await manager.query('delete from questionnaire_code where questionnaire_id = $1 and not used', [id]);
    await manager.query('insert into questionnaire_code (questionnaire_id, code_hash) select $1, unnest($2::text[])', [id, codes]);
  }

  async hasCodes(manager: EntityManager, id: string): Promise<boolean> {
    const rows: unknown[] = await manager.query('select 1 from questionnaire_code where questionnaire_id = $1 limit 1', [id]);
    return rows.length > 0;
  }

  /** Uses a code up. False where there is none such, or it was used before. */
  async spend(manager: EntityManager, id: string, codeHash: string): Promise<boolean> {
    const [, count] = await manager.query<[unknown, number]>(
      'update questionnaire_code set used = true where questionnaire_id = $1 and code_hash = $2 and not used',
      [id, codeHash],
    );
    return count > 0;
  }

  /** Rows that were entered under a request id before are not entered again. */
  async answer(manager: EntityManager, { id, origin, on, entered }: Entry, answers: readonly RespondentAnswers[]): Promise<void> {
    await manager.query(
      `insert into questionnaire_answer (id, questionnaire_id, origin, answers, on_day, recorded_by, request_id)
       select gen_random_uuid(), $1, $2, it, $3, $4, $5 from jsonb_array_elements($6::text::jsonb) as it
       where not exists (select from questionnaire_answer where request_id = $5)`,
      [id, origin, on, entered?.by ?? null, entered?.requestId ?? null, JSON.stringify(answers)],
    );
  }

  async answers(manager: EntityManager, id: string): Promise<readonly RespondentAnswers[]> {
    const rows: { answers: RespondentAnswers }[] = await manager.query(
      'select answers from questionnaire_answer where questionnaire_id = $1 order by on_day, id',
      [id],
    );
    return rows.map(({ answers }) => answers);
  }

  async copies(manager: EntityManager, id: string): Promise<number> {
    const rows: { copies: number }[] = await manager.query(
      'select coalesce(sum(copies), 0)::int as copies from questionnaire_distribution where questionnaire_id = $1',
      [id],
    );
    return rows[0]!.copies;
  }

  async close(manager: EntityManager, id: string, result: QuestionnaireResult, by: string, at: Date): Promise<void> {
    await manager.query('update questionnaire set closed_at = $2, closed_by = $3, result = $4::text::jsonb where id = $1', [
      id,
      at,
      by,
      JSON.stringify(result),
    ]);
  }
}
