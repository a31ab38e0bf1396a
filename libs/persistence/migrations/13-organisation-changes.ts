import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Projects that change hands or are cancelled, and units that are dissolved, during the year. */
export class OrganisationChanges1700000000013 implements MigrationInterface {
  readonly name = 'OrganisationChanges1700000000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table organisation_change (
        id uuid constraint organisation_change_pk primary key,
        district_id uuid not null constraint organisation_change_district_fk references district,
        kind text not null constraint organisation_change_kind_ck check (kind in ('transfer-project', 'cancel-project', 'dissolve-unit')),
        project_id uuid constraint organisation_change_project_fk references project,
        unit_id uuid not null constraint organisation_change_unit_fk references budget_unit,
        successor_id uuid constraint organisation_change_successor_fk references budget_unit,
        reason text not null,
        asked_by uuid not null constraint organisation_change_asked_by_fk references person,
        request_id text not null constraint organisation_change_request_uk unique,
        at timestamptz not null,
        following jsonb not null,
        followed_at timestamptz
      );
      comment on column organisation_change.unit_id is 'The unit that is dissolved, or that had the project until then.';
      comment on column organisation_change.successor_id is 'The unit that takes over; null: nobody does.';
      comment on column organisation_change.following is 'What is open and follows: seats to be taken, documents to be cancelled, obligations opened anew.';
      create index organisation_change_list_ix on organisation_change (district_id, at, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table organisation_change');
  }
}
