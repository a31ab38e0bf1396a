import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { Deadline } from '#domain/obligation/state.js';
import type { StageRow } from '#persistence/campaign/campaign.repository.js';
import { undone } from '#persistence/undone.js';
import { STAGE_ROOMS } from '../stage/room.js';
import type { StageRoom } from '../stage/room.js';

/** An obligation as it would be opened. */
export interface Foreseen {
  readonly kind: string;
  readonly title: string;
  readonly unit: string | null;
  readonly unitName: string | null;
  readonly unitCode: string;
  readonly department: string | null;
  readonly departmentName: string | null;
  readonly agencyName: string | null;
  readonly documents: number;
  readonly dueOn: string;
  readonly dueAt: Date;
  readonly deadline: Deadline;
  /** Who owes it, by name. */
  readonly people: readonly string[];
}

/** A message that the opening would put into the outbox. */
export interface ForeseenMessage {
  readonly id: string;
  readonly kind: string;
  readonly at: Date;
  readonly person: string;
  readonly name: string;
  readonly address: string;
  readonly language: 'zh' | 'en';
  readonly title: string | null;
  readonly dueOn: string | null;
  readonly documents: number;
}

export interface ForeseenOpening {
  /** What the room counts as parts: obligations, or evaluations and notices that are workflows of their own. */
  readonly parts: number;
  readonly obligations: readonly Foreseen[];
  readonly messages: readonly ForeseenMessage[];
}

/**
 * What the opening of a stage would open for whom, and whom it would tell: the stage's room opens it in a transaction that is rolled back,
 * so that there is no second rule. Nothing is stored, nothing is sent, no workflow starts.
 */
@Injectable()
export class OpeningPreview {
  constructor(
    private readonly source: DataSource,
    @Inject(STAGE_ROOMS) private readonly rooms: readonly StageRoom[],
  ) {}

  /** `now`: the engine's instant at which the stage would open, ms. */
  async of(stage: StageRow, now: number): Promise<ForeseenOpening> {
    return undone(this.source, async (manager) => {
      const room = this.rooms.find(({ name }) => name === stage.name)!;
      const parts = await room.open({ manager, stage, now });
      return { parts, obligations: await this.obligations(manager, stage.id), messages: await this.messages(manager, stage.id) };
    });
  }

  private obligations(manager: EntityManager, stage: string): Promise<Foreseen[]> {
    return manager.query(
      `select o.kind, o.title, o.unit_id as unit, u.name as "unitName", coalesce(u.code, '') as "unitCode", o.department_id as department,
         top.name as "departmentName", a.name as "agencyName", o.due_on::text as "dueOn", o.due_at as "dueAt", o.state -> 'deadline' as deadline,
         (select count(*)::int from document d where d.obligation_id = o.id) as documents,
         coalesce((select array_agg(distinct p.name order by p.name) from task t join person p on p.id = t.person_id where t.obligation_id = o.id), '{}')
           as people
       from obligation o left join budget_unit u on u.id = o.unit_id left join budget_unit top on top.id = o.department_id
         left join agency a on a.id = o.agency_id
       where o.stage_id = $1 order by top.code, u.code, o.title, o.kind`,
      [stage],
    );
  }

  private messages(manager: EntityManager, stage: string): Promise<ForeseenMessage[]> {
    return manager.query(
      `select n.id::text as id, n.kind, n.at, p.id as person, p.name, p.email as address, p.language, o.title, o.due_on::text as "dueOn",
         case when jsonb_typeof(n.detail -> 'documents') = 'array' then jsonb_array_length(n.detail -> 'documents') else 0 end as documents
       from outbox n join obligation o on o.id = n.obligation_id join person p on p.id = n.person_id
       where o.stage_id = $1 order by p.name, p.email, n.id`,
      [stage],
    );
  }
}
