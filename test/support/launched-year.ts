import { randomUUID } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { CampaignLauncher } from '#activities/campaign/campaign-launcher.js';
import { draftCampaign } from '#api/campaigns/draft-campaign.js';
import type { CampaignAnswer, CampaignCommandName, CampaignCommands } from '#contracts/campaign/campaign.contract.js';
import { JIANGBEI_SIZE, generateDistrict } from '#contracts/import/generate-district.js';
import { parsePolicy, policyHash } from '#contracts/policy/parse-policy.js';
import type { DocumentAnswer } from '#domain/obligation/state.js';
import type { PlannedStage, Policy } from '#domain/policy/policy.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import { createDemonstrationAccounts } from '#persistence/organisation/demonstration-accounts.js';
import { importDistrict } from '#persistence/organisation/import-district.js';
import { shippedText } from '#platform/shipped.js';
import { eventually } from './eventually.js';
import type { Office } from './office.js';

/** What one unit owes in one stage, and who acts on it. */
export interface Owed {
  readonly obligation: string;
  readonly documents: readonly string[];
  readonly debtor: string;
  readonly department: string;
  readonly bureau: string;
  readonly dueOn: string;
  readonly status: string;
}

const AGENCY = { code: 'A1', name: '第三方评价机构' };
let districts = 0;

/** A small generated district whose year 2023 is launched with the plan of a test. */
export class LaunchedYear {
  private constructor(
    private readonly office: Office,
    readonly district: string,
    readonly campaign: string,
    readonly bureau: string,
  ) {}

  /** Three units of one department with two projects each; `prepare` runs before the launch, `change` makes the policy what a test needs. */
  static async launch(
    office: Office,
    plan: readonly PlannedStage[],
    prepare: (year: LaunchedYear) => Promise<unknown> = () => Promise.resolve(),
    change: (policy: Policy) => Policy = (policy) => policy,
  ): Promise<LaunchedYear> {
    const { source, engine, clock } = office;
    const parsed = parsePolicy(await shippedText('policies/jiangbei-size-2023.yaml'));
    if (!('policy' in parsed)) throw new Error('The policy of the generated district does not parse.');
    const code = `year-${String((districts += 1))}`;
    const generated = generateDistrict({ ...JIANGBEI_SIZE, departments: 1, units: 3, projects: 6, fiscalYear: 2023 });
    const policy = change({ ...parsed.policy, plan });
    const [policyId, campaign] = [uuid(), uuid()];
    const district = await source.transaction(async (manager) => {
      const it = { ...generated, agencies: [AGENCY], district: { ...generated.district, code, name: code } };
      const imported = await importDistrict(manager, it, clock.now(), { fiscalYear: 2023 });
      await createDemonstrationAccounts(manager, imported.district, 'none');
      await manager.query(
        `insert into policy (id, district_id, fiscal_year, version, hash, yaml, content, created_at) values ($1, $2, 2023, 1, $3, '', $4, now())`,
        [policyId, imported.district, policyHash(policy), policy],
      );
      const frozen = { id: policyId, district: imported.district, fiscalYear: 2023, hash: policyHash(policy), content: policy };
      await draftCampaign(manager, { id: campaign, policy: frozen, clock });
      return imported.district;
    });
    const bureau: { id: string }[] = await source.query('select id from person where email = $1', [`bureau@${code}.example`]);
    const year = new LaunchedYear(office, district, campaign, bureau[0]!.id);
    await prepare(year);
    await new CampaignLauncher(source, new CampaignRepository(), engine, clock).launch({ campaign, actor: null });
    return year;
  }

  get workflow(): string {
    return `campaign/${this.campaign}`;
  }

  stageWorkflow(key: string): string {
    return `${this.workflow}/${key}`;
  }

  /** The bureau asks the year for something, each time anew. */
  ask<N extends CampaignCommandName>(
    name: N,
    command: Omit<CampaignCommands[N], 'requestId' | 'actor'> & { readonly requestId?: string },
  ): Promise<CampaignAnswer> {
    const asked = { requestId: randomUUID(), actor: this.bureau, ...command } as unknown as CampaignCommands[N];
    return this.office.engine.askCampaign(this.campaign, name, asked);
  }

  async rows<T>(query: string, ...values: unknown[]): Promise<T[]> {
    return this.office.source.query(query, [this.campaign, ...values]);
  }

  async stage(key: string): Promise<{ id: string; status: string; due: string | null; statistics: Record<string, number> }> {
    const rows = await this.rows<Awaited<ReturnType<LaunchedYear['stage']>>>(
      'select id, status, due_on::text as due, statistics from stage where campaign_id = $1 and key = $2',
      key,
    );
    return rows[0]!;
  }

  /** Waits until the stage is open and every obligation in it runs. */
  isOpen(key: string): Promise<void> {
    const waiting = `select from obligation o where o.stage_id = s.id and o.started_at is null`;
    const query = `select from stage s where s.campaign_id = $1 and s.key = $2 and s.status <> 'planned' and not exists (${waiting})`;
    return eventually(async () => expect(await this.rows(query, key)).toHaveLength(1));
  }

  owed(key: string): Promise<Owed[]> {
    return this.rows<Owed>(
      `select o.id as obligation, array_agg(d.id order by d.id) as documents, o.terms -> 'seats' -> 'debtor' ->> 0 as debtor,
         o.terms -> 'seats' -> 'department' ->> 0 as department, o.terms -> 'seats' -> 'performanceOffice' ->> 0 as bureau,
         o.due_on::text as "dueOn", o.status
       from obligation o join document d on d.obligation_id = o.id join stage s on s.id = o.stage_id
       where o.campaign_id = $1 and s.key = $2 group by o.id order by o.id`,
      key,
    );
  }

  /** The first obligation of this kind in the stage, once it is open and runs. */
  async part(key: string, kind: string): Promise<Owed> {
    let found: Owed | undefined;
    await eventually(async () => {
      const running = 'select id from obligation where campaign_id = $1 and kind = $2 and started_at is not null';
      const ids = (await this.rows<{ id: string }>(running, kind)).map(({ id }) => id);
      found = (await this.owed(key)).find(({ obligation }) => ids.includes(obligation));
      expect(found).toBeDefined();
    });
    return found!;
  }

  /** The first person with this role of whom the condition over person `p` and grant `g` holds. */
  async seated(role: string, also = 'true'): Promise<string> {
    const [row] = await this.rows<{ id: string }>(
      `select p.id from campaign c join person p on p.district_id = c.district_id join role_grant g on g.person_id = p.id
       where c.id = $1 and g.role = $2 and ${also} order by p.email limit 1`,
      role,
    );
    return row!.id;
  }

  submit({ obligation, documents, debtor }: Owed): Promise<readonly DocumentAnswer[]> {
    const refs = documents.map((id) => ({ id }));
    return this.office.engine.act(obligation, { name: 'submit', requestId: randomUUID(), actor: debtor, documents: refs });
  }

  /** Whoever's turn it is decides on all documents, step by step, until nobody's is. */
  async decideAll({ obligation, documents }: Owed, verdict: 'approve' | 'reject' = 'approve'): Promise<void> {
    for (;;) {
      const [turn] = await this.rows<{ person: string }>(
        `select t.person_id as person from task t join document d on d.id = t.document_id
         where d.campaign_id = $1 and t.obligation_id = $2 and t.doing = 'review' limit 1`,
        obligation,
      );
      if (!turn) return;
      const refs = documents.map((id) => ({ id }));
      const command = { name: 'review' as const, verdict, requestId: randomUUID(), actor: turn.person, documents: refs };
      await this.office.engine.act(obligation, { ...command, ...(verdict === 'reject' ? { reasons: [{ text: '不符合要求。' }] } : {}) });
    }
  }

  async fileAndApprove(owed: Owed): Promise<void> {
    await this.submit(owed);
    await this.decideAll(owed);
  }
}
