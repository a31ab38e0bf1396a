import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 双监控: execution figures fed by day, the light of every project, warnings of fed figures; 自评: the recorded draw of the spot check, its problems; 处置. */
export class Monitoring1700000000011 implements MigrationInterface {
  readonly name = 'Monitoring1700000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table execution_figure (
        id uuid constraint execution_figure_pk primary key,
        project_id uuid not null constraint execution_figure_project_fk references project,
        on_day date not null,
        executed_amount numeric(18, 2) not null,
        origin text not null,
        fed_at timestamptz not null,
        fed_by uuid,
        superseded_at timestamptz
      );
      comment on table execution_figure is 'Executed up to the end of a day, yuan, as it was fed. A corrected day keeps the figure that was corrected.';
      create unique index execution_figure_day_uk on execution_figure (project_id, on_day) where superseded_at is null;

      alter table warning alter column report_id drop not null;
      alter table warning add column figure_id uuid constraint warning_figure_fk references execution_figure;
      alter table warning add column second_round boolean not null default false;
      alter table warning add constraint warning_ground_ck check (num_nonnulls(report_id, figure_id) = 1);
      alter table warning add constraint warning_figure_uk unique (figure_id, rule);
      create index warning_project_ix on warning (project_id);

      create table monitoring_light (
        campaign_id uuid not null constraint monitoring_light_campaign_fk references campaign,
        project_id uuid not null constraint monitoring_light_project_fk references project,
        as_of date not null,
        light text constraint monitoring_light_ck check (light in ('red', 'yellow', 'blue', 'green')),
        explanation jsonb not null,
        raised text[] not null,
        undecided jsonb not null,
        report_id uuid constraint monitoring_light_report_fk references document,
        figure_id uuid constraint monitoring_light_figure_fk references execution_figure,
        at timestamptz not null,
        constraint monitoring_light_pk primary key (campaign_id, project_id)
      );
      comment on column monitoring_light.light is 'Null: nothing warns, but a rule could not be decided.';

      create table spot_check_draw (
        id uuid constraint spot_check_draw_pk primary key,
        campaign_id uuid not null constraint spot_check_draw_campaign_fk references campaign,
        stage_id uuid not null constraint spot_check_draw_stage_fk references stage,
        frozen_on date not null,
        frozen_at timestamptz not null,
        rule jsonb not null,
        candidates jsonb not null,
        list_hash text not null,
        source text,
        named_on date,
        origin jsonb,
        seed text,
        drawn jsonb,
        sample jsonb,
        drawn_at timestamptz,
        constraint spot_check_draw_stage_uk unique (stage_id)
      );
      create table disposal (
        id uuid constraint disposal_pk primary key,
        campaign_id uuid not null constraint disposal_campaign_fk references campaign,
        project_id uuid not null constraint disposal_project_fk references project,
        answer_id uuid not null constraint disposal_answer_fk references document,
        disposal text not null constraint disposal_disposal_ck check (disposal in ('continue', 'correct', 'adjust', 'cancel')),
        correction text not null,
        follow_up_id uuid constraint disposal_follow_up_fk references document,
        ordered_at timestamptz not null,
        settled_at timestamptz,
        constraint disposal_answer_uk unique (answer_id)
      );
      comment on column disposal.follow_up_id is 'The document with which the unit reports that it was done; null where nothing is to be followed up.';
      create index disposal_campaign_ix on disposal (campaign_id);

      create table self_evaluation_problem (
        id uuid constraint self_evaluation_problem_pk primary key,
        campaign_id uuid not null constraint self_evaluation_problem_campaign_fk references campaign,
        project_id uuid not null constraint self_evaluation_problem_project_fk references project,
        spot_check_id uuid not null constraint self_evaluation_problem_spot_check_fk references document,
        number integer not null,
        problem text not null,
        item_id uuid constraint self_evaluation_problem_item_fk references document,
        struck_off_at timestamptz,
        constraint self_evaluation_problem_number_uk unique (spot_check_id, number)
      );
      create index self_evaluation_problem_campaign_ix on self_evaluation_problem (campaign_id);

      comment on column spot_check_draw.source is 'Whose public value will be the seed; null where the seed is taken from the trail.';
    `);
  }

  /** Warnings of fed figures have no place in the earlier schema. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table self_evaluation_problem, disposal, spot_check_draw, monitoring_light;
      delete from warning where report_id is null;
      drop index warning_project_ix;
      alter table warning drop constraint warning_figure_uk, drop constraint warning_ground_ck, drop column second_round, drop column figure_id;
      alter table warning alter column report_id set not null;
      drop table execution_figure;
    `);
  }
}
