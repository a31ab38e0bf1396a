import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the API needs to read fast and to throttle. */
export class Api1700000000005 implements MigrationInterface {
  readonly name = 'Api1700000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table rate_limit (
        key varchar(255) constraint rate_limit_pk primary key,
        points integer not null default 0,
        expire bigint
      );

      -- Chinese words are mostly two characters, which trigrams cannot find; so single characters and pairs are indexed.
      create function search_grams(text) returns text[] language sql immutable strict parallel safe as
        $$ select coalesce(array_agg(distinct g), '{}') from generate_series(1, length($1)) i,
           lateral (values (lower(substr($1, i, 1))), (lower(substr($1, i, 2)))) v (g) $$;
      create function query_grams(text) returns text[] language sql immutable strict parallel safe as
        $$ select case when length($1) < 2 then array[lower($1)] else
           (select array_agg(distinct lower(substr($1, i, 2))) from generate_series(1, length($1) - 1) i) end $$;
      alter table project add column grams text[] not null generated always as (search_grams(name || ' ' || code)) stored;
      create index project_grams_ix on project using gin (grams);

      create index document_owed_ix on document (campaign_id, stage_id, due_at, obligation_id) where status in ('open', 'returned');
      create index document_owed_department_ix on document (department_id, campaign_id, stage_id, due_at, obligation_id)
        where status in ('open', 'returned');
      create index document_department_ix on document (department_id, due_at, id);
      create index document_sector_office_ix on document (sector_office_id, due_at, id);
      create index document_agency_ix on document (agency_id, due_at, id) where agency_id is not null;
      create index obligation_list_ix on obligation (campaign_id, due_at, id);
      create index obligation_department_ix on obligation (department_id, due_at, id);
      create index task_obligation_ix on task (obligation_id);
      create index audit_entry_list_ix on audit_entry (district_id, at, stream, sequence);
      create index mail_list_ix on mail (at, id);
      create index delegation_from_ix on delegation (from_person_id);
      create index role_grant_district_ix on role_grant (district_id);
      create index publication_list_ix on publication (published_at, id);
      create index session_expires_ix on session (expires_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index session_expires_ix, publication_list_ix, role_grant_district_ix, delegation_from_ix, mail_list_ix, audit_entry_list_ix,
        task_obligation_ix, obligation_department_ix, obligation_list_ix, document_agency_ix, document_sector_office_ix,
        document_department_ix, document_owed_ix, document_owed_department_ix;
      alter table project drop column grams;
      drop function query_grams, search_grams;
      drop table rate_limit;
    `);
  }
}
