import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { PublicProject } from '#domain/disclosure/duties.js';
import type { Json } from '#domain/json.js';
import type { Disclosed } from '#domain/policy/disclosure-policy.js';

export interface DutyRow {
  readonly document: string;
  readonly duty: string;
  readonly label: string;
  readonly what: readonly Disclosed[];
}

/** A version of a publication, before it stands. */
export interface PublicationDraft {
  readonly district: string;
  readonly fiscalYear: number;
  readonly unit: string;
  readonly document: string;
  readonly title: string;
  readonly content: Json;
  readonly hash: string;
  readonly at: Date;
}

export interface Correction {
  readonly version: number;
  readonly reason: string;
  readonly by: string;
}

/** 公开: duties, and what was published for them, version by version. */
@Injectable()
export class DisclosureRepository {
  async recordDuties(manager: EntityManager, duties: readonly DutyRow[]): Promise<void> {
    await manager.query(
      `insert into disclosure_duty (document_id, duty, label, what)
       select d.document, d.duty, d.label, d.what from jsonb_to_recordset($1::text::jsonb) as d (document uuid, duty text, label text, what text[])`,
      [JSON.stringify(duties)],
    );
  }

  /** What each document must hold; documents of earlier years without a line are not in the answer. */
  async duties(manager: EntityManager, documents: readonly string[]): Promise<ReadonlyMap<string, DutyRow>> {
    const rows: DutyRow[] = await manager.query(
      'select document_id as document, duty, label, what from disclosure_duty where document_id = any ($1)',
      [documents],
    );
    return new Map(rows.map((row) => [row.document, row]));
  }

  /** Units that are secret, by themselves or by their department (涉密). */
  async classified(manager: EntityManager, district: string): Promise<ReadonlySet<string>> {
    const rows: { id: string }[] = await manager.query(
      `select u.id from budget_unit u join budget_unit top on top.id = u.department_id where u.district_id = $1 and (u.classified or top.classified)`,
      [district],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** What is on record of a unit's active projects: the approved targets, the scores and grades of the year. */
  async projects(manager: EntityManager, campaign: string, unit: string): Promise<readonly PublicProject[]> {
    const rows: { project: PublicProject }[] = await manager.query(
      `select jsonb_build_object('code', p.code, 'name', p.name, 'approvedBudget', coalesce(p.adjusted_budget, p.approved_budget, p.initial_budget)::text,
         'target', (select c.content from document d join document_content c on c.document_id = d.id and c.version = d.filed_version
                    where d.project_id = p.id and d.kind = 'target' and d.status = 'approved' order by d.changed_at desc limit 1),
         'results', (select coalesce(jsonb_agg(jsonb_build_object('kind', r.kind, 'score', r.score::text, 'grade', r.grade) order by r.kind), '[]')
                     from result r where r.project_id = p.id and r.campaign_id = $1 and r.kind in ('self-evaluation', 'evaluation'))) as project
       from campaign y join project p on p.district_id = y.district_id and p.fiscal_year = y.fiscal_year
       where y.id = $1 and p.unit_id = $2 and p.status = 'active' order by p.code`,
      [campaign, unit],
    );
    return rows.map(({ project }) => project);
  }

  /** The newest version of what is public of a document. */
  async newest<S>(manager: EntityManager, document: string): Promise<S | undefined> {
    const rows: S[] = await manager.query(
      `select d.campaign_id as campaign, p.district_id as district, p.fiscal_year as "fiscalYear", p.unit_id as unit, p.title,
         p.content ->> 'place' as place, p.version, p.hash
       from publication p join document d on d.id = p.document_id where p.document_id = $1 order by p.version desc limit 1`,
      [document],
    );
    return rows[0];
  }

  /** The first version of a publication, or with `correction` a later one. Answers its id; null when that version stands already. */
  async publish(manager: EntityManager, it: PublicationDraft, correction?: Correction): Promise<string | null> {
    const rows: { id: string }[] = await manager.query(
      `insert into publication (id, district_id, fiscal_year, unit_id, document_id, title, content, hash, published_at, version, reason, corrected_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict on constraint publication_version_uk do nothing returning id`,
      [
        uuid(),
        it.district,
        it.fiscalYear,
        it.unit,
        it.document,
        it.title,
        it.content,
        it.hash,
        it.at.toISOString(),
        correction?.version ?? 1,
        correction?.reason ?? null,
        correction?.by ?? null,
      ],
    );
    return rows[0]?.id ?? null;
  }
}
