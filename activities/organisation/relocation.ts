import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { OrganisationChange } from '#contracts/organisation/organisation.contract.js';
import type { Person } from '#domain/obligation/state.js';
import { loadSeats } from '#persistence/campaign/seats.js';
import { OutboxRepository } from '#persistence/notification/outbox.repository.js';
import { ObligationOpener } from '#persistence/obligation/obligation-opener.js';
import type { Following } from '#persistence/organisation/organisation-change.repository.js';
import { moveObligation, succeed } from '#persistence/organisation/relocate.js';
import { concerned, reseatings } from './following.js';
import type { PlannedChange } from './planned-change.js';
import { takeover } from './takeover.js';

interface Change {
  readonly id: string;
  readonly kind: OrganisationChange['kind'];
  readonly district: string;
  readonly reason: string;
  /** The engine's instant (ms) and the business instant of it. */
  readonly now: number;
  readonly at: Date;
}

/** Brings what is open to its new place, and tells everybody concerned why. */
@Injectable()
export class Relocation {
  constructor(
    private readonly opener: ObligationOpener,
    private readonly outbox: OutboxRepository,
  ) {}

  /** Within the change's own transaction. Answers what the workflows are to be asked afterwards. */
  async write(manager: EntityManager, change: Change, { moves, splits, cancels, admit }: PlannedChange): Promise<Following> {
    const seats = await loadSeats(manager, change.district);
    for (const { work, to } of moves) if (work.shown.unit !== null) await moveObligation(manager, work.id, to);
    const parts = splits.map((split) => takeover({ ...split, district: change.district, seats, now: change.now }));
    const reopened = await this.opener.open(
      manager,
      parts.map(({ draft }) => draft),
      change.now,
    );
    for (const { old, fresh } of parts) await succeed(manager, old, fresh);
    const told = [
      ...moves.map(({ work, to }) => [work.id, concerned(work, to, seats)] as const),
      ...splits.map(({ work, to }, i) => [reopened[i]!, concerned(work, to, seats)] as const),
      ...cancels.map(({ work }) => [work.id, concerned(work, null, seats)] as const),
    ];
    await this.tell(manager, change, told);
    return {
      reseat: moves.flatMap(({ work, to }) => reseatings(work, to, seats)),
      moved: moves.map(({ work }) => work.id),
      reopened,
      cancel: [...splits, ...cancels].map(({ work, documents }) => ({ obligation: work.id, documents: documents.map(({ id }) => id) })),
      ...(admit === undefined ? {} : { admit }),
    };
  }

  private async tell(manager: EntityManager, change: Change, told: readonly (readonly [string, readonly Person[]])[]): Promise<void> {
    const messages = told.flatMap(([obligation, people]) =>
      people.map((person) => ({
        ...{ key: `${change.id}:${obligation}:${person}`, person, obligation, kind: 'organisation-changed', at: change.at },
        detail: { change: change.id, type: change.kind, reason: change.reason, documents: [] },
      })),
    );
    await this.outbox.put(manager, messages);
  }
}
