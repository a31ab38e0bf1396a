import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { campaignWorkflowId, stageWorkflowId } from '#contracts/campaign/campaign.contract.js';
import type { MonitoringContent } from '#domain/monitoring/content.js';
import { crossed } from '#domain/monitoring/crossing.js';
import { note } from '#persistence/audit/note.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import type { CampaignRow, StageRow } from '#persistence/campaign/campaign.repository.js';
import { ExecutionRepository, countsOf } from '#persistence/campaign/execution.repository.js';
import type { FedFigure, FedOutcome } from '#persistence/campaign/execution.repository.js';
import { LightRepository } from '#persistence/campaign/light.repository.js';
import { DocumentRepository } from '#persistence/obligation/document.repository.js';
import { Clock } from '#platform/clock.js';
import { ObligationStarter } from '../obligation/obligation-starter.js';
import { Examination, lightOf } from './examination.js';
import type { Grounded } from './examination.js';
import { WarningDesk } from './warning-desk.js';

export interface Feed {
  readonly campaign: string;
  /** Where the figures come from, for instance 国库集中支付系统 2023-07-14 日报. */
  readonly origin: string;
  /** Null: nobody of the register; a command on the machine. */
  readonly actor: string | null;
  /** Of projects of the campaign's year; each project and day once. */
  readonly figures: readonly FedFigure[];
}

export interface Fed {
  /** Of each figure, in their order. */
  readonly outcomes: readonly FedOutcome[];
  readonly warnings: number;
}

/**
 * Execution figures of a day (预算执行数): kept with their origin, shown as the project's, and held against the warning rules beside the last
 * report. A rule that did not warn before and does now raises a warning; a repeat of the same figures changes nothing.
 */
@Injectable()
export class ExecutionFeed {
  constructor(
    private readonly source: DataSource,
    private readonly campaigns: CampaignRepository,
    private readonly execution: ExecutionRepository,
    private readonly documents: DocumentRepository,
    private readonly examination: Examination,
    private readonly desk: WarningDesk,
    private readonly lights: LightRepository,
    private readonly starter: ObligationStarter,
    private readonly clock: Clock,
  ) {}

  async feed(feed: Feed): Promise<Fed> {
    const { opened, ...fed } = await this.source.transaction((manager) => this.write(manager, feed));
    await this.starter.start(opened);
    return fed;
  }

  private async write(manager: EntityManager, feed: Feed): Promise<Fed & { readonly opened: readonly string[] }> {
    await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`execution/${feed.campaign}`]);
    const campaign = await this.campaigns.campaign(manager, feed.campaign);
    const at = this.clock.now();
    const outcomes = await this.execution.feed(manager, feed.figures, { origin: feed.origin, at, by: feed.actor });
    const changed = [...new Set(feed.figures.filter((_, i) => outcomes[i] !== 'unchanged').map(({ project }) => project))];
    if (changed.length === 0) return { outcomes, warnings: 0, opened: [] };
    await this.execution.show(manager, changed);
    const judged = await this.judge(manager, campaign, changed, at);
    await this.remember(manager, campaign, feed, { at, outcomes, warnings: judged.warnings });
    return { outcomes, ...judged };
  }

  private async judge(manager: EntityManager, campaign: CampaignRow, projects: readonly string[], at: number) {
    const before = await this.lights.byProject(manager, campaign.id, projects);
    const evidence = (await this.evidence(manager, campaign.id, projects)).filter(
      ({ project, asOf }) => asOf >= (before.get(project)?.asOf ?? asOf),
    );
    const examined = await this.examination.examine(manager, campaign, evidence);
    const raised = examined.flatMap(({ row: project, evidence: { ground }, result }) =>
      crossed(result, before.get(project.id)?.raised ?? []).map((warning) => ({ project, ground, warning })),
    );
    await this.lights.put(manager, campaign.id, at, examined.map(lightOf));
    const stage = await this.campaigns.stageNamed(manager, campaign, 'monitoring');
    if (!stage || raised.length === 0) return { warnings: 0, opened: [] };
    return { warnings: raised.length, opened: await this.desk.raise(manager, stage, raised, at, { parent: parentOf(stage) }) };
  }

  /** The newest figure of each project, beside what its unit reported last. */
  private async evidence(manager: EntityManager, campaign: string, projects: readonly string[]): Promise<readonly Grounded[]> {
    const reports = await this.documents.approvedByProject<MonitoringContent>(manager, campaign, 'monitoring-report', projects);
    const newest = await this.execution.newest(manager, projects);
    return [...newest.values()].map(({ id, project, day, executed }) => ({
      project,
      content: reports.get(project)?.content ?? null,
      executed,
      asOf: day,
      ground: { report: null, figure: id },
      reportedAt: day,
    }));
  }

  private async remember(
    manager: EntityManager,
    campaign: CampaignRow,
    { origin, actor }: Feed,
    { at, outcomes, warnings }: Fed & { readonly at: number },
  ): Promise<void> {
    await note(manager, {
      stream: `campaign/${campaign.id}`,
      districtId: campaign.district,
      at: new Date(at),
      actorId: actor,
      onBehalfOf: null,
      type: 'execution-fed',
      detail: { origin, ...countsOf(outcomes), warnings },
    });
  }
}

/** While a round of monitoring is open it waits for the answers; at other times they are the year's, which hears of them. */
const parentOf = ({ status, key, campaign }: StageRow): string =>
  status === 'open' ? stageWorkflowId(campaign.id, key) : campaignWorkflowId(campaign.id);
