import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { addWorkingDays, dayOf } from '#domain/calendar/calendar.js';
import type { NoticeContent } from '#domain/feedback/content.js';
import { draftNotice } from '#domain/feedback/notice.js';
import type { FeedbackPolicy } from '#domain/policy/key-evaluation-policy.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import { NoticeRepository } from '#persistence/campaign/notice.repository.js';
import type { EvaluatedRow } from '#persistence/campaign/notice.repository.js';
import { loadSeats } from '#persistence/campaign/seats.js';
import { DocumentRepository } from '#persistence/obligation/document.repository.js';
import { ObligationOpener } from '#persistence/obligation/obligation-opener.js';
import { Clock } from '#platform/clock.js';
import { ObjectionDesk } from '../objection/objection-desk.js';
import type { Acceptance } from '../obligation/effects.js';
import { commonOf } from '../stage/draft.js';
import type { Opening } from '../stage/room.js';
import { noticeNumber } from './notice-number.js';

/** Working days for the receipt where the plan's due day has passed when the notice is signed, and it names no time limit. */
const RECEIPT_WITHIN = 5;

/** A draft is the bureau's own business till it is signed. */
const BUREAU_ONLY = { unit: null, department: null, sectorOffice: null, agency: null };

interface Signed {
  readonly evaluated: EvaluatedRow;
  readonly document: string;
  readonly content: NoticeContent;
  readonly notice: string;
  readonly number: string;
}

/** 签发: each notice is drafted from the accepted evaluation, signed off along the policy's chain, then numbered and delivered. */
@Injectable()
export class SignOff {
  constructor(
    private readonly notices: NoticeRepository,
    private readonly campaigns: CampaignRepository,
    private readonly documents: DocumentRepository,
    private readonly opener: ObligationOpener,
    private readonly objections: ObjectionDesk,
    private readonly clock: Clock,
  ) {}

  /** One draft an evaluation, an obligation of the bureau each; nobody signs what they drafted. */
  async open({ manager, stage, now }: Opening, { signOff, within, ladder, rectifyWithin }: FeedbackPolicy): Promise<number> {
    const { campaign } = stage;
    const seats = await loadSeats(manager, campaign.district);
    const common = commonOf(stage, 'feedback-notice', now, { due: undefined, within, chain: signOff, ladder, silence: 'none' });
    const rectifyBy = rectifyWithin === undefined ? undefined : addWorkingDays(campaign.calendar, common.dueOn, rectifyWithin);
    const drafts = (await this.notices.withoutNotice(manager, campaign.id)).map(({ evaluation, project, name, place, problems }) => {
      const [document, title] = [uuid(), `反馈通知书：${name}`];
      const documents = [{ id: document, title, project, subject: evaluation }];
      const draft = { ...common, title, place: BUREAU_ONLY, seats: seats.of('bureau', place), documents };
      return { document, content: draftNotice(problems, rectifyBy), draft };
    });
    const opened = await this.opener.open(
      manager,
      drafts.map(({ draft }) => draft),
      now,
    );
    await this.notices.prefill(
      manager,
      drafts.map(({ document, content }) => ({ document, content })),
      this.clock.toBusiness(now),
    );
    return opened.length;
  }

  /** Signed: numbered, written, and delivered by opening the unit's receipt, which tells the unit. */
  async deliver(manager: EntityManager, { obligation, documents, at }: Acceptance): Promise<void> {
    const stage = await this.campaigns.stage(manager, obligation.stage_id, true);
    const { campaign, plan } = stage;
    const signed = await this.signedOf(manager, campaign, documents);
    const signedBy = await this.notices.signer(manager, obligation.id);
    for (const { evaluated, content } of signed) await this.notices.putItems(manager, campaign.id, evaluated.evaluation, content.items);
    const rows = signed.map(({ evaluated, document, content, notice, number }) => {
      const { evaluation, score, grade, place } = evaluated;
      const { rectifyBy, ...said } = content;
      return { notice, number, evaluation, unit: place.unit, document, content: { score, grade, ...said }, rectifyBy, signedBy };
    });
    await this.notices.issue(manager, campaign.id, rows, at);
    const now = this.clock.toEngine(at);
    const late = plan.due !== undefined && plan.due <= dayOf(campaign.calendar, now);
    const common = commonOf(stage, 'feedback-receipt', now, late ? { due: undefined, within: plan.within ?? RECEIPT_WITHIN } : {});
    const seats = await loadSeats(manager, campaign.district);
    const receipts = signed.map(({ evaluated: { project, name, place }, notice, number }) => {
      const receipt = { id: uuid(), title: `${number} ${name}`, project, subject: notice };
      const what = { documents: [receipt], openedBy: obligation.id };
      const draft = { ...common, ...what, title: `结果反馈：${name}`, place, seats: seats.of('unit', place) };
      return { draft, found: { document: receipt.id, title: receipt.title, project, place } };
    });
    await this.opener.open(
      manager,
      receipts.map(({ draft }) => draft),
      now,
    );
    const found = receipts.map((it) => it.found);
    await this.objections.open(manager, { stage, now, openedBy: obligation.id }, found);
  }

  private async signedOf(
    manager: EntityManager,
    { id, fiscalYear }: { readonly id: string; readonly fiscalYear: number },
    documents: readonly string[],
  ): Promise<readonly Signed[]> {
    const filed = await this.documents.filed<NoticeContent>(manager, documents);
    const evaluated = await this.notices.evaluated(
      manager,
      filed.flatMap(({ subject }) => subject ?? []),
    );
    const before = await this.notices.count(manager, id);
    return filed.flatMap(({ id: document, subject, content }, i) => {
      const row = evaluated.get(subject ?? '');
      return row && content
        ? [{ evaluated: row, document, content, notice: uuid(), number: noticeNumber(fiscalYear, before + i + 1) }]
        : [];
    });
  }
}
