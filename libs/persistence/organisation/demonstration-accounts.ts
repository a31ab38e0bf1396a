import type { EntityManager } from 'typeorm';

export interface DemonstrationAccount {
  readonly email: string;
  readonly name: string;
  readonly role: string;
}

/** One row an account: where it sits follows from its role. Addresses are the same on every machine. */
const ACCOUNTS = `
  with d as (select id, code, lower(code) || '.example' as host from district where id = $1),
  account (email, name, role, district_id, unit_id, sector_office_id, agency_id) as (
    select 'bureau@' || host, '绩效科', 'bureau', id, null::uuid, null::uuid, null::uuid from d
    union all
    select 'bureau.' || n || '@' || host, '绩效科审核' || n, 'bureau', id, null, null, null from d, generate_series(1, 2) n
    union all
    select 'observer@' || host, '督查室', 'observer', id, null, null, null from d
    union all
    select 'office.' || row_number() over (order by o.name) || '@' || host, o.name, 'sector-office', null, null, o.id, null
    from d join sector_office o on o.district_id = d.id
    union all
    select 'agency.' || row_number() over (order by a.name) || '@' || host, a.name, 'agency', null, null, null, a.id
    from d join agency a on a.district_id = d.id
    union all
    select 'department.' || lower(u.code) || '@' || host, u.name || '审核', 'department', null, u.id, null, null
    from d join budget_unit u on u.district_id = d.id and u.parent_id is null
    union all
    select 'unit.' || lower(u.code) || '@' || host, u.name, 'unit', null, u.id, null, null
    from d join budget_unit u on u.district_id = d.id
  )`;

/**
 * Accounts with which a demonstration can be played: the performance office with two more reviewers, every sector office, department, unit and
 * agency, and an observer. Two statements for any number of units; asked again it adds those that are missing and leaves the rest alone.
 *
 * @param passwordHash of the one password that all of them share
 */
export async function createDemonstrationAccounts(
  manager: EntityManager,
  districtId: string,
  passwordHash: string,
): Promise<readonly DemonstrationAccount[]> {
  await manager.query(
    `${ACCOUNTS} insert into person (id, district_id, email, name, password_hash)
     select gen_random_uuid(), $1, email, name, $2 from account on conflict (lower(email)) do nothing`,
    [districtId, passwordHash],
  );
  await manager.query(
    `${ACCOUNTS} insert into role_grant (id, person_id, role, district_id, unit_id, sector_office_id, agency_id)
     select gen_random_uuid(), p.id, a.role, a.district_id, a.unit_id, a.sector_office_id, a.agency_id
     from account a join person p on lower(p.email) = a.email and p.district_id = $1 on conflict on constraint role_grant_uk do nothing`,
    [districtId],
  );
  return manager.query(`${ACCOUNTS} select email, name, role from account order by role, email`, [districtId]);
}
