import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Json } from '#domain/json.js';

/** A score with what it rests on; `score` as shown, the exact value stands in the explanation. */
export interface ResultDraft {
  readonly project: string;
  readonly document: string;
  readonly score: string;
  readonly grade: string | null;
  readonly conclusion: string | null;
  /** Plain JSON; an explanation is an interface, which the compiler does not count as `Json`. */
  readonly explanation: Json | object;
}

export type ResultKind = 'ex-ante' | 'self-evaluation' | 'spot-check' | 'evaluation';

/** `score` is for eyes; rules compare `exact`. */
interface ResultRow {
  readonly score: string;
  readonly exact: string;
  readonly grade: string | null;
  readonly conclusion: string | null;
}

@Injectable()
export class ResultRepository {
  /** One result a project and kind in a campaign; a later acceptance replaces it, the audit keeps both. */
  async put(manager: EntityManager, campaign: string, kind: ResultKind, at: number, results: readonly ResultDraft[]): Promise<void> {
    if (results.length === 0) return;
    await manager.query(
      `insert into result (id, campaign_id, kind, project_id, document_id, score, grade, conclusion, explanation, at)
       select r.id, $2, $3, r.project, r.document, r.score, r.grade, r.conclusion, r.explanation, $4
       from jsonb_to_recordset($1::text::jsonb)
         as r (id uuid, project uuid, document uuid, score numeric, grade text, conclusion text, explanation jsonb)
       on conflict on constraint result_uk do update set document_id = excluded.document_id, score = excluded.score,
         grade = excluded.grade, conclusion = excluded.conclusion, explanation = excluded.explanation, at = excluded.at`,
      [JSON.stringify(results.map((it) => ({ ...it, id: uuid() }))), campaign, kind, new Date(at).toISOString()],
    );
  }

  async byProject(manager: EntityManager, campaign: string, kind: ResultKind): Promise<ReadonlyMap<string, ResultRow>> {
    const rows: (ResultRow & { project: string })[] = await manager.query(
      `select project_id as project, score::text, coalesce(explanation ->> 'exact', score::text) as exact, grade, conclusion
       from result where campaign_id = $1 and kind = $2`,
      [campaign, kind],
    );
    return new Map(rows.map((row) => [row.project, row]));
  }
}
