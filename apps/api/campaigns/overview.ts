import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { assess } from '#domain/overview/assessment.js';
import { exact, exactText } from '#domain/score/exact.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import type { CampaignRow } from '#persistence/campaign/campaign.repository.js';
import { readDepartments, readFigures } from '#persistence/reading/overview.js';
import { Clock } from '#platform/clock.js';
import { Campaigns } from './campaigns.js';
import { measuresOf, yearOf } from './year-figures.js';

type Year = ReturnType<typeof yearOf>;

const late = ({ stages }: Year): number => stages.reduce((sum, it) => sum + it.late, 0);

/** This year's figure less last year's, exactly, where both are there. */
const changeOf = (now: Year, before: Year) => {
  const rate = now.funds.rate === null || before.funds.rate === null ? null : exact(now.funds.rate).sub(exact(before.funds.rate));
  const scores = now.scores.flatMap(({ kind, mean }) => {
    const then = before.scores.find((it) => it.kind === kind);
    return then ? [{ kind, mean: exactText(exact(mean).sub(exact(then.mean))) }] : [];
  });
  return { executionRate: rate === null ? null : exactText(rate), scores, late: late(now) - late(before) };
};

/** 年度总览: what the year amounts to, as far as the viewer sees it. */
@Injectable()
export class Overview {
  constructor(
    private readonly source: DataSource,
    private readonly campaigns: CampaignRepository,
    private readonly visible: Campaigns,
    private readonly clock: Clock,
  ) {}

  async of(viewer: Viewer, id: string) {
    await this.visible.get(viewer, id, 'overview.read');
    const campaign = await this.campaigns.campaign(this.source.manager, id);
    const [last] = await this.lastYear(campaign);
    const [now, before, assessments] = await Promise.all([
      this.year(viewer, campaign),
      last ? this.year(viewer, await this.campaigns.campaign(this.source.manager, last)) : null,
      this.assessments(viewer, campaign),
    ]);
    return { ...now, lastYear: before, change: before && changeOf(now, before), assessments };
  }

  private async year(viewer: Viewer, campaign: CampaignRow) {
    const stages = await this.campaigns.stages(this.source.manager, campaign);
    const { denominator } = campaign.policy.selfEvaluation.executionRate;
    const figures = await readFigures(this.source, this.asked(campaign), { viewer });
    return { campaign: campaign.id, fiscalYear: campaign.fiscalYear, ...yearOf(stages, figures, denominator) };
  }

  /** Of departments that the viewer sees whole, by all of their figures; none where the policy has no formula. */
  private async assessments(viewer: Viewer, campaign: CampaignRow) {
    const { assessment } = campaign.policy;
    if (!assessment) return [];
    const departments = await readDepartments(this.source, viewer, campaign.district);
    if (departments.length === 0) return [];
    const figures = await readFigures(this.source, this.asked(campaign), { departments: departments.map(({ id }) => id) });
    return departments.map(({ id, name }) => ({ department: id, departmentName: name, ...assess(assessment, measuresOf(id, figures)) }));
  }

  private asked({ id, policy }: CampaignRow) {
    return { campaign: id, now: this.clock.now(), budget: policy.selfEvaluation.executionRate.denominator };
  }

  private async lastYear({ district, fiscalYear }: CampaignRow): Promise<string[]> {
    const rows: { id: string }[] = await this.source.query(
      `select id from campaign where district_id = $1 and fiscal_year = $2 and status <> 'draft'`,
      [district, fiscalYear - 1],
    );
    return rows.map(({ id }) => id);
  }
}
