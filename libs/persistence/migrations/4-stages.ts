import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Stages1700000000004 implements MigrationInterface {
  readonly name = 'Stages1700000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table result (
        id uuid constraint result_pk primary key,
        campaign_id uuid not null constraint result_campaign_fk references campaign,
        kind text not null constraint result_kind_ck check (kind in ('ex-ante', 'self-evaluation', 'spot-check', 'evaluation')),
        project_id uuid not null constraint result_project_fk references project,
        document_id uuid not null constraint result_document_fk references document,
        score numeric not null,
        grade text,
        conclusion text,
        explanation jsonb not null,
        at timestamptz not null,
        constraint result_uk unique (campaign_id, kind, project_id)
      );
      comment on column result.score is 'As shown, half-up to two decimals; the exact value stands in explanation.';

      create table budget_adjustment (
        id uuid constraint budget_adjustment_pk primary key,
        campaign_id uuid not null constraint budget_adjustment_campaign_fk references campaign,
        project_id uuid not null constraint budget_adjustment_project_fk references project,
        from_amount numeric(18, 2),
        to_amount numeric(18, 2) not null,
        reason text not null,
        obligation_id uuid not null constraint budget_adjustment_obligation_fk references obligation,
        asked_by uuid,
        request_id text not null,
        at timestamptz not null,
        applied_at timestamptz,
        constraint budget_adjustment_request_uk unique (campaign_id, request_id)
      );

      create table warning (
        id uuid constraint warning_pk primary key,
        campaign_id uuid not null constraint warning_campaign_fk references campaign,
        project_id uuid not null constraint warning_project_fk references project,
        report_id uuid not null constraint warning_report_fk references document,
        rule text not null,
        colour text not null constraint warning_colour_ck check (colour in ('yellow', 'red')),
        explanation jsonb not null,
        answer_id uuid constraint warning_answer_fk references document,
        status text not null constraint warning_status_ck check (status in ('informed', 'open', 'answered')),
        at timestamptz not null,
        constraint warning_uk unique (report_id, rule)
      );
      create index warning_campaign_ix on warning (campaign_id, colour);

      create table evaluation (
        id uuid constraint evaluation_pk primary key,
        campaign_id uuid not null constraint evaluation_campaign_fk references campaign,
        stage_id uuid not null constraint evaluation_stage_fk references stage,
        project_id uuid not null constraint evaluation_project_fk references project,
        agency_id uuid not null constraint evaluation_agency_fk references agency,
        status text not null constraint evaluation_status_ck check (status in
          ('planned', 'plan', 'draft', 'comment', 'final', 'accepted', 'abandoned')),
        score numeric,
        grade text,
        opened_at timestamptz,
        accepted_at timestamptz,
        constraint evaluation_project_uk unique (campaign_id, project_id)
      );

      create table feedback_notice (
        id uuid constraint feedback_notice_pk primary key,
        campaign_id uuid not null constraint feedback_notice_campaign_fk references campaign,
        evaluation_id uuid not null constraint feedback_notice_evaluation_fk references evaluation,
        unit_id uuid not null constraint feedback_notice_unit_fk references budget_unit,
        number text not null,
        issued_at timestamptz not null,
        acknowledged_at timestamptz,
        rectified_at timestamptz,
        constraint feedback_notice_evaluation_uk unique (evaluation_id)
      );

      create table finding (
        id uuid constraint finding_pk primary key,
        campaign_id uuid not null constraint finding_campaign_fk references campaign,
        evaluation_id uuid not null constraint finding_evaluation_fk references evaluation,
        notice_id uuid constraint finding_notice_fk references feedback_notice,
        number integer not null,
        problem text not null,
        recommendation text,
        item_id uuid constraint finding_item_fk references document,
        struck_off_at timestamptz,
        constraint finding_number_uk unique (evaluation_id, number)
      );

      create table publication (
        id uuid constraint publication_pk primary key,
        district_id uuid not null constraint publication_district_fk references district,
        fiscal_year integer not null,
        unit_id uuid not null constraint publication_unit_fk references budget_unit,
        document_id uuid not null constraint publication_document_uk unique
          constraint publication_document_fk references document,
        title text not null,
        content jsonb not null,
        hash text not null,
        published_at timestamptz not null
      );

      create table linkage_proposal (
        id uuid constraint linkage_proposal_pk primary key,
        campaign_id uuid not null constraint linkage_proposal_campaign_fk references campaign,
        project_id uuid not null constraint linkage_proposal_project_fk references project,
        base_amount numeric(18, 2) not null,
        proposed_treatment text not null,
        proposed_amount numeric(18, 2) not null,
        explanation jsonb not null,
        decided_treatment text,
        decided_amount numeric(18, 2),
        reason text,
        decided_at timestamptz,
        carried_at timestamptz,
        constraint linkage_proposal_uk unique (campaign_id, project_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table linkage_proposal, publication, finding, feedback_notice, evaluation, warning, budget_adjustment, result',
    );
  }
}
