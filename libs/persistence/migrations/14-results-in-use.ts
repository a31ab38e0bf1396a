import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rectification by report, publications in versions, decided linkage beside what was budgeted. */
export class ResultsInUse1700000000014 implements MigrationInterface {
  readonly name = 'ResultsInUse1700000000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table rectification_report (
        document_id uuid constraint rectification_report_pk primary key constraint rectification_report_document_fk references document,
        finding_id uuid not null constraint rectification_report_finding_fk references finding,
        remaining text,
        remaining_by date,
        recovered_amount numeric(18, 2) not null,
        adjusted_amount numeric(18, 2) not null,
        project_effect text constraint rectification_report_effect_ck check (project_effect in ('adjusted', 'cancelled')),
        reported_by uuid constraint rectification_report_reported_by_fk references person,
        verified_by uuid constraint rectification_report_verified_by_fk references person,
        accepted_at timestamptz not null,
        constraint rectification_report_remaining_ck check ((remaining is null) = (remaining_by is null))
      );
      comment on table rectification_report is 'Accepted reports; amounts in yuan are what this report proves, so an item sums over its reports.';
      create index rectification_report_finding_ix on rectification_report (finding_id);
      create index finding_campaign_ix on finding (campaign_id);

      create table disclosure_duty (
        document_id uuid constraint disclosure_duty_pk primary key constraint disclosure_duty_document_fk references document,
        duty text not null,
        label text not null,
        what text[] not null
      );
      comment on table disclosure_duty is 'What a publication must hold, by the duty list of the policy that was frozen when it was opened.';

      alter table publication
        drop constraint publication_document_uk,
        add column version integer not null default 1,
        add column reason text,
        add column corrected_by uuid constraint publication_corrected_by_fk references person,
        add constraint publication_version_uk unique (document_id, version),
        add constraint publication_reason_ck check (version = 1 or (reason is not null and corrected_by is not null));

      alter table linkage_proposal add column decided_by uuid constraint linkage_proposal_decided_by_fk references person;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table linkage_proposal drop column decided_by;
      delete from publication where version > 1;
      alter table publication drop constraint publication_reason_ck, drop constraint publication_version_uk, drop column corrected_by,
        drop column reason, drop column version, add constraint publication_document_uk unique (document_id);
      drop table disclosure_duty;
      drop index finding_campaign_ix;
      drop table rectification_report;
    `);
  }
}
