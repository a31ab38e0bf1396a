import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { ExAnteContent } from '#domain/ex-ante-evaluation/content.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import { NoticeRepository } from '#persistence/campaign/notice.repository.js';
import { loadSeats } from '#persistence/campaign/seats.js';
import { DocumentRepository } from '#persistence/obligation/document.repository.js';
import { ObligationOpener } from '#persistence/obligation/obligation-opener.js';
import { Clock } from '#platform/clock.js';
import { isSustained } from '../objection/settlement.js';
import type { Settled, Settlement } from '../objection/settlement.js';
import type { Acceptance } from '../obligation/effects.js';
import { commonOf } from '../stage/draft.js';

/** Working days for the new report. */
const WITHIN = 10;

/** 重新评估: a sustained objection to the conclusion opens the report anew, begun with what was filed; its result replaces the former. */
@Injectable()
export class ReEvaluation implements Settlement {
  readonly settles = 'ex-ante-report';

  constructor(
    private readonly campaigns: CampaignRepository,
    private readonly documents: DocumentRepository,
    private readonly notices: NoticeRepository,
    private readonly opener: ObligationOpener,
    private readonly clock: Clock,
  ) {}

  async settle(manager: EntityManager, { obligation, at }: Acceptance, settled: readonly Settled[]): Promise<void> {
    const again = settled.filter(isSustained).map(({ about }) => ({ ...about, fresh: uuid() }));
    if (again.length === 0) return;
    const stage = await this.campaigns.stage(manager, obligation.stage_id);
    const now = this.clock.toEngine(at);
    const seats = await loadSeats(manager, stage.campaign.district);
    const common = commonOf(stage, 'ex-ante-report', now, { due: undefined, within: WITHIN, silence: 'none' });
    const filed = await this.documents.filed<ExAnteContent>(
      manager,
      again.map(({ document }) => document),
    );
    const before = new Map(filed.map((it) => [it.id, it]));
    const drafts = again.map(({ fresh, document, project, place }) => {
      const documents = [{ id: fresh, title: `${before.get(document)!.title}（重新评估）`, project }];
      return { ...common, title: '重新评估', place, seats: seats.of('unit', place), documents, openedBy: obligation.id };
    });
    await this.opener.open(manager, drafts, now);
    const contents = again.flatMap(({ fresh, document }) => {
      const content = before.get(document)?.content;
      return content ? [{ document: fresh, content }] : [];
    });
    await this.notices.prefill(manager, contents, at);
  }
}
