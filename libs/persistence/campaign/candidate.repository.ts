import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CampaignRow } from './campaign.repository.js';

/** A project with what the product knows of it when key evaluations are selected. Figures that are not known are null. */
export interface CandidateRow {
  readonly code: string;
  readonly name: string;
  readonly department: string;
  readonly sector: string | null;
  readonly class: 'ordinary' | 'key';
  readonly new: boolean;
  readonly amount: string | null;
  readonly executed: string | null;
  readonly selfScore: string | null;
  readonly redWarnings: string;
  readonly lastEvaluated: number | null;
  readonly pastScore: string | null;
  readonly pastGrade: string | null;
}

@Injectable()
export class CandidateRepository {
  /** The active projects of the year; an earlier evaluation is found by the project's code. */
  async ofYear(manager: EntityManager, { id, district, fiscalYear }: CampaignRow): Promise<readonly CandidateRow[]> {
    return manager.query(
      `select p.code, p.name, d.name as department, o.name as sector, p.class, p.attribute = 'new' as new,
         coalesce(p.adjusted_budget, p.approved_budget, p.initial_budget)::text as amount, p.executed_amount::text as executed,
         coalesce(r.explanation ->> 'exact', r.score::text) as "selfScore",
         (select count(*)::text from warning w where w.campaign_id = $1 and w.project_id = p.id and w.colour = 'red') as "redWarnings",
         past.fiscal_year as "lastEvaluated", past.score::text as "pastScore", past.grade as "pastGrade"
       from project p join budget_unit d on d.id = p.department_id left join sector_office o on o.id = p.sector_office_id
       left join result r on r.campaign_id = $1 and r.kind = 'self-evaluation' and r.project_id = p.id
       left join lateral (select q.fiscal_year, e.score, e.grade from evaluation e join project q on q.id = e.project_id
         where q.district_id = p.district_id and q.code = p.code and q.fiscal_year < p.fiscal_year and e.status = 'accepted'
         order by q.fiscal_year desc limit 1) past on true
       where p.district_id = $2 and p.fiscal_year = $3 and p.status = 'active' order by p.code`,
      [id, district, fiscalYear],
    );
  }
}
