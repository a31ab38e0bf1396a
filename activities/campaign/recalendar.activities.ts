import { Injectable } from '@nestjs/common';
import { ApplicationFailure, heartbeat } from '@temporalio/activity';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { CalendarActivities, CalendarRequest } from '#contracts/campaign/campaign.contract.js';
import type { Calendar } from '#domain/calendar/calendar.js';
import { movedBy } from '#domain/calendar/moved-by.js';
import { DomainError } from '#domain/errors/domain-error.js';
import type { ObligationState } from '#domain/obligation/state.js';
import { note } from '#persistence/audit/note.js';
import { CalendarRepository } from '#persistence/campaign/calendar.repository.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import { OutboxRepository } from '#persistence/notification/outbox.repository.js';
import { Clock } from '#platform/clock.js';
import { Engine } from '#temporal/engine.js';
import { ObligationStarter, inParallel } from '../obligation/obligation-starter.js';
import { renewed } from './renewed-calendar.js';

/** 日历更新: the State Council's notice came out. The campaign goes by it, and so does everything that is open in it. */
@Injectable()
export class RecalendarActivitiesProvider implements CalendarActivities {
  constructor(
    private readonly source: DataSource,
    private readonly campaigns: CampaignRepository,
    private readonly calendars: CalendarRepository,
    private readonly outbox: OutboxRepository,
    private readonly starter: ObligationStarter,
    private readonly engine: Engine,
    private readonly clock: Clock,
  ) {}

  async changeCalendar(request: CalendarRequest & { readonly actor: string; readonly now: number }): Promise<{ readonly version: string }> {
    try {
      return await this.source.transaction((manager) => this.change(manager, request));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      throw ApplicationFailure.nonRetryable(error.message, error.code, error.details);
    }
  }

  async recalendarObligations({ campaign, reason, requestId }: CalendarRequest): Promise<number> {
    const { calendar } = await this.campaigns.campaign(this.source.manager, campaign);
    // Again for what was opened by the former calendar in the same moment.
    for (let behind = await this.behind(campaign); behind.length > 0; behind = await this.behind(campaign)) {
      await this.starter.start(behind, heartbeat);
      await inParallel(behind, async (obligation) => {
        await this.ask(obligation, { requestId, calendar, reason });
        heartbeat(obligation);
      });
    }
    return this.followed(campaign, requestId);
  }

  /** Stages open one after the other with this: each takes the calendar as it stands before or after. */
  private async change(manager: EntityManager, request: CalendarRequest & { readonly actor: string; readonly now: number }) {
    const { campaign: id, reason, requestId, actor } = request;
    await manager.query('select from stage where campaign_id = $1 order by id for update', [id]);
    const campaign = await this.campaigns.campaign(manager, id);
    if (await this.isChanged(manager, id, requestId)) return { version: campaign.calendar.version };
    const calendar = renewed(campaign.calendar, request.calendar, await this.calendars.edited(manager));
    await manager.query('update campaign set calendar = $2::text::jsonb, version = version + 1 where id = $1', [
      id,
      JSON.stringify(calendar),
    ]);
    const at = new Date(this.clock.toBusiness(request.now));
    const told = await this.tell(manager, request, calendar, at);
    await note(manager, {
      ...{ stream: `campaign/${id}`, districtId: campaign.district, at, actorId: actor, onBehalfOf: null, type: 'calendar-changed' },
      detail: { from: campaign.calendar.version, to: calendar.version, reason, told, requestId },
    });
    return { version: calendar.version };
  }

  private async isChanged(manager: EntityManager, campaign: string, requestId: string): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      `select from audit_entry where stream = $1 and type = 'calendar-changed' and detail ->> 'requestId' = $2`,
      [`campaign/${campaign}`, requestId],
    );
    return rows.length > 0;
  }

  /** In the transaction that changes the calendar: nobody whose instants move is forgotten. Answers how many are told. */
  private async tell(
    manager: EntityManager,
    { campaign, reason, requestId }: CalendarRequest,
    calendar: Calendar,
    at: Date,
  ): Promise<number> {
    const rows: { id: string; state: ObligationState }[] = await manager.query(
      `select id, terms || state as state from obligation where campaign_id = $1 and status = 'open' order by id`,
      [campaign],
    );
    const messages = rows.flatMap(({ id, state }) =>
      movedBy(state, calendar).map((person) => ({
        ...{ key: `${id}:calendar:${requestId}:${person}`, person, obligation: id, kind: 'calendar-changed', at },
        detail: { calendar: calendar.version, reason, documents: [] },
      })),
    );
    await this.outbox.put(manager, messages);
    return new Set(messages.map(({ person }) => person)).size;
  }

  private async behind(campaign: string): Promise<readonly string[]> {
    const rows: { id: string }[] = await this.source.query(
      `select o.id from obligation o join campaign c on c.id = o.campaign_id
       where c.id = $1 and o.status = 'open' and o.terms -> 'calendar' ->> 'version' <> c.calendar ->> 'version' order by o.id`,
      [campaign],
    );
    return rows.map(({ id }) => id);
  }

  private async ask(obligation: string, command: { requestId: string; calendar: Calendar; reason: string }): Promise<void> {
    try {
      await this.engine.act(obligation, { ...command, name: 'recalendar', actor: null });
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'ALREADY_CLOSED') throw error;
    }
  }

  private async followed(campaign: string, requestId: string): Promise<number> {
    const [row]: { count: number }[] = await this.source.query(
      `select count(*)::int as count from obligation o join audit_entry a on a.stream = 'obligation/' || o.id
       where o.campaign_id = $1 and a.type = 'recalendar' and a.detail ->> 'request' = $2`,
      [campaign, requestId],
    );
    return row!.count;
  }
}
