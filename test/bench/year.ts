import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { v7 as uuid } from 'uuid';
import { CampaignLauncher } from '#activities/campaign/campaign-launcher.js';
import { draftCampaign } from '#api/campaigns/draft-campaign.js';
import { generateDistrict, JIANGBEI_SIZE } from '#contracts/import/generate-district.js';
import { parsePolicy, policyHash } from '#contracts/policy/parse-policy.js';
import { addDays } from '#domain/calendar/calendar.js';
import type { ClockTime, Day, Policy, RungSpec } from '#domain/policy/policy.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import { createDemonstrationAccounts } from '#persistence/organisation/demonstration-accounts.js';
import { importDistrict } from '#persistence/organisation/import-district.js';
import type { Ground } from './ground.js';

export interface Size {
  readonly units: number;
  readonly projects: number;
  /** Default: the policy's own ladder, of which no rung is near. */
  readonly ladder?: readonly RungSpec[];
  readonly due?: { readonly on: Day; readonly endsAt: ClockTime };
}

/** A district with a year that files targets only: two steps of approval, due in two months. */
export interface Year {
  readonly campaign: string;
  readonly stage: string;
  launch(): Promise<void>;
}

export const today = (): Day => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

async function policyOf({ ladder, due }: Size): Promise<Policy> {
  const file = fileURLToPath(new URL('../../../policies/jiangbei-size-2023.yaml', import.meta.url));
  const parsed = parsePolicy(await readFile(file, 'utf8'));
  if (!('policy' in parsed)) throw new Error('The policy of the generated district does not parse.');
  const { policy } = parsed;
  return {
    ...policy,
    fiscalYear: Number(today().slice(0, 4)),
    calendar: [],
    dayEndsAt: due?.endsAt ?? policy.dayEndsAt,
    ladders: { ...policy.ladders, ...(ladder === undefined ? {} : { standard: ladder }) },
    chains: { ...policy.chains, filing: policy.chains['filing']!.filter(({ step }) => step !== 'sectorOffice') },
    plan: [{ stage: 'target-filing', opens: today(), due: due?.on ?? addDays(today(), 60), chain: 'filing', ladder: 'standard' }],
  };
}

let districts = 0;

/** Imports a generated district with an account a unit and a department, and drafts its year. */
export async function draftYear({ source, engine, clock }: Ground, size: Size): Promise<Year> {
  const generated = generateDistrict({
    ...JIANGBEI_SIZE,
    departments: Math.min(81, size.units),
    units: size.units,
    projects: size.projects,
  });
  const policy = await policyOf(size);
  const [policyId, campaign] = [uuid(), uuid()];
  const code = `bench-${String((districts += 1))}`;
  await source.transaction(async (manager) => {
    const it = { ...generated, district: { ...generated.district, code, name: code } };
    const { district } = await importDistrict(manager, it, clock.now(), { fiscalYear: policy.fiscalYear });
    await createDemonstrationAccounts(manager, district, 'none');
    await manager.query(
      `insert into policy (id, district_id, fiscal_year, version, hash, yaml, content, created_at) values ($1, $2, $3, 1, $4, '', $5, now())`,
      [policyId, district, policy.fiscalYear, policyHash(policy), policy],
    );
    const frozen = { id: policyId, district, fiscalYear: policy.fiscalYear, hash: policyHash(policy), content: policy };
    await draftCampaign(manager, { id: campaign, policy: frozen, clock });
  });
  await source.query('analyze');
  const launcher = new CampaignLauncher(source, new CampaignRepository(), engine, clock);
  const [stage]: { id: string }[] = await source.query('select id from stage where campaign_id = $1', [campaign]);
  return { campaign, stage: stage!.id, launch: () => launcher.launch({ campaign, actor: null }) };
}

/** What of a launched year the actors need to know. */
export interface Filing {
  readonly obligation: string;
  readonly documents: readonly string[];
  readonly debtor: string;
  readonly department: string;
  readonly bureau: string;
}

export async function filingsOf({ source }: Ground, { stage }: Year): Promise<readonly Filing[]> {
  return source.query(
    `select o.id as obligation, array_agg(d.id order by d.id) as documents, o.terms -> 'seats' -> 'debtor' ->> 0 as debtor,
       o.terms -> 'seats' -> 'department' ->> 0 as department, o.terms -> 'seats' -> 'performanceOffice' ->> 0 as bureau
     from obligation o join document d on d.obligation_id = o.id where o.stage_id = $1 group by o.id order by o.id`,
    [stage],
  );
}
