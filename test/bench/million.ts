import { createHash, randomBytes } from 'node:crypto';
import { generateDistrict, JIANGBEI_SIZE } from '#contracts/import/generate-district.js';
import { createDemonstrationAccounts } from '#persistence/organisation/demonstration-accounts.js';
import { importDistrict } from '#persistence/organisation/import-district.js';
import type { Ground } from './ground.js';

/** Ten years of 24 districts of Jiangbei's size, 14 documents an obligation, make a million. The last year of each is a third done. */
const DISTRICTS = 24;
const YEARS = 10;
const DOCUMENTS = 14;
const DAY = `date_trunc('day', now())`;

const STATEMENTS = [
  `insert into project (id, district_id, fiscal_year, unit_id, department_id, sector_office_id, code, name, attribute, class, initial_budget)
   select gen_random_uuid(), district_id, fiscal_year - y, unit_id, department_id, sector_office_id, code, name, attribute, class, initial_budget
   from project, generate_series(1, ${String(YEARS - 1)}) y where district_id = $1`,
  `insert into policy (id, district_id, fiscal_year, version, hash, yaml, content, created_at)
   select gen_random_uuid(), $1, y, 1, 'h', '', '{}', now() from (select distinct fiscal_year from project where district_id = $1) it (y)`,
  `insert into campaign (id, district_id, fiscal_year, policy_id, policy_hash, policy, calendar, status)
   select gen_random_uuid(), $1, fiscal_year, id, hash, '{}', '{}', 'running' from policy where district_id = $1`,
  `insert into stage (id, campaign_id, key, name, plan, position, status)
   select gen_random_uuid(), id, 'target-filing', 'target-filing', '{}', 0, 'open' from campaign where district_id = $1`,
  `insert into obligation (id, district_id, campaign_id, stage_id, kind, title, unit_id, department_id, sector_office_id, terms, state, status, opened_at, due_on, due_at)
   select gen_random_uuid(), $1, c.id, s.id, 'target', u.name || ' 绩效目标申报', u.id, u.department_id, u.sector_office_id, '{}', '{}', 'open',
     ${DAY}, d::date, d
   from budget_unit u, campaign c join stage s on s.campaign_id = c.id, lateral (select ${DAY} + (hashtext(u.code) % 30 + 30) * interval '1 day' as d) due
   where u.district_id = $1 and c.district_id = $1`,
  `insert into document (id, obligation_id, district_id, campaign_id, stage_id, kind, title, unit_id, department_id, sector_office_id, project_id,
     status, due_at, changed_at)
   select gen_random_uuid(), o.id, $1, o.campaign_id, o.stage_id, o.kind, o.title || n, o.unit_id, o.department_id, o.sector_office_id, p.id,
     case when c.fiscal_year < (select max(fiscal_year) from campaign where district_id = $1) then 'approved'
       else (array['open', 'in-review', 'approved'])[n % 3 + 1] end, o.due_at, now()
   from obligation o join campaign c on c.id = o.campaign_id
     join lateral (select id from project where unit_id = o.unit_id and fiscal_year = c.fiscal_year order by code limit 1) p on true,
     generate_series(1, ${String(DOCUMENTS)}) n
   where o.district_id = $1`,
  `insert into task (document_id, person_id, obligation_id, doing, due_at)
   select d.id, g.person_id, d.obligation_id, case d.status when 'open' then 'file' else 'review' end, d.due_at
   from document d join role_grant g on g.unit_id = case d.status when 'open' then d.unit_id else d.department_id end
     and g.role = case d.status when 'open' then 'unit' else 'department' end
   where d.district_id = $1 and d.status in ('open', 'in-review')`,
];

export interface Reader {
  readonly person: string;
  readonly cookie: string;
}

export interface Million {
  readonly documents: number;
  readonly campaign: string;
  readonly fiscalYear: number;
  readonly clerks: readonly Reader[];
  readonly reviewers: readonly Reader[];
  readonly bureau: Reader;
  readonly words: readonly string[];
}

/** Logs people of a role in who have something to do, without asking for passwords. */
export async function logIn({ source }: Ground, district: string, role: string): Promise<readonly Reader[]> {
  const people: { person: string }[] = await source.query(
    `select p.id as person from person p join role_grant g on g.person_id = p.id where p.district_id = $1 and g.role = $2
       and (g.role = 'bureau' or exists (select from task where person_id = p.id)) order by p.email limit 50`,
    [district, role],
  );
  const readers = people.map(({ person }) => ({ person, token: randomBytes(32).toString('base64url') }));
  await source.query(
    `insert into session (token_hash, person_id, created_at, seen_at, expires_at)
     select h, p, now(), now(), now() + interval '1 day' from unnest($1::text[], $2::uuid[]) s (h, p)`,
    [readers.map(({ token }) => createHash('sha256').update(token).digest('hex')), readers.map(({ person }) => person)],
  );
  return readers.map(({ person, token }) => ({ person, cookie: `jiheng_session=${token}` }));
}

async function writeDistrict({ source, clock }: Ground, code: string): Promise<string> {
  const generated = generateDistrict({ ...JIANGBEI_SIZE, seed: code });
  return source.transaction(async (manager) => {
    const { district } = await importDistrict(
      manager,
      { ...generated, district: { ...generated.district, code, name: code } },
      clock.now(),
    );
    await createDemonstrationAccounts(manager, district, 'none');
    for (const statement of STATEMENTS) await manager.query(statement, [district]);
    return district;
  });
}

/** A million documents with all that lists and boards join, written set by set. */
export async function writeMillion(ground: Ground): Promise<Million> {
  const { source } = ground;
  const districts: string[] = [];
  for (let i = 0; i < DISTRICTS; i += 1) districts.push(await writeDistrict(ground, `million-${String(i)}`));
  await source.query('vacuum (analyze)');
  const district = districts[DISTRICTS / 2]!;
  const [row]: { documents: number; campaign: string; fiscalYear: number }[] = await source.query(
    `select (select count(*)::int from document) as documents, id as campaign, fiscal_year as "fiscalYear" from campaign
     where district_id = $1 order by fiscal_year desc limit 1`,
    [district],
  );
  const names: { name: string }[] = await source.query('select name from project where district_id = $1 order by code limit 2000', [
    district,
  ]);
  const words = names.filter((_, i) => i % 49 === 0).map(({ name }, i) => (i % 2 === 0 ? name.slice(2, 4) : name.slice(-10, -6)));
  const [clerks, reviewers, bureaus] = [
    await logIn(ground, district, 'unit'),
    await logIn(ground, district, 'department'),
    await logIn(ground, district, 'bureau'),
  ];
  return { ...row!, clerks, reviewers, bureau: bureaus[0]!, words };
}
