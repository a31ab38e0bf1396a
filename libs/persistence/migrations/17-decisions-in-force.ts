import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Linkage decisions as approved letters, self-evaluation of units as a whole, re-checks of rectified items. */
export class DecisionsInForce1700000000017 implements MigrationInterface {
  readonly name = 'DecisionsInForce1700000000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table linkage_proposal add column approved_by uuid constraint linkage_proposal_approved_by_fk references person;

      create table linkage_document (
        id uuid constraint linkage_document_pk primary key,
        district_id uuid not null constraint linkage_document_district_fk references district,
        campaign_id uuid not null constraint linkage_document_campaign_fk references campaign,
        department_id uuid not null constraint linkage_document_department_fk references budget_unit,
        year integer not null,
        serial integer not null,
        number text not null,
        issuer text not null,
        issued_on date not null,
        issued_at timestamptz not null,
        projects integer not null,
        before_amount numeric(18, 2) not null,
        after_amount numeric(18, 2) not null,
        text text not null,
        hash text not null,
        constraint linkage_document_serial_uk unique (district_id, year, serial),
        constraint linkage_document_department_uk unique (campaign_id, department_id)
      );
      comment on table linkage_document is 'One letter to one department; its serials are those of approval_reply, one sequence a district and year.';
      comment on column linkage_document.hash is 'SHA-256 of the text.';
      create index linkage_document_list_ix on linkage_document (district_id, issued_at, id);

      create function linkage_document_is_final() returns trigger language plpgsql as
        $$ begin raise exception 'a linkage document is final'; end $$;
      create trigger linkage_document_final before update or delete on linkage_document
        for each row execute function linkage_document_is_final();

      create table whole_result (
        id uuid constraint whole_result_pk primary key,
        campaign_id uuid not null constraint whole_result_campaign_fk references campaign,
        kind text not null constraint whole_result_kind_ck check (kind in ('self-evaluation', 'spot-check')),
        unit_id uuid not null constraint whole_result_unit_fk references budget_unit,
        document_id uuid not null constraint whole_result_document_fk references document,
        score numeric not null,
        grade text,
        conclusion text,
        explanation jsonb not null,
        at timestamptz not null,
        constraint whole_result_uk unique (campaign_id, kind, unit_id)
      );
      comment on table whole_result is 'Scores of units as a whole (部门整体), as result holds those of projects.';

      alter table self_evaluation_problem alter column project_id drop not null,
        add column unit_id uuid constraint self_evaluation_problem_unit_fk references budget_unit,
        add constraint self_evaluation_problem_of_ck check ((project_id is null) <> (unit_id is null));
      comment on column self_evaluation_problem.unit_id is 'Of a problem that concerns the unit as a whole; null where it concerns a project.';

      create table rectification_recheck (
        document_id uuid constraint rectification_recheck_pk primary key constraint rectification_recheck_document_fk references document,
        finding_id uuid not null constraint rectification_recheck_finding_fk references finding,
        confirmed boolean not null,
        found text not null,
        checked_on date not null,
        checked_by text not null,
        filed_by uuid constraint rectification_recheck_filed_by_fk references person,
        at timestamptz not null
      );
      comment on table rectification_recheck is 'What was found on site of items struck off; an item that was not confirmed is open again.';
      create index rectification_recheck_finding_ix on rectification_recheck (finding_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table rectification_recheck;
      delete from self_evaluation_problem where project_id is null;
      alter table self_evaluation_problem drop column unit_id, alter column project_id set not null;
      drop table whole_result, linkage_document;
      drop function linkage_document_is_final;
      alter table linkage_proposal drop column approved_by;
    `);
  }
}
