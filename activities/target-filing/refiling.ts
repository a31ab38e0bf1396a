import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { campaignWorkflowId } from '#contracts/campaign/campaign.contract.js';
import { DomainError } from '#domain/errors/domain-error.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import { ProjectRepository, placeOf } from '#persistence/campaign/project.repository.js';
import type { ProjectRow } from '#persistence/campaign/project.repository.js';
import { loadSeats } from '#persistence/campaign/seats.js';
import { ObligationOpener } from '#persistence/obligation/obligation-opener.js';
import { Clock } from '#platform/clock.js';
import { ObligationStarter } from '../obligation/obligation-starter.js';
import { commonOf, dueOnOf } from '../stage/draft.js';

export interface RefilingRequest {
  readonly campaign: string;
  readonly project: string;
  readonly amount: string;
  readonly reason: string;
  readonly actor: string;
  readonly requestId: string;
  readonly now: number;
}

/** Working days in which a target is filed again after a budget adjustment, where the plan says nothing else. */
const REFILING_WITHIN = 10;

/** 预算调整: the project's target is filed again; the new amount holds once that filing is approved (财预〔2015〕88号). Part of the year, not of a stage. */
@Injectable()
export class Refiling {
  constructor(
    private readonly source: DataSource,
    private readonly campaigns: CampaignRepository,
    private readonly projects: ProjectRepository,
    private readonly opener: ObligationOpener,
    private readonly starter: ObligationStarter,
    private readonly clock: Clock,
  ) {}

  /** Opens and starts the obligation; asked again with the same request id it answers the same. */
  async open(request: RefilingRequest): Promise<{ obligation: string }> {
    const obligation = await this.source.transaction(async (manager) => {
      const rows: { obligation_id: string }[] = await manager.query(
        `select obligation_id from budget_adjustment where campaign_id = $1 and request_id = $2`,
        [request.campaign, request.requestId],
      );
      return rows[0]?.obligation_id ?? this.write(manager, request);
    });
    await this.starter.start([obligation]);
    return { obligation };
  }

  /** Called when the filing is approved: from now on the adjusted amount holds. */
  async apply(manager: EntityManager, obligation: string, at: number): Promise<void> {
    await manager.query(
      `with applied as (update budget_adjustment set applied_at = $2 where obligation_id = $1 and applied_at is null returning project_id, to_amount)
       update project p set adjusted_budget = a.to_amount, version = version + 1,
         sources = p.sources || jsonb_build_object('adjusted_budget', 'obligation/' || $1::text) from applied a where p.id = a.project_id`,
      [obligation, new Date(at).toISOString()],
    );
  }

  private async write(
    manager: EntityManager,
    { campaign: id, project: projectId, amount, reason, actor, requestId, now }: RefilingRequest,
  ): Promise<string> {
    const campaign = await this.campaigns.campaign(manager, id);
    const stage = await this.campaigns.stageNamed(manager, campaign, 'target-filing');
    const project = (await this.projects.byIds(manager, [projectId])).get(projectId);
    if (!stage || !project) throw new DomainError('NOT_PERMITTED', { project: projectId });
    const place = placeOf(project);
    const seats = await loadSeats(manager, campaign.district);
    const draft = {
      ...commonOf(stage, 'target', now),
      dueOn: dueOnOf(stage, { within: REFILING_WITHIN }, now),
      parent: campaignWorkflowId(id),
      title: `预算调整后重新申报：${project.name}`,
      place,
      seats: seats.of('unit', place),
      documents: [{ title: `绩效目标调整：${project.name}`, project: project.id }],
    };
    const [obligation] = await this.opener.open(manager, [draft], now);
    await this.insertAdjustment(manager, project, [
      id,
      amount,
      reason,
      obligation!,
      actor,
      requestId,
      new Date(this.clock.toBusiness(now)).toISOString(),
    ]);
    return obligation!;
  }

  private async insertAdjustment(manager: EntityManager, project: ProjectRow, values: readonly string[]): Promise<void> {
    await manager.query(
      `insert into budget_adjustment (id, project_id, from_amount, campaign_id, to_amount, reason, obligation_id, asked_by, request_id, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [uuid(), project.id, project.adjustedBudget ?? project.approvedBudget ?? project.initialBudget, ...values],
    );
  }
}
