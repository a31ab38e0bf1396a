import { Injectable } from '@nestjs/common';
import { heartbeat } from '@temporalio/activity';
import { DataSource } from 'typeorm';
import { DomainError } from '#domain/errors/domain-error.js';
import type { Command } from '#domain/obligation/command.js';
import type { Person } from '#domain/obligation/state.js';
import type { Seat } from '#domain/stage/stage.js';
import { Clock } from '#platform/clock.js';
import { Engine } from '#temporal/engine.js';

/** The business day of a business instant (ms), in Asia/Shanghai. */
export const chineseDay = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);

export interface SeatChange {
  readonly seat: Seat;
  readonly people: readonly Person[];
}

/** Asks obligations that may have closed in the meantime; from activities that heartbeat. */
@Injectable()
export class OpenObligations {
  constructor(
    private readonly source: DataSource,
    private readonly engine: Engine,
    private readonly clock: Clock,
  ) {}

  /** One that is closed already is left alone. */
  async ask(obligation: string, command: Command): Promise<void> {
    try {
      await this.engine.act(obligation, command);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'ALREADY_CLOSED') throw error;
    }
    heartbeat(obligation);
  }

  /** Others sit in these seats now; whoever takes one may be absent, and then those who stand in may act here, too. */
  async seat(obligation: string, changes: readonly SeatChange[], requestId: string): Promise<void> {
    for (const { seat, people } of changes) {
      await this.ask(obligation, { name: 'reseat', requestId: `${requestId}:${seat}`, actor: null, seat, people });
    }
    await this.standIn(obligation, [...new Set(changes.flatMap(({ people }) => people))], requestId);
  }

  private async standIn(obligation: string, people: readonly Person[], requestId: string): Promise<void> {
    const absences: { id: string; from: string; to: string; fromOn: string; untilOn: string }[] = await this.source.query(
      `select id, from_person_id as "from", to_person_id as "to", from_on::text as "fromOn", until_on::text as "untilOn"
       from delegation where from_person_id = any ($1) and until_on >= $2::date order by from_on, id`,
      [people, chineseDay(this.clock.now())],
    );
    for (const { id, ...absence } of absences) {
      await this.ask(obligation, { name: 'delegate', requestId: `${requestId}:${id}`, actor: null, ...absence });
    }
  }
}
