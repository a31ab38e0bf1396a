import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a district published of earlier years: imported, shown beside the year's own results, never changed by a workflow. */
export class Published1700000000006 implements MigrationInterface {
  readonly name = 'Published1700000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table published_result (
        id uuid constraint published_result_pk primary key,
        district_id uuid not null constraint published_result_district_fk references district,
        fiscal_year integer not null,
        unit_id uuid not null constraint published_result_unit_fk references budget_unit,
        project_id uuid constraint published_result_project_fk references project,
        agency_id uuid constraint published_result_agency_fk references agency,
        score numeric,
        self_score numeric,
        grade text constraint published_result_grade_ck check (grade in ('优', '良', '中', '差')),
        source text not null,
        constraint published_result_uk unique nulls not distinct (district_id, fiscal_year, unit_id, project_id)
      );
      comment on column published_result.project_id is 'Null: the result of a department as a whole (部门整体).';
      create index published_result_project_ix on published_result (project_id);

      create table published_finding (
        id uuid constraint published_finding_pk primary key,
        district_id uuid not null constraint published_finding_district_fk references district,
        fiscal_year integer not null,
        project_id uuid constraint published_finding_project_fk references project,
        code text not null,
        kind text not null,
        number text not null,
        text text not null,
        constraint published_finding_code_uk unique (district_id, fiscal_year, code)
      );
      create index published_finding_project_ix on published_finding (project_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table published_finding, published_result');
  }
}
