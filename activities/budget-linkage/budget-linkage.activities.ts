import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { linkageWorkflowId } from '#contracts/campaign/campaign.contract.js';
import type { LinkageActivities } from '#contracts/campaign/campaign.contract.js';
import { groupBy } from '#domain/group-by.js';
import { proposeLinkage } from '#domain/budget-linkage/propose.js';
import { tableOf } from '#domain/budget-linkage/table.js';
import type { LinkageTable } from '#domain/budget-linkage/table.js';
import type { Json } from '#domain/json.js';
import type { PlannedStage, Policy } from '#domain/policy/policy.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import type { StageRow } from '#persistence/campaign/campaign.repository.js';
import { LinkageRepository } from '#persistence/campaign/linkage.repository.js';
import type { LinkageFacts, LinkageProposal, ProposalRow } from '#persistence/campaign/linkage.repository.js';
import { loadSeats } from '#persistence/campaign/seats.js';
import { ObligationOpener } from '#persistence/obligation/obligation-opener.js';
import type { ObligationDraft } from '#persistence/obligation/obligation-opener.js';
import { Clock } from '#platform/clock.js';
import { ObligationStarter } from '../obligation/obligation-starter.js';
import { commonOf } from '../stage/draft.js';
import type { Replacing } from '../stage/draft.js';
import { linkageProjectOf } from './linkage-facts.js';
import { LinkageLetters } from './linkage-letters.js';

/** What is not approved yet is the bureau's own business. */
const BUREAU_ONLY = { unit: null, department: null, sectorOffice: null, agency: null };

type Moment = { readonly campaign: string; readonly now: number };
type Kind = 'linkage-comment' | 'linkage-decision';

/** Working days for the departments' comments, where the plan says nothing else. */
const COMMENT_WINDOW = 5;

@Injectable()
export class BudgetLinkageActivitiesProvider implements LinkageActivities {
  constructor(
    private readonly source: DataSource,
    private readonly campaigns: CampaignRepository,
    private readonly linkage: LinkageRepository,
    private readonly letters: LinkageLetters,
    private readonly opener: ObligationOpener,
    private readonly starter: ObligationStarter,
    private readonly clock: Clock,
  ) {}

  async proposeLinkage({ campaign: id }: Moment): Promise<number> {
    return this.source.transaction(async (manager) => {
      const { policy } = await this.campaigns.campaign(manager, id);
      const facts = await this.linkage.facts(manager, id);
      const table = tableOf(policy);
      const proposals = facts.map((it) => proposalOf(it, policy, table));
      await this.linkage.propose(manager, id, proposals);
      return proposals.length;
    });
  }

  /** 征求意见: silence is consent. */
  async openLinkageComments({ campaign, now }: Moment): Promise<readonly string[]> {
    return this.open(campaign, 'linkage-comment', now);
  }

  async openLinkageDecision({ campaign, now }: Moment): Promise<readonly string[]> {
    return this.open(campaign, 'linkage-decision', now);
  }

  async carryLinkage({ campaign, now }: Moment): Promise<number> {
    return this.source.transaction(async (manager) => {
      const carried = await this.linkage.carry(manager, campaign, this.clock.toBusiness(now));
      await this.letters.issue(manager, await this.campaigns.campaign(manager, campaign), now);
      return carried;
    });
  }

  private async open(campaign: string, kind: Kind, now: number): Promise<readonly string[]> {
    const obligations = await this.source.transaction(async (manager) => {
      const before: { id: string }[] = await manager.query('select id from obligation where parent = $1 and kind = $2', [
        linkageWorkflowId(campaign),
        kind,
      ]);
      return before.length > 0
        ? before.map(({ id }) => id)
        : this.opener.open(manager, await this.drafts(manager, campaign, kind, now), now);
    });
    await this.starter.start(obligations);
    return obligations;
  }

  private async drafts(manager: EntityManager, id: string, kind: Kind, now: number): Promise<readonly ObligationDraft[]> {
    const campaign = await this.campaigns.campaign(manager, id);
    const stage = (await this.campaigns.stageNamed(manager, campaign, 'budget-linkage'))!;
    const seats = await loadSeats(manager, campaign.district);
    const approval = campaign.policy.budgetLinkage?.approval;
    const common = {
      ...commonOf(stage, kind, now, kind === 'linkage-comment' ? commenting(stage) : { silence: 'none', chain: approval }),
      parent: linkageWorkflowId(id),
    };
    const byDepartment = groupBy(await this.linkage.ofCampaign(manager, id), ({ department }) => department);
    return [...byDepartment].map(([department, proposals]) => {
      const place = { unit: department, department, sectorOffice: proposals[0]!.sectorOffice, agency: null };
      const [title, seating] =
        kind === 'linkage-comment' ? ['预算挂钩征求意见', seats.of('department', place)] : ['预算挂钩决定', seats.of('bureau', place)];
      const shownAt = kind === 'linkage-decision' && approval !== undefined ? BUREAU_ONLY : place;
      return { ...common, title, place: shownAt, seats: seating, documents: proposals.map((it) => documentOf(title, it)) };
    });
  }
}

/** What the policy's rules make of the facts. Where no rule decides (nobody evaluated the project) it keeps what it has, and says why. */
const proposalOf = (facts: LinkageFacts, policy: Policy, table: LinkageTable): LinkageProposal => {
  const { explained, rules } = proposeLinkage(linkageProjectOf(facts, policy), table);
  return {
    project: facts.project,
    baseAmount: facts.baseAmount,
    treatment: explained.value?.treatment ?? 'maintain',
    amount: explained.value?.proposed ?? facts.baseAmount,
    explanation: JSON.parse(JSON.stringify({ policy: policy.version, explained, rules })) as Json,
  };
};

const documentOf = (title: string, { id, project, projectName }: ProposalRow) => ({
  title: `${title}：${projectName}`,
  project,
  subject: id,
});

/** The comment window: so many working days, and silence is consent. */
const commenting = ({ plan }: StageRow): Replacing<PlannedStage> => ({
  due: undefined,
  chain: undefined,
  within: plan.commentWindow ?? COMMENT_WINDOW,
  silence: 'consent',
});
