import type { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { draftCampaign } from '#api/campaigns/draft-campaign.js';
import { loadPublishedIndicators } from '#api/indicator-library/published-indicators.js';
import { CampaignLauncher } from '#activities/campaign/campaign-launcher.js';
import type { DistrictImport } from '#contracts/import/district.schema.js';
import { JIANGBEI_SIZE, generateDistrict } from '#contracts/import/generate-district.js';
import { isRefused, parsePolicy } from '#contracts/policy/parse-policy.js';
import { ensureFirstAdministrator } from '#persistence/access/first-administrator.js';
import { hashPassword } from '#persistence/access/passwords.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import { createDemonstrationAccounts } from '#persistence/organisation/demonstration-accounts.js';
import { importDistrict } from '#persistence/organisation/import-district.js';
import type { Clock } from '#platform/clock.js';
import { shippedText } from '#platform/shipped.js';
import type { Engine } from '#temporal/engine.js';
import { readDistrict } from './commands/import/read-district.js';

interface Account {
  readonly who: string;
  readonly email: string;
  readonly password: string;
}

export interface Demonstration {
  /** Accounts whose passwords may be shown: at the first start, and of the demonstration. */
  readonly accounts: readonly Account[];
  readonly year: string | null;
}

/** Known to everybody who reads this: it opens demonstration data on one machine, and nothing else. */
const PASSWORD = 'jiheng-demo';
const ACCOUNT_LINES = [
  ['绩效科', 'bureau@gangcheng.example'],
  ['主管部门', 'department.213@gangcheng.example'],
  ['预算单位', 'unit.213001@gangcheng.example'],
  ['督查', 'observer@gangcheng.example'],
] as const;

const isEmpty = async (source: DataSource): Promise<boolean> => {
  const rows: unknown[] = await source.query('select from district limit 1');
  return rows.length === 0;
};

const load = async (source: DataSource, clock: Clock, district: DistrictImport, fiscalYear: number): Promise<string> =>
  source.transaction(async (manager) => {
    const imported = await importDistrict(manager, district, clock.now(), { fiscalYear });
    await createDemonstrationAccounts(manager, imported.district, await hashPassword(PASSWORD));
    return imported.district;
  });

/** Launches the present year of a district by the policy that is shipped for it. */
async function launchYear(source: DataSource, engine: Engine, clock: Clock, district: string, file: string): Promise<void> {
  const yaml = await shippedText(`policies/${file}`);
  const parsed = parsePolicy(yaml);
  if (isRefused(parsed)) throw new Error(`policies/${file}: ${parsed.map(({ line, zh }) => `${String(line ?? '')} ${zh}`).join('; ')}`);
  const { policy: content, hash } = parsed;
  const [id, campaign] = [uuid(), uuid()];
  await source.transaction(async (manager) => {
    await manager.query(
      `insert into policy (id, district_id, fiscal_year, version, hash, yaml, content, created_at) values ($1, $2, $3, $4, $5, $6, $7::text::jsonb, $8)`,
      [id, district, content.fiscalYear, content.version, hash, yaml, JSON.stringify(content), new Date(clock.now()).toISOString()],
    );
    await draftCampaign(manager, { id: campaign, policy: { id, district, fiscalYear: content.fiscalYear, hash, content }, clock });
  });
  await new CampaignLauncher(source, new CampaignRepository(), engine, clock).launch({ campaign, actor: null });
}

export interface DemonstrationParts {
  readonly source: DataSource;
  readonly engine: Engine;
  readonly clock: Clock;
  readonly progress: (line: string) => void;
  /** Load demonstration districts into an empty database. */
  readonly demonstrate: boolean;
}

/** The first administrator; and districts to play with, when there are none: two published ones and a generated one of a large district's size; the first has its year launched. */
export async function prepareDemonstration({ source, engine, clock, progress, demonstrate }: DemonstrationParts): Promise<Demonstration> {
  const administrator = await ensureFirstAdministrator(source, clock);
  const accounts: Account[] = administrator ? [{ who: '系统管理员', ...administrator }] : [];
  if (demonstrate && (await isEmpty(source))) {
    progress('Loading the demonstration districts.');
    const gangcheng = await load(source, clock, await readDistrict('gangcheng-2023'), 2026);
    await source.transaction((manager) => loadPublishedIndicators(manager, gangcheng, new Date(clock.now())));
    await load(source, clock, await readDistrict('huaxi-2021'), 2021);
    await load(source, clock, generateDistrict({ ...JIANGBEI_SIZE, fiscalYear: 2026 }), 2026);
    progress('Launching 2026 of 钢城区.');
    await launchYear(source, engine, clock, gangcheng, 'gangcheng-2026.yaml');
  }
  const [demonstrated]: { title: string }[] = await source.query(
    `select d.name || ' ' || c.fiscal_year || '年度' as title from campaign c join district d on d.id = c.district_id
     where d.code = 'gangcheng' and c.status <> 'closed' order by c.fiscal_year desc limit 1`,
  );
  const known = demonstrated ? ACCOUNT_LINES.map(([who, email]) => ({ who, email, password: PASSWORD })) : [];
  return { accounts: [...accounts, ...known], year: demonstrated?.title ?? null };
}
