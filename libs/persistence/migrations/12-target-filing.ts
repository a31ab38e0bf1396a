import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Formal approval replies (批复) with their document numbers, and the indicator library (指标库). */
export class TargetFiling1700000000012 implements MigrationInterface {
  readonly name = 'TargetFiling1700000000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table approval_reply (
        id uuid constraint approval_reply_pk primary key,
        district_id uuid not null constraint approval_reply_district_fk references district,
        campaign_id uuid not null constraint approval_reply_campaign_fk references campaign,
        department_id uuid not null constraint approval_reply_department_fk references budget_unit,
        year integer not null,
        serial integer not null,
        number text not null,
        issuer text not null,
        issued_on date not null,
        issued_at timestamptz not null,
        issued_by uuid not null constraint approval_reply_issued_by_fk references person,
        request_id text not null,
        constraint approval_reply_serial_uk unique (district_id, year, serial),
        constraint approval_reply_request_uk unique (issued_by, request_id, department_id)
      );
      comment on table approval_reply is 'One letter to one department; serials of a district and year have no gaps.';
      create index approval_reply_list_ix on approval_reply (district_id, issued_at, id);

      create table approval_reply_document (
        document_id uuid constraint approval_reply_document_pk primary key constraint approval_reply_document_document_fk references document,
        reply_id uuid not null constraint approval_reply_document_reply_fk references approval_reply,
        version integer not null,
        hash text not null,
        supersedes_id uuid constraint approval_reply_document_supersedes_fk references approval_reply_document
      );
      comment on column approval_reply_document.hash is 'SHA-256 over the canonical JSON of the content that was approved.';
      comment on column approval_reply_document.supersedes_id is 'What was approved for the same project before its budget was adjusted.';
      create index approval_reply_document_reply_ix on approval_reply_document (reply_id, document_id);
      create index approval_reply_document_supersedes_ix on approval_reply_document (supersedes_id) where supersedes_id is not null;

      create function approval_reply_is_final() returns trigger language plpgsql as
        $$ begin raise exception 'what an approval reply holds is final'; end $$;
      create trigger approval_reply_final before update or delete on approval_reply for each row execute function approval_reply_is_final();
      create trigger approval_reply_document_final before update or delete on approval_reply_document
        for each row execute function approval_reply_is_final();

      create function replied_content_is_locked() returns trigger language plpgsql as $$ begin
        if exists (select from approval_reply_document r where r.document_id = old.document_id and r.version = old.version)
          then raise exception 'what an approval reply holds is final'; end if;
        return case tg_op when 'DELETE' then old else new end;
      end $$;
      create trigger document_content_locked before update or delete on document_content
        for each row execute function replied_content_is_locked();

      create table indicator_entry (
        id uuid constraint indicator_entry_pk primary key,
        district_id uuid not null constraint indicator_entry_district_fk references district,
        sector text not null,
        level1 text not null,
        level2 text not null,
        level3 text not null,
        operator text not null,
        usual_value text not null,
        measure_unit text not null,
        source text not null,
        active boolean not null default true,
        version integer not null default 1,
        changed_at timestamptz not null,
        constraint indicator_entry_name_uk unique (district_id, sector, level1, level2, level3)
      );
      comment on table indicator_entry is 'The indicator library of a district. Every change raises the version, and the audit stream indicator-library/{district} keeps what it was.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger document_content_locked on document_content;
      drop table indicator_entry, approval_reply_document, approval_reply;
      drop function replied_content_is_locked, approval_reply_is_final;
    `);
  }
}
