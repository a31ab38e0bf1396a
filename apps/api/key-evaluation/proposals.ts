import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Problem } from '#contracts/errors/problem.js';
import { compare, exact, exactText } from '#domain/score/exact.js';
import type { SelectionCandidate } from '#domain/selection/selection-rule.js';
import { select } from '#domain/selection/select.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import { CandidateRepository } from '#persistence/campaign/candidate.repository.js';
import type { CandidateRow } from '#persistence/campaign/candidate.repository.js';
import { Campaigns } from '../campaigns/campaigns.js';

/** Executed ÷ amount, exactly; null where either is missing or nothing was budgeted. */
const rateOf = ({ executed, amount }: CandidateRow): string | null =>
  executed === null || amount === null || compare(amount, '0') === 0 ? null : exactText(exact(executed).div(exact(amount)));

/** What the product does not know of a project (livelihood, importance, public concern, audits) is left out, and so counts as missing. */
const candidateOf = (it: CandidateRow): SelectionCandidate => ({
  id: it.code,
  name: it.name,
  department: it.department,
  ...(it.sector === null ? {} : { sector: it.sector }),
  class: it.class,
  figures: {
    amount: it.amount,
    new: it.new,
    executionRate: rateOf(it),
    selfScore: it.selfScore,
    redWarnings: it.redWarnings,
    pastScore: it.pastScore,
    pastGrade: it.pastGrade,
  },
  lastEvaluated: it.lastEvaluated,
  origin: { document: `project/${it.code}` },
});

/** 重点评价选题建议: the policy's rule asked of the year's projects. A proposal only: assigning is the bureau's decision. */
@Injectable()
export class Proposals {
  constructor(
    private readonly source: DataSource,
    private readonly campaigns: Campaigns,
    private readonly years: CampaignRepository,
    private readonly candidates: CandidateRepository,
  ) {}

  async of(viewer: Viewer, id: string) {
    await this.campaigns.get(viewer, id, 'evaluations.write');
    const campaign = await this.years.campaign(this.source.manager, id);
    const rule = campaign.policy.keyEvaluation?.selection;
    if (!rule) throw new Problem('SELECTION_NOT_PLANNED');
    const candidates = (await this.candidates.ofYear(this.source.manager, campaign)).map(candidateOf);
    const { chosen, leftOut, quotas, ...rest } = select(candidates, rule, campaign.fiscalYear);
    return {
      rule: rule.version,
      fiscalYear: campaign.fiscalYear,
      chosen: [...chosen],
      leftOut: [...leftOut],
      quotas: [...quotas],
      ...rest,
    };
  }
}
