import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SubjectType } from '#domain/key-evaluation/evaluation-type.js';
import type { CampaignRow } from './campaign.repository.js';

export interface SubjectDraft {
  readonly id: string;
  readonly type: SubjectType;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly projects: readonly string[];
  readonly by: string;
  readonly at: Date;
}

const COVERED_SUM = (column: string): string => `sum(x.${column})`;

/** What is evaluated without being a project of the budget: a department as a whole, a policy, a special bond. */
@Injectable()
export class SubjectRepository {
  /** The department with its name and code, or the unit; undefined where the district has none such. */
  async unit(
    manager: EntityManager,
    district: string,
    id: string,
  ): Promise<{ readonly name: string; readonly code: string; readonly isDepartment: boolean } | undefined> {
    const rows: { name: string; code: string; isDepartment: boolean }[] = await manager.query(
      `select name, code, department_id = id as "isDepartment" from budget_unit where id = $1 and district_id = $2 and dissolved_on is null`,
      [id, district],
    );
    return rows[0];
  }

  /** Of these ids, or of the department, the active projects of the year. */
  async covered(
    manager: EntityManager,
    { district, fiscalYear }: Pick<CampaignRow, 'district' | 'fiscalYear'>,
    of: { readonly department: string } | { readonly projects: readonly string[] },
  ): Promise<readonly string[]> {
    const [column, value] = 'department' in of ? ['department_id = $3', of.department] : ['id = any ($3::uuid[])', of.projects];
    const rows: { id: string }[] = await manager.query(
      `select id from project where district_id = $1 and fiscal_year = $2 and status = 'active' and ${column} order by code`,
      [district, fiscalYear, value],
    );
    return rows.map(({ id }) => id);
  }

  /** Its line among the projects, with the sums of what it covers, each with where it comes from. False where it is there already. */
  async create(
    manager: EntityManager,
    { district, fiscalYear }: Pick<CampaignRow, 'district' | 'fiscalYear'>,
    it: SubjectDraft,
  ): Promise<boolean> {
    const figures = ['initial_budget', 'approved_budget', 'adjusted_budget', 'executed_amount'];
    const rows: unknown[] = await manager.query(
      `insert into project (id, district_id, fiscal_year, unit_id, department_id, sector_office_id, code, name, attribute, class, status, sources,
         ${figures.join(', ')})
       select $1, $2, $3, u.id, u.department_id, u.sector_office_id, $5, $6, 'continuing', 'key', 'subject', $7::text::jsonb,
         ${figures.map(COVERED_SUM).join(', ')}
       from budget_unit u left join project x on x.id = any ($8::uuid[]) where u.id = $4
       group by u.id, u.department_id, u.sector_office_id on conflict (id) do nothing returning 1`,
      [
        ...[it.id, district, fiscalYear, it.unit, it.code, it.name],
        JSON.stringify(Object.fromEntries(figures.map((column) => [column, `所涉 ${String(it.projects.length)} 个项目合计`]))),
        it.projects,
      ],
    );
    if (rows.length === 0) return false;
    await manager.query('insert into evaluation_subject (id, type, created_by, created_at) values ($1, $2, $3, $4)', [
      ...[it.id, it.type, it.by, it.at],
    ]);
    await manager.query('insert into evaluation_covered_project (subject_id, project_id) select $1, unnest($2::uuid[])', [
      it.id,
      it.projects,
    ]);
    return true;
  }

  /** Units and departments of the projects that it covers; none of a project of the budget. */
  async places(manager: EntityManager, id: string): Promise<readonly string[]> {
    const rows: { place: string }[] = await manager.query(
      `select distinct unnest(array[x.unit_id, x.department_id]) as place from evaluation_covered_project c
       join project x on x.id = c.project_id where c.subject_id = $1`,
      [id],
    );
    return rows.map(({ place }) => place);
  }
}
