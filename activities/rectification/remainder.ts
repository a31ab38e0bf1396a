import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { dayOf } from '#domain/calendar/calendar.js';
import type { RectificationContent } from '#domain/rectification/content.js';
import { dueOnOrToday } from '#domain/rectification/close-out.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import { RectificationRepository } from '#persistence/campaign/rectification.repository.js';
import { loadSeats } from '#persistence/campaign/seats.js';
import type { FiledDocument } from '#persistence/obligation/document.repository.js';
import { ObligationOpener } from '#persistence/obligation/obligation-opener.js';
import { Clock } from '#platform/clock.js';
import type { Acceptance } from '../obligation/effects.js';
import { commonOf } from '../stage/draft.js';

/** An accepted report that leaves something. */
export interface Partial extends FiledDocument<RectificationContent> {
  readonly content: RectificationContent & Required<Pick<RectificationContent, 'remaining'>>;
}

/** 部分完成: what is left of an item is owed anew, by the day that the report stated and the bureau accepted. */
@Injectable()
export class RemainderDesk {
  constructor(
    private readonly campaigns: CampaignRepository,
    private readonly rectification: RectificationRepository,
    private readonly opener: ObligationOpener,
    private readonly clock: Clock,
  ) {}

  async open(manager: EntityManager, { obligation, at }: Acceptance, partials: readonly Partial[]): Promise<void> {
    if (partials.length === 0) return;
    const now = this.clock.toEngine(at);
    const stage = await this.campaigns.stage(manager, obligation.stage_id);
    const { calendar, district } = stage.campaign;
    const seats = await loadSeats(manager, district);
    const { unit_id, department_id, sector_office_id } = obligation;
    const place = { unit: unit_id, department: department_id, sectorOffice: sector_office_id, agency: null };
    const rests = partials.map((it) => ({ ...it, item: uuid() }));
    const parent = await this.rectification.parentOf(manager, obligation.id);
    const drafts = rests.map(({ content: { remaining }, item, title, project, subject }) => ({
      ...commonOf(stage, 'rectification-item', now, { due: dueOnOrToday(remaining.by, dayOf(calendar, now)), silence: 'none' }),
      parent,
      openedBy: obligation.id,
      title: '整改未完成事项',
      place,
      seats: seats.of('unit', place),
      documents: [{ id: item, title: remainderTitle(title), project, subject }],
    }));
    await this.opener.open(manager, drafts, now);
    await this.rectification.assign(
      manager,
      rests.flatMap(({ subject, item }) => (subject === null ? [] : [{ finding: subject, item }])),
    );
  }
}

const REST = '（续）';
const remainderTitle = (title: string): string => (title.endsWith(REST) ? title : `${title}${REST}`);
