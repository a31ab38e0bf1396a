import type { DataSource } from 'typeorm';
import { parseDocument } from 'yaml';
import type { DistrictImport } from '#contracts/import/district.schema.js';
import { isRefused, parsePolicy } from '#contracts/policy/parse-policy.js';
import { PLAYED_AGENCY } from './script.js';
import type { Script } from './script.js';

interface Campaign {
  readonly id: string;
  readonly district: string;
  readonly code: string;
  readonly name: string;
  readonly fiscalYear: number;
  readonly yaml: string;
}

const CAMPAIGN = `select c.id, c.district_id as district, d.code, d.name, c.fiscal_year as "fiscalYear", p.yaml
  from rehearsal r join campaign c on c.id = r.campaign_id join district d on d.id = c.district_id join policy p on p.id = c.policy_id
  where r.id = $1`;

/** Who is there today: dissolved units and cancelled projects take no part, and what is evaluated as a whole is no project. */
const DEPARTMENTS = `select code, name, aliases, category, coalesce(sector_office_id::text, '') as "sectorOffice", null as published
  from budget_unit where district_id = $1 and parent_id is null and dissolved_on is null order by code`;
const UNITS = `select u.code, u.name, u.aliases, d.code as department, u.classified from budget_unit u join budget_unit d on d.id = u.department_id
  where u.district_id = $1 and u.parent_id is not null and u.dissolved_on is null order by u.code`;
const PROJECTS = `select p.code, '' as number, p.name, u.code as unit, false as "unitAssumed", p.class, p.attribute = 'new' as "isNew",
    (select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'yuan', yuan::text, 'label', kind, 'source', '演练')), '[]') from (values
      ('initialBudget', p.initial_budget), ('approvedBudget', p.approved_budget), ('adjustedBudget', p.adjusted_budget)) as it (kind, yuan)
     where yuan is not null) as amounts, null as published
  from project p join budget_unit u on u.id = p.unit_id
  where p.district_id = $1 and p.fiscal_year = $2 and p.status = 'active' order by p.code`;
const OFFICES = 'select id::text as code, name, aliases, false as assumed from sector_office where district_id = $1 order by name';
const AGENCIES = 'select id::text as code, name from agency where district_id = $1 and active order by name';

const districtOf = async (source: DataSource, { district, code, name, fiscalYear }: Campaign): Promise<DistrictImport> => {
  const agencies: DistrictImport['agencies'] = await source.query(AGENCIES, [district]);
  return {
    format: 'jiheng-district@1',
    district: { code, name, generated: true },
    fiscalYear,
    evaluationYear: fiscalYear + 1,
    source: '演练',
    sectorOffices: await source.query(OFFICES, [district]),
    departments: await source.query(DEPARTMENTS, [district]),
    units: await source.query(UNITS, [district]),
    agencies: agencies.length > 0 ? agencies : [PLAYED_AGENCY],
    projects: await source.query(PROJECTS, [district, fiscalYear]),
    findings: [],
  };
};

/** The policy with its plan as it stands now. */
const standing = async (source: DataSource, { id, yaml }: Campaign): Promise<Pick<Script, 'yaml' | 'policy'>> => {
  const stages: { plan: object }[] = await source.query('select plan from stage where campaign_id = $1 order by position', [id]);
  const document = parseDocument(yaml);
  document.set('plan', document.createNode(stages.map(({ plan }) => plan)));
  const text = document.toString();
  const parsed = parsePolicy(text);
  if (isRefused(parsed)) throw new Error(parsed.map((it) => `${it.path}: ${it.zh}`).join('\n'));
  return { yaml: text, policy: parsed.policy };
};

/** What was assigned already is evaluated; where nothing was, every key project. */
const evaluatedIn = async (source: DataSource, { id }: Campaign, { projects }: DistrictImport): Promise<readonly string[]> => {
  const assigned: { code: string }[] = await source.query(
    'select p.code from evaluation e join project p on p.id = e.project_id where e.campaign_id = $1 order by p.code',
    [id],
  );
  const codes = assigned.map(({ code }) => code).filter((code) => projects.some((it) => it.code === code));
  return codes.length > 0 ? codes : projects.flatMap((it) => (it.class === 'key' ? [it.code] : []));
};

/** The script of a rehearsal: its campaign's district, policy and plan as they stand in the tables. No published results, no personal data. */
export async function campaignScript(source: DataSource, rehearsal: string): Promise<Script> {
  const [campaign]: Campaign[] = await source.query(CAMPAIGN, [rehearsal]);
  if (!campaign) throw new Error(`There is no rehearsal ${rehearsal}.`);
  const district = await districtOf(source, campaign);
  const planned = await standing(source, campaign);
  const evaluates = planned.policy.plan.some(({ stage }) => stage === 'key-evaluation');
  const evaluated = evaluates ? await evaluatedIn(source, campaign, district) : [];
  return { title: `${campaign.name} ${String(campaign.fiscalYear)}`, district, ...planned, evaluated };
}

/** Versions of the calendar that people made hold in the rehearsal too. */
export const copyCalendars = async (source: DataSource): Promise<void> => {
  await source.query('insert into calendar_version select * from public.calendar_version');
};
