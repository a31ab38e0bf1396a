import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '#domain/errors/domain-error.js';
import type { ObligationState, Person } from '#domain/obligation/state.js';
import { DEBTOR_OF } from '#domain/stage/document-kind.js';
import type { DocumentKind } from '#domain/stage/document-kind.js';
import { SEATS } from '#domain/stage/stage.js';
import type { Seat } from '#domain/stage/stage.js';
import { loadSeats } from '#persistence/campaign/seats.js';
import type { Seating } from '#persistence/campaign/seats.js';
import type { Place } from '#persistence/obligation/obligation-opener.js';
import { Engine } from '#temporal/engine.js';
import { inParallel } from '../obligation/obligation-starter.js';

interface OpenObligation {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly seats: ObligationState['seats'];
  readonly place: Place;
}

/** What a rater owes by name stays theirs, and those above them are named with it, whatever roles people have. */
const OF_THE_BUREAU: readonly Seat[] = ['performanceOffice', 'supervision'];

interface Change {
  readonly obligation: string;
  readonly seat: Seat;
  readonly people: readonly Person[];
}

/** The seat with the person in or out of it, as the organisation has it now; null where nothing changes. */
const corrected = (person: Person, before: readonly Person[], organised: readonly Person[]): readonly Person[] | null => {
  const [sat, sits] = [before.includes(person), organised.includes(person)];
  if (sat === sits) return null;
  const people = sits ? [...before, person] : before.filter((it) => it !== person);
  return people.length > 0 ? people : organised;
};

/**
 * A person was given a role, lost one or left: the seats of everything open follow, for this person alone, so that handovers and transfers
 * which others have made stay as they are.
 */
@Injectable()
export class Reseating {
  constructor(
    private readonly source: DataSource,
    private readonly engine: Engine,
  ) {}

  /** Asks every open obligation whose seats change. Safe to repeat. Answers how many seats changed. */
  async follow(person: Person, requestId: string): Promise<number> {
    const changes = await this.changes(person);
    await inParallel(changes, async ({ obligation, seat, people }) => {
      try {
        await this.engine.act(obligation, { name: 'reseat', requestId: `${requestId}:${seat}`, actor: null, seat, people });
      } catch (error) {
        if (!(error instanceof DomainError) || error.code !== 'ALREADY_CLOSED') throw error;
      }
    });
    return changes.length;
  }

  private async changes(person: Person): Promise<readonly Change[]> {
    const { manager } = this.source;
    const districts: { id: string }[] = await manager.query(
      `select distinct district_id as id from obligation where status = 'open' and district_id = (select district_id from person where id = $1)`,
      [person],
    );
    const changes: Change[] = [];
    for (const { id } of districts) {
      const seats = await loadSeats(manager, id);
      for (const it of await this.open(id)) changes.push(...this.changesOf(person, it, seats.of(DEBTOR_OF[it.kind], it.place)));
    }
    return changes;
  }

  private changesOf(person: Person, { id, kind, seats }: OpenObligation, organised: Seating): readonly Change[] {
    const followed = DEBTOR_OF[kind] === 'rater' ? OF_THE_BUREAU : SEATS;
    return followed.flatMap((seat) => {
      const people = corrected(person, seats[seat] ?? [], organised[seat]);
      return people === null ? [] : [{ obligation: id, seat, people }];
    });
  }

  private async open(district: string): Promise<readonly OpenObligation[]> {
    return this.source.query(
      `select id, kind, terms -> 'seats' as seats,
         jsonb_build_object('unit', unit_id, 'department', department_id, 'sectorOffice', sector_office_id, 'agency', agency_id) as place
       from obligation where district_id = $1 and status = 'open'`,
      [district],
    );
  }
}
