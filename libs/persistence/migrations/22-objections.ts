import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Objections1700000000022 implements MigrationInterface {
  readonly name = 'Objections1700000000022';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table finding_correction (
        finding_id uuid not null,
        ruling_id uuid not null constraint finding_correction_ruling_fk references document,
        notice_id uuid not null constraint finding_correction_notice_fk references feedback_notice,
        number integer not null,
        said text not null,
        recommendation text,
        problem text,
        at timestamptz not null,
        constraint finding_correction_pk primary key (finding_id, ruling_id)
      );
      create index finding_correction_notice_ix on finding_correction (notice_id);
      create index finding_correction_ruling_ix on finding_correction (ruling_id);
      comment on table finding_correction is 'Findings of an issued notice that a decision on an objection reworded or took back. Never changed.';
      comment on column finding_correction.said is 'What the notice said as it was issued.';
      comment on column finding_correction.problem is 'What it says now; null where the finding was taken back.';
      alter table rectification_recheck add column overturned_by uuid constraint rectification_recheck_overturned_fk references document;
      comment on column rectification_recheck.overturned_by is 'The decision on the unit''s objection by which what was found does not hold.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table rectification_recheck drop column overturned_by;
      drop table finding_correction;
    `);
  }
}
