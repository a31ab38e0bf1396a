import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CreditGrade, RegisteredAgency } from '#domain/key-evaluation/independence.js';

/** What an agency has declared of its interests in one evaluation. */
export interface DeclarationRow {
  readonly evaluation: string;
  readonly leadEvaluator: string;
  readonly interests: readonly { readonly about: string; readonly text: string }[];
}

/** The register of agencies (第三方机构), as the rules of assignment and rating see it. */
@Injectable()
export class AgencyRepository {
  /** Undefined where the district has no such agency. */
  async registered(manager: EntityManager, id: string, district: string): Promise<RegisteredAgency | undefined> {
    const rows: RegisteredAgency[] = await manager.query(
      `select a.name, a.active, a.credit_grade as "creditGrade",
         coalesce((select jsonb_agg(jsonb_build_object('kind', t.kind, 'unit', t.unit_id, 'fromOn', t.from_on, 'untilOn', t.until_on,
           'description', t.description) order by t.from_on, t.id) from agency_tie t where t.agency_id = a.id), '[]') as ties
       from agency a where a.id = $1 and a.district_id = $2`,
      [id, district],
    );
    return rows[0];
  }

  /** The declarations of the agencies that are assigned now, by evaluation. */
  async declarations(manager: EntityManager, evaluations: readonly string[]): Promise<ReadonlyMap<string, DeclarationRow>> {
    const rows: DeclarationRow[] = await manager.query(
      `select c.evaluation_id as evaluation, l.name as "leadEvaluator", c.interests
       from conflict_declaration c join evaluation e on e.id = c.evaluation_id and e.agency_id = c.agency_id
       join lead_evaluator l on l.id = c.lead_evaluator_id where c.evaluation_id = any ($1)`,
      [evaluations],
    );
    return new Map(rows.map((row) => [row.evaluation, row]));
  }

  /** Exact points of all ratings of its work, oldest first. Locks the agency's line: ratings of one agency follow one another. */
  async lockRatings(manager: EntityManager, agency: string): Promise<readonly string[]> {
    await manager.query('select 1 from agency where id = $1 for update', [agency]);
    const rows: { exact: string }[] = await manager.query(
      'select exact from agency_rating where agency_id = $1 order by rated_at, evaluation_id',
      [agency],
    );
    return rows.map(({ exact }) => exact);
  }

  async grade(manager: EntityManager, agency: string, grade: CreditGrade | null): Promise<void> {
    await manager.query('update agency set credit_grade = $2, version = version + 1 where id = $1', [agency, grade]);
  }
}
