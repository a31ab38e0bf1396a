import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CalendarsAndLineage1700000000018 implements MigrationInterface {
  readonly name = 'CalendarsAndLineage1700000000018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table calendar_version (
        year integer not null,
        revision integer not null,
        based_on text not null,
        days text not null,
        changes jsonb not null,
        provisional boolean not null,
        reason text not null,
        source text not null,
        created_at timestamptz not null,
        created_by uuid not null,
        constraint calendar_version_pk primary key (year, revision),
        constraint calendar_version_revision_ck check (revision >= 2),
        constraint calendar_version_days_ck check (days ~ '^[01]+$' and length(days) in (365, 366))
      );
      comment on table calendar_version is
        'Versions of a year''s working days that people made, beside those of the packaged table (revisions 0 and 1). Never changed.';
      comment on column calendar_version.days is 'One digit a day of the year from 1 January on: 1 is a working day.';

      alter table organisation_change drop constraint organisation_change_kind_ck, add constraint organisation_change_kind_ck
        check (kind in ('transfer-project', 'cancel-project', 'dissolve-unit', 'split-project', 'merge-projects'));
      create table project_lineage (
        change_id uuid not null constraint project_lineage_change_fk references organisation_change,
        from_project_id uuid not null constraint project_lineage_from_fk references project,
        to_project_id uuid not null constraint project_lineage_to_fk references project,
        constraint project_lineage_pk primary key (from_project_id, to_project_id)
      );
      create index project_lineage_to_ix on project_lineage (to_project_id);
      create index project_lineage_change_ix on project_lineage (change_id);
      alter table disposal add column carried_out_at timestamptz, add column carried_out_by uuid, add column carried_out_as text;
      comment on column disposal.carried_out_as is 'The obligation or the change of the organisation by which an adjustment or a cancellation was carried out.';
      comment on table project_lineage is 'Which project came of which when projects were split or merged.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table disposal drop column carried_out_as, drop column carried_out_by, drop column carried_out_at;
      drop table project_lineage;
      delete from organisation_change where kind in ('split-project', 'merge-projects');
      alter table organisation_change drop constraint organisation_change_kind_ck, add constraint organisation_change_kind_ck
        check (kind in ('transfer-project', 'cancel-project', 'dissolve-unit'));
      drop table calendar_version;
    `);
  }
}
