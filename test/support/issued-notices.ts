import type { LaunchedYear } from './launched-year.js';

/** Two projects of one unit were evaluated: one notice has two findings, the other one. The unit's clerk sits in the bureau, too, and is no reviewer of what they file. */
export const issueNotices = async (it: LaunchedYear): Promise<void> => {
  await it.rows(
    `with taken as (select p.id, p.unit_id, row_number() over (order by p.code) as n from campaign c join project p on p.district_id = c.district_id
         where c.id = $1 and p.unit_id = (select q.unit_id from project q where q.district_id = c.district_id group by q.unit_id
           having count(*) > 1 order by q.unit_id limit 1) order by p.code limit 2),
       evaluated as (insert into evaluation (id, campaign_id, stage_id, project_id, agency_id, status)
         select gen_random_uuid(), c.id, s.id, t.id, a.id, 'accepted' from taken t, campaign c join stage s on s.campaign_id = c.id
         join agency a on a.district_id = c.district_id where c.id = $1 returning id, project_id),
       told as (insert into feedback_notice (id, campaign_id, evaluation_id, unit_id, number, issued_at)
         select gen_random_uuid(), $1, e.id, t.unit_id, '反馈' || t.n, now() from evaluated e join taken t on t.id = e.project_id
         returning id, evaluation_id, number)
     insert into finding (id, campaign_id, evaluation_id, notice_id, number, problem)
     select gen_random_uuid(), $1, told.evaluation_id, told.id, k, '问题' || k from told, generate_series(1, 2) as k
     where told.number = '反馈1' or k = 1`,
  );
  await it.rows(
    `insert into role_grant (id, person_id, role, district_id) select gen_random_uuid(), g.person_id, 'bureau', c.district_id
     from campaign c join feedback_notice n on n.campaign_id = c.id join role_grant g on g.unit_id = n.unit_id and g.role = 'unit'
     where c.id = $1 group by g.person_id, c.district_id`,
  );
};
