import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What belongs to every stage: attachments, comments, notifications, calendar feeds, webhooks. */
export class AcrossStages1700000000009 implements MigrationInterface {
  readonly name = 'AcrossStages1700000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table attachment (
        id uuid constraint attachment_pk primary key,
        document_id uuid not null constraint attachment_document_fk references document,
        path text,
        name text not null,
        sha256 text not null constraint attachment_sha256_ck check (sha256 ~ '^[0-9a-f]{64}$'),
        size bigint not null,
        media_type text not null,
        attached_at timestamptz not null,
        attached_by uuid not null,
        detached_at timestamptz,
        detached_by uuid
      );
      comment on table attachment is 'A file that belongs to a document. Its bytes lie in the file store under their SHA-256, however often they are attached.';
      comment on column attachment.path is 'The field of the document''s content that it proves; null: the document as a whole.';
      create index attachment_document_ix on attachment (document_id, attached_at, id);
      create unique index attachment_once_ix on attachment (document_id, sha256, name, coalesce(path, '')) where detached_at is null;

      create table comment (
        id uuid constraint comment_pk primary key,
        document_id uuid not null constraint comment_document_fk references document,
        reply_to uuid constraint comment_reply_to_fk references comment,
        path text,
        content_version integer not null,
        text text not null,
        mentions uuid[] not null default '{}',
        author_id uuid not null,
        at timestamptz not null,
        request_id text not null,
        resolved_at timestamptz,
        resolved_by uuid,
        constraint comment_request_uk unique (document_id, author_id, request_id)
      );
      comment on column comment.content_version is 'The version of the content that its author had before them.';
      create index comment_document_ix on comment (document_id, at, id);

      alter table outbox add column read_at timestamptz;
      alter table outbox add column written_in xid8 not null default pg_current_xact_id();
      comment on column outbox.read_at is 'When its person marked it as read on the screen.';
      comment on column outbox.written_in is 'The transaction that wrote it: webhooks read what was written since, and miss nothing that commits late.';
      create index outbox_person_ix on outbox (person_id, at, id);
      create index outbox_written_ix on outbox (written_in);

      create table calendar_feed (
        person_id uuid constraint calendar_feed_pk primary key,
        token_hash text not null constraint calendar_feed_token_uk unique,
        created_at timestamptz not null
      );

      create table webhook (
        id uuid constraint webhook_pk primary key,
        district_id uuid not null constraint webhook_district_fk references district,
        name text not null,
        url text not null,
        format text not null constraint webhook_format_ck check (format in ('json', 'wecom', 'dingtalk')),
        secret text,
        kinds text[] not null,
        active boolean not null default true,
        read_until xid8 not null default pg_current_xact_id(),
        version integer not null default 1,
        created_at timestamptz not null,
        created_by uuid not null
      );
      comment on column webhook.secret is 'The key of its signatures. Never answered by the API.';
      comment on column webhook.read_until is 'Messages of earlier transactions were looked at.';
      create index webhook_district_ix on webhook (district_id, created_at, id);

      create table webhook_delivery (
        id uuid constraint webhook_delivery_pk primary key,
        webhook_id uuid not null constraint webhook_delivery_webhook_fk references webhook on delete cascade,
        events jsonb not null,
        status text not null default 'pending' constraint webhook_delivery_status_ck check (status in ('pending', 'sent', 'failed')),
        attempts integer not null default 0,
        next_attempt_at timestamptz not null,
        response text,
        created_at timestamptz not null
      );
      create index webhook_delivery_list_ix on webhook_delivery (webhook_id, created_at, id);
      create index webhook_delivery_pending_ix on webhook_delivery (next_attempt_at) where status = 'pending';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table webhook_delivery, webhook, calendar_feed, comment, attachment;
      drop index outbox_person_ix, outbox_written_ix;
      alter table outbox drop column read_at, drop column written_in;
    `);
  }
}
