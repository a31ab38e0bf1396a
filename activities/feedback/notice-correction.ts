import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ObjectionRepository } from '#persistence/campaign/objection.repository.js';
import { isSustained } from '../objection/settlement.js';
import type { Settled, Settlement } from '../objection/settlement.js';
import type { Acceptance } from '../obligation/effects.js';

/** 反馈更正: an issued notice is corrected where the unit's objection was sustained; what it said stays on record. */
@Injectable()
export class NoticeCorrection implements Settlement {
  readonly settles = 'feedback-receipt';

  constructor(private readonly objections: ObjectionRepository) {}

  async settle(manager: EntityManager, { at }: Acceptance, settled: readonly Settled[]): Promise<void> {
    for (const { about, ruling } of settled.filter(isSustained)) {
      if (about.subject === null) continue;
      const { document, content } = ruling!;
      await this.objections.correctNotice(manager, about.subject, document, content.corrections ?? [], at);
    }
  }
}
