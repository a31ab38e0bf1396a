import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Campaign1700000000002 implements MigrationInterface {
  readonly name = 'Campaign1700000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table policy (
        id uuid constraint policy_pk primary key,
        district_id uuid not null constraint policy_district_fk references district,
        fiscal_year integer not null,
        version integer not null,
        hash text not null,
        yaml text not null,
        content jsonb not null,
        created_at timestamptz not null,
        created_by uuid constraint policy_created_by_fk references person,
        constraint policy_version_uk unique (district_id, fiscal_year, version)
      );

      create table campaign (
        id uuid constraint campaign_pk primary key,
        district_id uuid not null constraint campaign_district_fk references district,
        fiscal_year integer not null,
        policy_id uuid not null constraint campaign_policy_fk references policy,
        policy_hash text not null,
        policy jsonb not null,
        calendar jsonb not null,
        status text not null constraint campaign_status_ck check (status in ('draft', 'running', 'paused', 'closed')),
        launched_at timestamptz,
        launched_by uuid constraint campaign_launched_by_fk references person,
        closed_at timestamptz,
        version integer not null default 1,
        constraint campaign_year_uk unique (district_id, fiscal_year)
      );
      comment on column campaign.policy is 'Frozen at launch; policy_hash is its SHA-256 over canonical JSON.';

      create table stage (
        id uuid constraint stage_pk primary key,
        campaign_id uuid not null constraint stage_campaign_fk references campaign,
        key text not null,
        name text not null,
        plan jsonb not null,
        position integer not null,
        status text not null constraint stage_status_ck check (status in ('planned', 'open', 'closed')),
        opens_on date,
        due_on date,
        opened_at timestamptz,
        closed_at timestamptz,
        statistics jsonb not null default '{}',
        constraint stage_key_uk unique (campaign_id, key)
      );

      create table project (
        id uuid constraint project_pk primary key,
        district_id uuid not null constraint project_district_fk references district,
        fiscal_year integer not null,
        unit_id uuid not null constraint project_unit_fk references budget_unit,
        department_id uuid not null,
        sector_office_id uuid,
        code text not null,
        name text not null,
        attribute text not null constraint project_attribute_ck check (attribute in ('new', 'continuing')),
        class text not null constraint project_class_ck check (class in ('ordinary', 'key')),
        initial_budget numeric(18, 2),
        approved_budget numeric(18, 2),
        adjusted_budget numeric(18, 2),
        funds_received numeric(18, 2),
        executed_amount numeric(18, 2),
        sources jsonb not null default '{}',
        prior_linkage jsonb,
        status text not null default 'active' constraint project_status_ck check (status in ('active', 'cancelled')),
        version integer not null default 1,
        constraint project_code_uk unique (district_id, fiscal_year, code)
      );
      comment on column project.sources is 'Where each budget figure comes from: column name → document, table or import.';
      create index project_unit_ix on project (unit_id);
      create index project_department_ix on project (department_id);
      create extension if not exists pg_trgm;
      create index project_name_ix on project using gin (name gin_trgm_ops);
      create index project_list_ix on project (district_id, fiscal_year, code, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table project, stage, campaign, policy');
    await runner.query('drop extension if exists pg_trgm');
  }
}
