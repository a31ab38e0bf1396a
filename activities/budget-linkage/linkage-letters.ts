import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { letterSums, linkageLetterText } from '#domain/budget-linkage/letter.js';
import { dayOf } from '#domain/calendar/calendar.js';
import { documentNumber } from '#domain/target-filing/approval-reply.js';
import { note } from '#persistence/audit/note.js';
import type { CampaignRow } from '#persistence/campaign/campaign.repository.js';
import { nextLetterSerial } from '#persistence/campaign/letter-serial.js';
import { LinkageDocumentRepository } from '#persistence/campaign/linkage-document.repository.js';
import type { LinkageDocumentDraft } from '#persistence/campaign/linkage-document.repository.js';
import { loadSeats } from '#persistence/campaign/seats.js';
import { letterMessages } from '#persistence/notification/letter-messages.js';
import { OutboxRepository } from '#persistence/notification/outbox.repository.js';
import { Clock } from '#platform/clock.js';

/** 结果应用通知: one numbered letter a department tells the decisions that hold, with their sums; written once, its text kept with its hash. */
@Injectable()
export class LinkageLetters {
  constructor(
    private readonly documents: LinkageDocumentRepository,
    private readonly outbox: OutboxRepository,
    private readonly clock: Clock,
  ) {}

  /** Within the transaction that carries the decisions. Issues nothing where the policy has no number for it; asked again, nothing twice. */
  async issue(manager: EntityManager, campaign: CampaignRow, now: number): Promise<void> {
    const rule = campaign.policy.budgetLinkage?.document;
    if (!rule) return;
    const issuedOn = dayOf(campaign.calendar, now);
    const year = Number(issuedOn.slice(0, 4));
    const first = await nextLetterSerial(manager, campaign.district, year);
    const untold = await this.documents.untold(manager, campaign.id);
    const drafts = untold.map(({ department, name, decided }, i): LinkageDocumentDraft => {
      const [serial, number] = [first + i, documentNumber(rule.number, year, first + i)];
      const said = { number, issuer: rule.issuer, issuedOn };
      const text = linkageLetterText({ ...said, department: name, fiscalYear: campaign.fiscalYear, decided });
      const place = { id: uuid(), district: campaign.district, campaign: campaign.id, department, year, serial };
      const hash = createHash('sha256').update(text).digest('hex');
      return { ...place, ...said, issuedAt: new Date(this.clock.toBusiness(now)), sums: letterSums(decided), text, hash };
    });
    await this.documents.insert(manager, drafts);
    await this.tell(manager, campaign, drafts);
  }

  private async tell(
    manager: EntityManager,
    { district, fiscalYear }: CampaignRow,
    drafts: readonly LinkageDocumentDraft[],
  ): Promise<void> {
    const seats = await loadSeats(manager, district);
    const letters = drafts.map(({ id, department, number, issuedAt: at }) => {
      const { debtor: to } = seats.of('department', { unit: department, department, sectorOffice: null, agency: null });
      const title = `${number} ${String(fiscalYear)}年度绩效结果应用`;
      return { id, type: 'linkage-document' as const, title, department, at, to };
    });
    await this.outbox.put(manager, letterMessages(letters));
    for (const { id, campaign, number, sums, hash, issuedAt: at } of drafts) {
      const detail = { campaign, number, hash, ...sums };
      const entry = { stream: `linkage-document/${id}`, districtId: district, at, actorId: null, onBehalfOf: null };
      await note(manager, { ...entry, type: 'issueLinkageDocument', detail });
    }
  }
}
