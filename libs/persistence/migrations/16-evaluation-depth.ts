import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Questionnaires, raters who score on their own, and evaluations of what is no budget project. */
export class EvaluationDepth1700000000016 implements MigrationInterface {
  readonly name = 'EvaluationDepth1700000000016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table questionnaire (
        id uuid constraint questionnaire_pk primary key,
        evaluation_id uuid not null constraint questionnaire_evaluation_fk references evaluation,
        title text not null,
        obligation_id uuid not null constraint questionnaire_obligation_fk references obligation,
        asked_by uuid not null constraint questionnaire_person_fk references person,
        request_id text not null constraint questionnaire_request_uk unique,
        asked_at timestamptz not null,
        content jsonb,
        approved_at timestamptz,
        token_hash text constraint questionnaire_token_uk unique,
        closed_at timestamptz,
        closed_by uuid constraint questionnaire_closer_fk references person,
        result jsonb
      );
      create index questionnaire_evaluation_ix on questionnaire (evaluation_id, asked_at, id);
      comment on table questionnaire is '调查问卷: drawn up as the document whose subject it is; content is what was approved.';

      create table questionnaire_distribution (
        id uuid constraint questionnaire_distribution_pk primary key,
        questionnaire_id uuid not null constraint questionnaire_distribution_questionnaire_fk references questionnaire,
        recipients text not null,
        channel text not null constraint questionnaire_distribution_channel_ck
          check (channel in ('on-site', 'mail', 'phone', 'online', 'other')),
        copies integer not null constraint questionnaire_distribution_copies_ck check (copies > 0),
        on_day date not null,
        recorded_by uuid not null constraint questionnaire_distribution_person_fk references person,
        request_id text not null constraint questionnaire_distribution_request_uk unique,
        recorded_at timestamptz not null
      );
      create index questionnaire_distribution_questionnaire_ix on questionnaire_distribution (questionnaire_id, on_day, id);

      create table questionnaire_code (
        questionnaire_id uuid not null constraint questionnaire_code_questionnaire_fk references questionnaire,
        code_hash text not null,
        used boolean not null default false,
        constraint questionnaire_code_pk primary key (questionnaire_id, code_hash)
      );
      comment on table questionnaire_code is 'Each opens the questionnaire once. Nothing joins a code to the answer that it was used for.';

      create table questionnaire_answer (
        id uuid constraint questionnaire_answer_pk primary key,
        questionnaire_id uuid not null constraint questionnaire_answer_questionnaire_fk references questionnaire,
        origin text not null constraint questionnaire_answer_origin_ck check (origin in ('typed', 'imported', 'public')),
        answers jsonb not null,
        on_day date not null,
        recorded_by uuid constraint questionnaire_answer_person_fk references person,
        request_id text
      );
      create index questionnaire_answer_questionnaire_ix on questionnaire_answer (questionnaire_id, on_day, id);
      create index questionnaire_answer_request_ix on questionnaire_answer (request_id) where request_id is not null;
      comment on column questionnaire_answer.recorded_by is 'Who typed it in or imported it; null where a respondent answered.';

      create table evaluation_rater (
        evaluation_id uuid not null constraint evaluation_rater_evaluation_fk references evaluation,
        person_id uuid not null constraint evaluation_rater_person_fk references person,
        document_id uuid not null constraint evaluation_rater_document_fk references document,
        named_by uuid not null constraint evaluation_rater_namer_fk references person,
        request_id text not null,
        named_at timestamptz not null,
        withdrawn_at timestamptz,
        constraint evaluation_rater_pk primary key (evaluation_id, document_id)
      );
      create index evaluation_rater_person_ix on evaluation_rater (person_id);
      comment on column evaluation_rater.withdrawn_at is 'The agency that the rater came from was replaced: the points no longer count.';

      create table evaluation_arbitration (
        evaluation_id uuid not null constraint evaluation_arbitration_evaluation_fk references evaluation,
        indicator text not null,
        points numeric not null,
        reason text not null,
        decided_by uuid not null constraint evaluation_arbitration_person_fk references person,
        decided_at timestamptz not null,
        constraint evaluation_arbitration_pk primary key (evaluation_id, indicator)
      );

      alter table evaluation add column lead_id uuid constraint evaluation_lead_fk references person;
      comment on column evaluation.lead_id is '主评人 of the scoring: who arbitrates where raters are too far apart.';

      create table evaluation_subject (
        id uuid constraint evaluation_subject_pk primary key constraint evaluation_subject_project_fk references project,
        type text not null constraint evaluation_subject_type_ck check (type in ('whole-department', 'policy', 'special-bond')),
        created_by uuid not null constraint evaluation_subject_person_fk references person,
        created_at timestamptz not null
      );
      comment on table evaluation_subject is '部门整体, 政策, 专项债券: what is evaluated without being a project of the budget. Its name and place stand in project.';

      create table evaluation_covered_project (
        subject_id uuid not null constraint evaluation_covered_project_subject_fk references evaluation_subject,
        project_id uuid not null constraint evaluation_covered_project_project_fk references project,
        constraint evaluation_covered_project_pk primary key (subject_id, project_id)
      );
      comment on table evaluation_covered_project is 'The budget projects that the evaluation of the subject looks at.';

      alter table project drop constraint project_status_ck,
        add constraint project_status_ck check (status in ('active', 'cancelled', 'subject'));
      comment on column project.status is 'subject: a department, policy or bond that is evaluated as a whole; no project of the budget, nothing else opens for it.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      comment on column project.status is null;
      alter table project drop constraint project_status_ck,
        add constraint project_status_ck check (status in ('active', 'cancelled')) not valid;
      drop table evaluation_covered_project, evaluation_subject;
      alter table evaluation drop column lead_id;
      drop table evaluation_arbitration, evaluation_rater, questionnaire_answer, questionnaire_code, questionnaire_distribution, questionnaire;
    `);
  }
}
