import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import { DisclosureRepository } from '#persistence/campaign/disclosure.repository.js';
import { ObjectionRepository } from '#persistence/campaign/objection.repository.js';
import { isSustained } from '../objection/settlement.js';
import type { Settled, Settlement } from '../objection/settlement.js';
import type { Acceptance } from '../obligation/effects.js';
import { Republishing } from './republishing.js';

/** 公开异议: where the unit's objection to what was published is sustained, what is on record now becomes the next version; the decision is its reason. */
@Injectable()
export class PublicationObjections implements Settlement {
  readonly settles = 'publication';

  constructor(
    private readonly campaigns: CampaignRepository,
    private readonly disclosure: DisclosureRepository,
    private readonly objections: ObjectionRepository,
    private readonly republishing: Republishing,
  ) {}

  /** A unit that was classified meanwhile is not published any more. */
  async settle(manager: EntityManager, { obligation, at }: Acceptance, settled: readonly Settled[]): Promise<void> {
    const sustained = settled.filter(isSustained);
    if (sustained.length === 0) return;
    const { district } = await this.campaigns.campaign(manager, obligation.campaign_id);
    const secret = await this.disclosure.classified(manager, district);
    const by = await this.objections.lastActor(manager, obligation.id);
    for (const { about, ruling } of sustained) {
      if (secret.has(about.place.unit!)) continue;
      const { reason } = ruling!.content;
      await this.republishing.republish(manager, about.document, { reason, by, at: new Date(at) });
    }
  }
}
