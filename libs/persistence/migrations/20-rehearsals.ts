import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Years that were rehearsed: how far each is, what came of it, and what happened in it. */
export class Rehearsals1700000000020 implements MigrationInterface {
  readonly name = 'Rehearsals1700000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table rehearsal (
        id uuid constraint rehearsal_pk primary key,
        district_id uuid not null constraint rehearsal_district_fk references district,
        campaign_id uuid not null constraint rehearsal_campaign_fk references campaign,
        asked_by uuid not null constraint rehearsal_asked_by_fk references person,
        state text not null constraint rehearsal_state_ck check (state in ('running', 'done', 'failed', 'cancelled', 'interrupted')),
        from_on date not null,
        until_on date not null,
        reached_on date,
        started_at timestamptz not null default now(),
        beat_at timestamptz not null default now(),
        cancel_asked_at timestamptz,
        ended_at timestamptz,
        left_behind boolean not null default false,
        failure text,
        outcome jsonb,
        constraint rehearsal_ended_ck check ((state = 'running') = (ended_at is null))
      );
      create unique index rehearsal_running_uk on rehearsal (district_id) where state = 'running';
      create index rehearsal_campaign_ix on rehearsal (campaign_id, started_at, id);
      comment on column rehearsal.beat_at is 'When its process was last heard of, by the wall clock; a silent one is taken for dead.';
      comment on column rehearsal.left_behind is 'It ended without taking its schema and namespace away; the next rehearsal does.';

      create table rehearsal_happening (
        rehearsal_id uuid not null constraint rehearsal_happening_rehearsal_fk references rehearsal on delete cascade,
        place integer not null,
        at timestamptz not null,
        type text not null,
        about text not null,
        actor text,
        detail jsonb not null,
        times integer not null,
        constraint rehearsal_happening_pk primary key (rehearsal_id, place)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table rehearsal_happening, rehearsal');
  }
}
