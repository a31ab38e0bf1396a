import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { rectificationWorkflowId } from '#contracts/campaign/campaign.contract.js';
import type { RectificationActivities } from '#contracts/campaign/campaign.contract.js';
import { dayOf } from '#domain/calendar/calendar.js';
import { dueOnOrToday } from '#domain/rectification/close-out.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import { RectificationRepository } from '#persistence/campaign/rectification.repository.js';
import { loadSeats } from '#persistence/campaign/seats.js';
import { ObligationOpener } from '#persistence/obligation/obligation-opener.js';
import type { Place } from '#persistence/obligation/obligation-opener.js';
import { Clock } from '#platform/clock.js';
import { ObligationStarter } from '../obligation/obligation-starter.js';
import { commonOf } from '../stage/draft.js';

interface FindingRow {
  readonly id: string;
  readonly number: number;
  readonly problem: string;
  readonly project: string;
}

interface NoticeRow {
  readonly campaign: string;
  readonly number: string;
  /** The day that the signed notice names; null where it names none. */
  readonly rectifyBy: string | null;
  readonly place: Place;
}

@Injectable()
export class RectificationActivitiesProvider implements RectificationActivities {
  constructor(
    private readonly source: DataSource,
    private readonly campaigns: CampaignRepository,
    private readonly rectification: RectificationRepository,
    private readonly opener: ObligationOpener,
    private readonly starter: ObligationStarter,
    private readonly clock: Clock,
  ) {}

  async openRectification({ notice, now }: { notice: string; now: number }): Promise<readonly string[]> {
    const obligations = await this.source.transaction(async (manager) => {
      const before = await this.opened(manager, notice);
      return before.length > 0 ? before : this.open(manager, notice, now);
    });
    await this.starter.start(obligations);
    return obligations;
  }

  async openRectificationItems({ notice }: { notice: string }): Promise<readonly string[]> {
    return this.rectification.open(this.source.manager, rectificationWorkflowId(notice));
  }

  async closeRectification({ notice, now }: { notice: string; now: number }): Promise<void> {
    const at = new Date(this.clock.toBusiness(now)).toISOString();
    await this.source.query('update feedback_notice set rectified_at = $2 where id = $1 and rectified_at is null', [notice, at]);
  }

  private async opened(manager: EntityManager, notice: string): Promise<readonly string[]> {
    const rows: { id: string }[] = await manager.query(`select id from obligation where parent = $1 and kind = 'rectification-item'`, [
      rectificationWorkflowId(notice),
    ]);
    return rows.map(({ id }) => id);
  }

  private async open(manager: EntityManager, notice: string, now: number): Promise<readonly string[]> {
    const { campaign: id, number, rectifyBy, place } = await this.noticeRow(manager, notice);
    const campaign = await this.campaigns.campaign(manager, id);
    const stage = (await this.campaigns.stageNamed(manager, campaign, 'rectification'))!;
    const findings: FindingRow[] = await manager.query(
      `select f.id, f.number, f.problem, e.project_id as project from finding f join evaluation e on e.id = f.evaluation_id
       where f.notice_id = $1 order by f.number`,
      [notice],
    );
    const items = findings.map((finding) => ({ finding, item: uuid() }));
    const seats = await loadSeats(manager, campaign.district);
    const due = rectifyBy === null ? {} : { due: dueOnOrToday(rectifyBy, dayOf(campaign.calendar, now)) };
    const draft = {
      ...commonOf(stage, 'rectification-item', now, { silence: 'none', ...due }),
      parent: rectificationWorkflowId(notice),
      title: `整改：${number}`,
      place,
      seats: seats.of('unit', place),
      documents: items.map(({ finding, item }) => ({
        id: item,
        title: `整改事项${String(finding.number)}：${finding.problem}`,
        project: finding.project,
        subject: finding.id,
      })),
    };
    const opened = await this.opener.open(manager, [draft], now);
    await this.rectification.assign(
      manager,
      items.map(({ finding, item }) => ({ finding: finding.id, item })),
    );
    return opened;
  }

  private async noticeRow(manager: EntityManager, notice: string): Promise<NoticeRow> {
    type Row = Omit<NoticeRow, 'place'> & { readonly unit: string; readonly department: string; readonly sectorOffice: string | null };
    const rows: Row[] = await manager.query(
      `select n.campaign_id as campaign, n.number, n.rectify_by::text as "rectifyBy", p.unit_id as unit, p.department_id as department, p.sector_office_id as "sectorOffice"
       from feedback_notice n join evaluation e on e.id = n.evaluation_id join project p on p.id = e.project_id where n.id = $1`,
      [notice],
    );
    const { campaign, number, rectifyBy, ...place } = rows[0]!;
    return { campaign, number, rectifyBy, place: { ...place, agency: null } };
  }
}
