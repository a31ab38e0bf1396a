import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Register of agencies, how each evaluation was assigned, declared, answered and rated, and the signed feedback notice. */
export class KeyEvaluation1700000000010 implements MigrationInterface {
  readonly name = 'KeyEvaluation1700000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table agency
        add column active boolean not null default true,
        add column credit_grade text constraint agency_credit_grade_ck check (credit_grade in ('A', 'B', 'C', 'D')),
        add column version integer not null default 1;

      create table lead_evaluator (
        id uuid constraint lead_evaluator_pk primary key,
        agency_id uuid not null constraint lead_evaluator_agency_fk references agency,
        name text not null,
        certificate text not null,
        active boolean not null default true,
        constraint lead_evaluator_uk unique (agency_id, certificate)
      );
      comment on table lead_evaluator is '主评人';

      create table agency_tie (
        id uuid constraint agency_tie_pk primary key,
        agency_id uuid not null constraint agency_tie_agency_fk references agency,
        kind text not null constraint agency_tie_kind_ck check (kind in ('affiliation', 'advisory-contract')),
        unit_id uuid constraint agency_tie_unit_fk references budget_unit,
        from_on date not null,
        until_on date,
        description text not null,
        constraint agency_tie_period_ck check (until_on is null or until_on >= from_on)
      );
      create index agency_tie_agency_ix on agency_tie (agency_id);
      comment on column agency_tie.unit_id is 'The unit or department that the agency is tied to; null: the finance bureau.';

      alter table evaluation add column assignment jsonb;
      comment on column evaluation.assignment is 'How each rule of independence came out when the agency was assigned, and on which day.';

      create table conflict_declaration (
        evaluation_id uuid not null constraint conflict_declaration_evaluation_fk references evaluation,
        agency_id uuid not null constraint conflict_declaration_agency_fk references agency,
        lead_evaluator_id uuid not null constraint conflict_declaration_lead_fk references lead_evaluator,
        interests jsonb not null,
        declared_by uuid not null constraint conflict_declaration_person_fk references person,
        declared_at timestamptz not null,
        constraint conflict_declaration_pk primary key (evaluation_id, agency_id)
      );

      create table evaluation_ledger_entry (
        evaluation_id uuid not null constraint evaluation_ledger_entry_evaluation_fk references evaluation,
        kind text not null constraint evaluation_ledger_entry_kind_ck check (kind in ('comment', 'change')),
        number integer not null,
        subject text not null,
        said text,
        from_points numeric,
        to_points numeric,
        adopted boolean,
        reason text,
        constraint evaluation_ledger_entry_pk primary key (evaluation_id, kind, number)
      );

      create table data_request (
        id uuid constraint data_request_pk primary key,
        evaluation_id uuid not null constraint data_request_evaluation_fk references evaluation,
        items jsonb not null,
        obligation_id uuid not null constraint data_request_obligation_fk references obligation,
        asked_by uuid not null constraint data_request_person_fk references person,
        request_id text not null constraint data_request_request_uk unique,
        asked_at timestamptz not null,
        answered_at timestamptz
      );
      create index data_request_evaluation_ix on data_request (evaluation_id, asked_at, id);
      comment on table data_request is '资料调取: what the evaluated unit is asked for; the reply is the document whose subject it is.';

      create table agency_rating (
        evaluation_id uuid constraint agency_rating_pk primary key constraint agency_rating_evaluation_fk references evaluation,
        agency_id uuid not null constraint agency_rating_agency_fk references agency,
        points numeric not null,
        exact text not null,
        explanation jsonb not null,
        remark text,
        rated_by uuid not null constraint agency_rating_person_fk references person,
        rated_at timestamptz not null
      );
      create index agency_rating_agency_ix on agency_rating (agency_id);
      comment on column agency_rating.points is 'As shown, half-up to two decimals; exact holds the value that grades are computed from.';

      alter table feedback_notice
        add column document_id uuid constraint feedback_notice_document_fk references document,
        add column content jsonb,
        add column rectify_by date,
        add column signed_by uuid constraint feedback_notice_signer_fk references person;
      comment on column feedback_notice.document_id is 'The draft that was signed off; null where the policy has no sign-off.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table feedback_notice drop column signed_by, drop column rectify_by, drop column content, drop column document_id;
      drop table agency_rating, data_request, evaluation_ledger_entry, conflict_declaration;
      alter table evaluation drop column assignment;
      drop table agency_tie, lead_evaluator;
      alter table agency drop column version, drop column credit_grade, drop column active;
    `);
  }
}
