import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { canonicalHash } from '#contracts/canonical-hash.js';
import { Problem } from '#contracts/errors/problem.js';
import type { FieldError } from '#contracts/errors/problem.js';
import { groupBy } from '#domain/group-by.js';
import { documentNumber } from '#domain/target-filing/approval-reply.js';
import { ApprovalReplyRepository } from '#persistence/campaign/approval-reply.repository.js';
import type { ReplyCandidate, ReplyDraft } from '#persistence/campaign/approval-reply.repository.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import type { CampaignRow } from '#persistence/campaign/campaign.repository.js';
import { nextLetterSerial } from '#persistence/campaign/letter-serial.js';
import { loadSeats } from '#persistence/campaign/seats.js';
import { letterMessages } from '#persistence/notification/letter-messages.js';
import type { IssuedLetter } from '#persistence/notification/letter-messages.js';
import { OutboxRepository } from '#persistence/notification/outbox.repository.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { Clock } from '#platform/clock.js';
import { Trail } from '../http/trail.js';
import { todayOf } from '../http/today.js';
import { administers } from '../organisation/administers.js';

type Replied = ReplyCandidate & { readonly department: string; readonly version: number };

const mayBeReplied = (it: ReplyCandidate): it is Replied =>
  it.kind === 'target' && it.status === 'approved' && it.department !== null && it.version !== null && it.replied === null;

const whyNot = (path: string, it: ReplyCandidate | undefined): FieldError | null => {
  if (!it) return { path, code: 'unknown', zh: '本年度工作中没有该材料', en: 'there is no such document in this campaign' };
  if (it.kind !== 'target') return { path, code: 'not-a-target', zh: '不是绩效目标', en: 'this is no performance target' };
  if (it.replied !== null) return { path, code: 'replied', zh: `已由${it.replied}批复`, en: `it was replied to by ${it.replied} already` };
  if (!mayBeReplied(it)) return { path, code: 'not-approved', zh: '尚未审核通过', en: 'it has not been approved' };
  return null;
};

/** Issues approval replies: one letter a department, with the next number of district and year; all that was asked for, or nothing. */
@Injectable()
export class ReplyIssuer {
  constructor(
    private readonly source: DataSource,
    private readonly campaigns: CampaignRepository,
    private readonly replies: ApprovalReplyRepository,
    private readonly outbox: OutboxRepository,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** Asked again under the same key it answers the replies that there are. @throws Problem NO_REPLY_NUMBERS, NOT_ACCEPTED */
  async issue(viewer: Viewer, key: string, campaignId: string, documents: readonly string[]): Promise<readonly string[]> {
    return this.source.transaction(async (manager) => {
      const campaign = await this.campaignOf(manager, viewer, campaignId);
      const rule = campaign.policy.targetFiling?.approvalReply;
      if (!rule) throw new Problem('NO_REPLY_NUMBERS');
      const year = Number(todayOf(this.clock).slice(0, 4));
      const first = await nextLetterSerial(manager, campaign.district, year);
      const there = await this.replies.ofRequest(manager, viewer.person, key);
      if (there.length > 0) return there;
      const groups = [...groupBy(await this.candidates(manager, campaign.id, documents), (it) => it.department)];
      const drafts = groups.map(([department, lines], i) =>
        this.draft(campaign, viewer, key, { department, year, serial: first + i, lines }),
      );
      const letters = drafts.map((it) => ({ ...it, number: documentNumber(rule.number, year, it.serial), issuer: rule.issuer }));
      for (const letter of letters) await this.write(manager, letter);
      await this.tell(manager, campaign, letters);
      return letters.map(({ id }) => id);
    });
  }

  private async campaignOf(manager: EntityManager, viewer: Viewer, id: string): Promise<CampaignRow> {
    const rows: { district: string }[] = await manager.query('select district_id as district from campaign where id = $1', [id]);
    if (!rows[0]) throw new Problem('NOT_FOUND');
    administers(viewer, rows[0].district);
    return this.campaigns.campaign(manager, id);
  }

  private async candidates(manager: EntityManager, campaign: string, documents: readonly string[]): Promise<Replied[]> {
    const rows = await this.replies.candidates(manager, campaign, documents);
    const known = new Map(rows.map((it) => [it.id, it]));
    const errors = documents.flatMap((id, i) => whyNot(`body.documents.${String(i)}`, known.get(id)) ?? []);
    if (errors.length > 0) throw new Problem('NOT_ACCEPTED', {}, errors.slice(0, 100));
    return rows.filter(mayBeReplied);
  }

  private draft(
    { district, id: campaign }: CampaignRow,
    viewer: Viewer,
    request: string,
    { department, year, serial, lines }: { department: string; year: number; serial: number; lines: readonly Replied[] },
  ): Omit<ReplyDraft, 'number' | 'issuer'> {
    return {
      ...{ id: uuid(), district, campaign, department, year, serial, issuedBy: viewer.person, request },
      issuedOn: todayOf(this.clock),
      issuedAt: new Date(this.clock.now()),
      lines: lines.map(({ id, version, content, supersedes }) => ({ document: id, version, hash: canonicalHash(content), supersedes })),
    };
  }

  private async write(manager: EntityManager, draft: ReplyDraft): Promise<void> {
    await this.replies.insert(manager, draft);
    const { id, district, campaign, number, issuedBy: actor, lines } = draft;
    const detail = { campaign, number, documents: lines };
    await this.trail.append(manager, { stream: `approval-reply/${id}`, district, actor, type: 'issueApprovalReply', detail });
  }

  /** The department that a reply is addressed to, and every unit whose targets it approves. */
  private async tell(manager: EntityManager, { district, fiscalYear }: CampaignRow, letters: readonly ReplyDraft[]): Promise<void> {
    const seats = await loadSeats(manager, district);
    const seated = (debtor: 'unit' | 'department', unit: string) =>
      seats.of(debtor, { unit, department: unit, sectorOffice: null, agency: null }).debtor;
    const issued: IssuedLetter[] = [];
    for (const { id, department, number, issuedAt: at, lines } of letters) {
      const documents = lines.map(({ document }) => document);
      const units = await this.replies.unitsOf(manager, documents);
      const to = [...seated('department', department), ...units.flatMap((unit) => seated('unit', unit))];
      issued.push({ id, type: 'approval-reply', title: `${number} ${String(fiscalYear)}年度绩效目标批复`, department, at, to });
    }
    await this.outbox.put(manager, letterMessages(issued));
  }
}
