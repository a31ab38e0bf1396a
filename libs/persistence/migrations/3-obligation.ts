import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Obligation1700000000003 implements MigrationInterface {
  readonly name = 'Obligation1700000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table obligation (
        id uuid constraint obligation_pk primary key,
        district_id uuid not null constraint obligation_district_fk references district,
        campaign_id uuid not null constraint obligation_campaign_fk references campaign,
        stage_id uuid not null constraint obligation_stage_fk references stage,
        kind text not null,
        title text not null,
        unit_id uuid,
        department_id uuid,
        sector_office_id uuid,
        agency_id uuid,
        state jsonb not null,
        parent text,
        opened_by uuid constraint obligation_opened_by_fk references obligation,
        status text not null constraint obligation_status_ck check (status in ('open', 'closed')),
        sequence integer not null default 0,
        opened_at timestamptz not null,
        started_at timestamptz,
        due_on date not null,
        due_at timestamptz not null,
        deadline_serial integer not null default 1,
        next_at timestamptz,
        next_what text,
        closed_at timestamptz
      );
      comment on table obligation is 'One debtor''s part of one stage. Written only with a transition of its workflow obligation/{id}.';
      comment on column obligation.state is 'The state machine''s state after transition number sequence: what the workflow starts from and returns to after a crash.';
      comment on column obligation.parent is 'The workflow that is told when this obligation closes.';
      comment on column obligation.next_at is 'When the clock speaks next if nobody acts, and next_what it will say.';
      create index obligation_stage_ix on obligation (stage_id, status);
      create index obligation_unit_ix on obligation (unit_id, status);
      create index obligation_next_ix on obligation (next_at) where status = 'open';
      create index obligation_unstarted_ix on obligation (stage_id) where started_at is null;
      create index obligation_opened_by_ix on obligation (opened_by) where opened_by is not null;

      create table document (
        id uuid constraint document_pk primary key,
        obligation_id uuid not null constraint document_obligation_fk references obligation,
        district_id uuid not null,
        campaign_id uuid not null,
        stage_id uuid not null,
        kind text not null,
        title text not null,
        unit_id uuid,
        department_id uuid,
        sector_office_id uuid,
        agency_id uuid,
        project_id uuid constraint document_project_fk references project,
        subject_id uuid,
        status text not null constraint document_status_ck check (status in
          ('open', 'returned', 'in-review', 'approved', 'rejected', 'cancelled', 'consented', 'lapsed')),
        step text,
        round integer not null default 0,
        limit_at timestamptz,
        due_at timestamptz not null,
        content_version integer not null default 0,
        filed_version integer,
        changed_at timestamptz not null
      );
      comment on column document.subject_id is 'What the document is about, besides a project: an evaluation, a finding, a warning …';
      create index document_obligation_ix on document (obligation_id);
      create index document_stage_ix on document (stage_id, status);
      create index document_unit_ix on document (unit_id, status);
      create index document_project_ix on document (project_id);
      create index document_subject_ix on document (subject_id) where subject_id is not null;
      create index document_campaign_list_ix on document (campaign_id, due_at, id);

      create table document_content (
        document_id uuid not null constraint document_content_document_fk references document,
        version integer not null,
        content jsonb not null,
        saved_at timestamptz not null,
        saved_by uuid,
        constraint document_content_pk primary key (document_id, version)
      );

      create table task (
        document_id uuid not null constraint task_document_fk references document,
        person_id uuid not null,
        obligation_id uuid not null,
        doing text not null constraint task_doing_ck check (doing in ('file', 'review')),
        due_at timestamptz not null,
        constraint task_pk primary key (document_id, person_id)
      );
      comment on table task is 'Whose turn it is, by name. Follows the documents within the same transaction.';
      create index task_person_ix on task (person_id, due_at, document_id);

      create table audit_entry (
        stream text not null,
        sequence integer not null,
        district_id uuid,
        at timestamptz not null,
        recorded_at timestamptz not null default clock_timestamp(),
        actor_id uuid,
        on_behalf_of uuid,
        type text not null,
        detail jsonb not null,
        previous_hash text not null,
        hash text not null,
        constraint audit_entry_pk primary key (stream, sequence)
      );
      comment on table audit_entry is 'Append-only. One hash chain a stream; obligation/{id} holds one entry a transition.';
      create index audit_entry_at_ix on audit_entry (district_id, at);
      create function audit_is_append_only() returns trigger language plpgsql as
        $$ begin raise exception 'audit_entry is append-only'; end $$;
      create trigger audit_entry_append_only before update or delete on audit_entry
        for each row execute function audit_is_append_only();

      create table outbox (
        id bigint generated always as identity constraint outbox_pk primary key,
        key text not null constraint outbox_key_uk unique,
        person_id uuid not null,
        obligation_id uuid,
        kind text not null,
        at timestamptz not null,
        detail jsonb not null default '{}',
        status text not null default 'pending' constraint outbox_status_ck check (status in ('pending', 'sent', 'failed')),
        attempts integer not null default 0,
        next_attempt_at timestamptz not null,
        mail_id uuid
      );
      create index outbox_pending_ix on outbox (next_attempt_at, person_id) where status = 'pending';

      create table mail (
        id uuid constraint mail_pk primary key,
        person_id uuid not null,
        address text not null,
        subject text not null,
        body text not null,
        at timestamptz not null,
        response text
      );
      create index mail_person_ix on mail (person_id, at);

      create table answered_request (
        person_id uuid not null,
        request_id text not null,
        fingerprint text not null,
        status integer,
        answer jsonb,
        asked_at timestamptz not null default clock_timestamp(),
        constraint answered_request_pk primary key (person_id, request_id)
      );
      comment on table answered_request is 'What an Idempotency-Key was answered; the fingerprint refuses the same key on another request.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table answered_request, mail, outbox, audit_entry, task, document_content, document, obligation');
    await runner.query('drop function audit_is_append_only');
  }
}
