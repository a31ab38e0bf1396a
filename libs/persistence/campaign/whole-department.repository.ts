import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { TargetContent } from '#domain/target-filing/content.js';
import type { ResultDraft } from './result.repository.js';

/** A unit as a whole, seen from its self-evaluation: the approved target and what is known of its money; null where it is not. */
export interface WholeSubject {
  readonly unit: string;
  readonly target: TargetContent | null;
  /** Sums in yuan over the unit's active projects of the year. */
  readonly approvedBudget: string | null;
  readonly fundsReceived: string | null;
}

export type WholeResultDraft = Omit<ResultDraft, 'project'> & { readonly unit: string };

/** Self-scores of a unit, and the size of what it spends. */
export interface WholeScore {
  readonly unit: string;
  readonly department: string;
  readonly exact: string;
  readonly amount: string;
}

/** 部门整体: targets and results of units as a whole. */
@Injectable()
export class WholeDepartmentRepository {
  /** Units of the campaign whose target as a whole is approved. */
  async targeted(manager: EntityManager, campaign: string): Promise<ReadonlySet<string>> {
    const rows: { unit: string }[] = await manager.query(
      `select distinct unit_id as unit from document
       where campaign_id = $1 and kind = 'target' and project_id is null and status = 'approved'`,
      [campaign],
    );
    return new Set(rows.map(({ unit }) => unit));
  }

  /** By document; the newest approved target counts. */
  async subjects(manager: EntityManager, documents: readonly string[]): Promise<ReadonlyMap<string, WholeSubject>> {
    const rows: (WholeSubject & { readonly document: string })[] = await manager.query(
      `select d.id as document, d.unit_id as unit, t.content as target, m.approved::text as "approvedBudget", m.received::text as "fundsReceived"
       from document d join campaign c on c.id = d.campaign_id
       left join lateral (select v.content from document a join document_content v on v.document_id = a.id and v.version = a.filed_version
         where a.campaign_id = d.campaign_id and a.unit_id = d.unit_id and a.kind = 'target' and a.project_id is null and a.status = 'approved'
         order by a.changed_at desc limit 1) t on true
       left join lateral (select sum(p.approved_budget) as approved, sum(p.funds_received) as received from project p
         where p.unit_id = d.unit_id and p.fiscal_year = c.fiscal_year and p.status = 'active') m on true
       where d.id = any ($1) and d.kind = 'whole-self-evaluation'`,
      [documents],
    );
    return new Map(rows.map(({ document, ...subject }) => [document, subject]));
  }

  /** One result a unit and kind in a campaign; a later acceptance replaces it, the audit keeps both. */
  async put(
    manager: EntityManager,
    campaign: string,
    kind: 'self-evaluation' | 'spot-check',
    at: number,
    results: readonly WholeResultDraft[],
  ): Promise<void> {
    if (results.length === 0) return;
    await manager.query(
      `insert into whole_result (id, campaign_id, kind, unit_id, document_id, score, grade, conclusion, explanation, at)
       select r.id, $2, $3, r.unit, r.document, r.score, r.grade, r.conclusion, r.explanation, $4
       from jsonb_to_recordset($1::text::jsonb)
         as r (id uuid, unit uuid, document uuid, score numeric, grade text, conclusion text, explanation jsonb)
       on conflict on constraint whole_result_uk do update set document_id = excluded.document_id, score = excluded.score,
         grade = excluded.grade, conclusion = excluded.conclusion, explanation = excluded.explanation, at = excluded.at`,
      [JSON.stringify(results.map((it) => ({ ...it, id: uuid() }))), campaign, kind, new Date(at).toISOString()],
    );
  }

  /** Self-scores by unit, for the draw and for the corrected score beside them. */
  async selfScores(manager: EntityManager, campaign: string): Promise<ReadonlyMap<string, WholeScore>> {
    const rows: WholeScore[] = await manager.query(
      `select r.unit_id as unit, u.department_id as department, coalesce(r.explanation ->> 'exact', r.score::text) as exact,
         coalesce(v.content -> 'funds' ->> 'adjustedBudget', '0') as amount
       from whole_result r join budget_unit u on u.id = r.unit_id join document d on d.id = r.document_id
       left join document_content v on v.document_id = d.id and v.version = d.filed_version
       where r.campaign_id = $1 and r.kind = 'self-evaluation' order by u.code`,
      [campaign],
    );
    return new Map(rows.map((row) => [row.unit, row]));
  }
}
