import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { linkageWorkflowId, stageWorkflowId } from '#contracts/campaign/campaign.contract.js';
import type { LinkageDecisionContent } from '#domain/budget-linkage/content.js';
import { LinkageRepository } from '#persistence/campaign/linkage.repository.js';
import { DocumentRepository } from '#persistence/obligation/document.repository.js';
import type { Acceptance } from '../obligation/effects.js';
import type { Opening, PartWorkflow, StageRoom } from '../stage/room.js';

/** 结果应用: one workflow proposes, hears the departments, has the bureau decide and carries the decisions into the next year. */
@Injectable()
export class BudgetLinkageRoom implements StageRoom {
  readonly name = 'budget-linkage';
  readonly effects = { 'linkage-decision': this.decide.bind(this) };

  constructor(
    private readonly linkage: LinkageRepository,
    private readonly documents: DocumentRepository,
  ) {}

  async open(): Promise<number> {
    return 1;
  }

  async partWorkflows({ stage }: Omit<Opening, 'now'>): Promise<readonly PartWorkflow[]> {
    const { id: campaign } = stage.campaign;
    const input = { campaign, stage: stage.id, parent: stageWorkflowId(campaign, stage.key) };
    return [{ type: 'budgetLinkage', id: linkageWorkflowId(campaign), input }];
  }

  async openPartWorkflows({ manager, stage }: Omit<Opening, 'now'>): Promise<number> {
    return (await this.linkage.uncarried(manager, stage.campaign.id)) > 0 ? 1 : 0;
  }

  private async decide(manager: EntityManager, { documents, at }: Acceptance): Promise<void> {
    const actors = await this.linkage.actors(manager, documents);
    for (const { id, subject, content } of await this.documents.filed<LinkageDecisionContent>(manager, documents)) {
      if (subject && content) await this.linkage.decide(manager, { proposal: subject, ...content, ...actors.get(id)!, at });
    }
  }
}
