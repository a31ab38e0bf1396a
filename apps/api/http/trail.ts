import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { TrailType } from '#contracts/trail-type.js';
import { note } from '#persistence/audit/note.js';
import { Clock } from '#platform/clock.js';

/** A change that the API makes itself, for the audit trail. */
export interface Change {
  /** For instance `person/{id}`. */
  readonly stream: string;
  readonly district: string | null;
  readonly actor: string;
  readonly type: TrailType;
  readonly detail: unknown;
}

/** Notes what the API changes by itself (people, places, drafts) in the audit trail, within the change's own transaction. */
@Injectable()
export class Trail {
  constructor(private readonly clock: Clock) {}

  append(manager: EntityManager, { stream, district, actor, type, detail }: Change): Promise<void> {
    const at = new Date(this.clock.now());
    return note(manager, { stream, districtId: district, at, actorId: actor, onBehalfOf: null, type, detail });
  }
}
