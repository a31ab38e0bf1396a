import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { NoticeRepository } from '#persistence/campaign/notice.repository.js';
import { loadSeats } from '#persistence/campaign/seats.js';
import { ObligationOpener } from '#persistence/obligation/obligation-opener.js';
import { Clock } from '#platform/clock.js';
import { ObjectionDesk } from '../objection/objection-desk.js';
import type { Acceptance } from '../obligation/effects.js';
import { commonOf } from '../stage/draft.js';
import type { Opening, StageRoom } from '../stage/room.js';
import { noticeNumber } from './notice-number.js';
import { SignOff } from './sign-off.js';

/**
 * 结果反馈: a numbered notice to each evaluated unit, with score, grade, problems and recommendations; the unit acknowledges it. Where the
 * policy has a sign-off, the bureau drafts each notice first, and it is delivered once it is signed.
 */
@Injectable()
export class FeedbackRoom implements StageRoom {
  readonly name = 'feedback';
  readonly effects = { 'feedback-notice': this.signed.bind(this), 'feedback-receipt': this.acknowledge.bind(this) };

  constructor(
    private readonly notices: NoticeRepository,
    private readonly signOff: SignOff,
    private readonly opener: ObligationOpener,
    private readonly objections: ObjectionDesk,
    private readonly clock: Clock,
  ) {}

  async open(opening: Opening): Promise<number> {
    const { feedback } = opening.stage.campaign.policy;
    return feedback ? this.signOff.open(opening, feedback) : this.issueAtOnce(opening);
  }

  private async issueAtOnce({ manager, stage, now }: Opening): Promise<number> {
    const { campaign } = stage;
    const seats = await loadSeats(manager, campaign.district);
    const common = commonOf(stage, 'feedback-receipt', now);
    const evaluated = await this.notices.withoutNotice(manager, campaign.id);
    const drafts = evaluated.map(({ evaluation, project, name, place }, index) => {
      const [notice, number] = [uuid(), noticeNumber(campaign.fiscalYear, index + 1)];
      const receipt = { id: uuid(), title: `${number} ${name}`, project, subject: notice };
      const draft = { ...common, title: `结果反馈：${name}`, place, seats: seats.of('unit', place), documents: [receipt] };
      return { notice, number, evaluation, unit: place.unit, draft, found: { document: receipt.id, title: receipt.title, project, place } };
    });
    await this.notices.issue(
      manager,
      campaign.id,
      drafts.map(({ notice, number, evaluation, unit }) => ({ notice, number, evaluation, unit })),
      this.clock.toBusiness(now),
    );
    const receipts = drafts.map(({ draft }) => draft);
    const opened = await this.opener.open(manager, receipts, now);
    const found = drafts.map((it) => it.found);
    return opened.length + (await this.objections.open(manager, { stage, now }, found));
  }

  private signed(manager: EntityManager, acceptance: Acceptance): Promise<void> {
    return this.signOff.deliver(manager, acceptance);
  }

  private acknowledge(manager: EntityManager, { documents, at }: Acceptance): Promise<void> {
    return this.notices.acknowledge(manager, documents, at);
  }
}
