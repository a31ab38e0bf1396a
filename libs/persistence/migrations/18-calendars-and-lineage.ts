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
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table calendar_version;');
  }
}
