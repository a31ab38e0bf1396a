import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Organisation1700000000001 implements MigrationInterface {
  readonly name = 'Organisation1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table district (
        id uuid constraint district_pk primary key,
        code text not null constraint district_code_uk unique,
        name text not null,
        origin text not null constraint district_origin_ck check (origin in ('published', 'generated', 'real'))
      );

      create table sector_office (
        id uuid constraint sector_office_pk primary key,
        district_id uuid not null constraint sector_office_district_fk references district,
        name text not null,
        aliases text[] not null default '{}',
        constraint sector_office_name_uk unique (district_id, name)
      );

      create table agency (
        id uuid constraint agency_pk primary key,
        district_id uuid not null constraint agency_district_fk references district,
        name text not null,
        constraint agency_name_uk unique (district_id, name)
      );

      create table budget_unit (
        id uuid constraint budget_unit_pk primary key,
        district_id uuid not null constraint budget_unit_district_fk references district,
        parent_id uuid constraint budget_unit_parent_fk references budget_unit,
        department_id uuid not null constraint budget_unit_department_fk references budget_unit deferrable initially deferred,
        sector_office_id uuid constraint budget_unit_sector_office_fk references sector_office,
        code text not null,
        name text not null,
        aliases text[] not null default '{}',
        category text not null default '部门',
        classified boolean not null default false,
        dissolved_on date,
        version integer not null default 1,
        constraint budget_unit_code_uk unique (district_id, code),
        constraint budget_unit_department_ck check ((parent_id is null) = (department_id = id))
      );
      create index budget_unit_department_ix on budget_unit (department_id);
      comment on column budget_unit.department_id is 'The supervising department (主管部门) at the top of its branch; a department is its own.';

      create table person (
        id uuid constraint person_pk primary key,
        district_id uuid constraint person_district_fk references district,
        email text not null,
        name text not null,
        phone text,
        language text not null default 'zh' constraint person_language_ck check (language in ('zh', 'en')),
        password_hash text not null,
        failed_logins integer not null default 0,
        locked_until timestamptz,
        active boolean not null default true,
        version integer not null default 1
      );
      create unique index person_email_uk on person (lower(email));

      create table role_grant (
        id uuid constraint role_grant_pk primary key,
        person_id uuid not null constraint role_grant_person_fk references person on delete cascade,
        role text not null constraint role_grant_role_ck check (role in
          ('bureau', 'sector-office', 'department', 'unit', 'agency', 'expert', 'observer', 'system')),
        district_id uuid constraint role_grant_district_fk references district,
        unit_id uuid constraint role_grant_unit_fk references budget_unit,
        sector_office_id uuid constraint role_grant_sector_office_fk references sector_office,
        agency_id uuid constraint role_grant_agency_fk references agency,
        constraint role_grant_uk unique nulls not distinct (person_id, role, district_id, unit_id, sector_office_id, agency_id),
        constraint role_grant_place_ck check (case role
          when 'system' then num_nonnulls(district_id, unit_id, sector_office_id, agency_id) = 0
          when 'unit' then unit_id is not null
          when 'department' then unit_id is not null
          when 'sector-office' then sector_office_id is not null
          when 'agency' then agency_id is not null
          else district_id is not null end)
      );
      create index role_grant_unit_ix on role_grant (unit_id);
      create index role_grant_sector_office_ix on role_grant (sector_office_id);
      create index role_grant_agency_ix on role_grant (agency_id);

      create table session (
        token_hash text constraint session_pk primary key,
        person_id uuid not null constraint session_person_fk references person on delete cascade,
        created_at timestamptz not null,
        seen_at timestamptz not null,
        expires_at timestamptz not null
      );
      create index session_person_ix on session (person_id);

      create table delegation (
        id uuid constraint delegation_pk primary key,
        from_person_id uuid not null constraint delegation_from_fk references person,
        to_person_id uuid not null constraint delegation_to_fk references person,
        from_on date not null,
        until_on date not null,
        constraint delegation_period_ck check (until_on >= from_on)
      );
      create index delegation_to_ix on delegation (to_person_id, until_on);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table delegation, session, role_grant, person, budget_unit, agency, sector_office, district');
  }
}
