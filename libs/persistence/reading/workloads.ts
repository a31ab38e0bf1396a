import type { EntityManager } from 'typeorm';
import type { Workload } from '#domain/policy/workload.js';

/**
 * Whom the documents of a campaign's filings would reach for review, as the district stands: departments, sector offices and the performance
 * office, each with the people at its desk. A desk at which nobody sits is the performance office's.
 */
export const readWorkloads = (manager: EntityManager, campaign: string): Promise<Workload[]> =>
  manager.query(
    `with filed as (
       select p.unit_id, p.department_id, p.sector_office_id, count(*)::int as projects from campaign c
       join project p on p.district_id = c.district_id and p.fiscal_year = c.fiscal_year and p.status = 'active'
       where c.id = $1 group by 1, 2, 3),
     bureau as (select count(distinct g.person_id)::int as people from campaign c join role_grant g on g.district_id = c.district_id
       join person p on p.id = g.person_id and p.active where c.id = $1 and g.role = 'bureau'),
     stages as (select * from (values ('target-filing', true), ('monitoring', false), ('self-evaluation', false)) s (stage, whole)),
     desks as (
       select 'department' as seat, u.id::text as desk, u.name as who, sum(f.projects)::int as projects, count(*)::int as units,
         (select count(distinct g.person_id)::int from role_grant g join person p on p.id = g.person_id and p.active
          where g.role = 'department' and g.unit_id = u.id) as people
       from filed f join budget_unit u on u.id = f.department_id group by u.id
       union all select 'sectorOffice', s.id::text, s.name, sum(f.projects)::int, count(*)::int,
         (select count(distinct g.person_id)::int from role_grant g join person p on p.id = g.person_id and p.active
          where g.role = 'sector-office' and g.sector_office_id = s.id)
       from filed f join sector_office s on s.id = f.sector_office_id group by s.id
       union all select 'performanceOffice', '', '绩效科', coalesce(sum(f.projects), 0)::int, count(*)::int, (select people from bureau) from filed f)
     select s.stage, d.seat, d.who, case when s.whole then d.projects + d.units else d.projects end as documents,
       greatest(1, case when d.people = 0 then (select people from bureau) else d.people end) as people
     from stages s cross join desks d order by s.stage, d.seat, d.who`,
    [campaign],
  );
