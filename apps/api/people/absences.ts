import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { v5 as uuidOf } from 'uuid';
import { Problem } from '#contracts/errors/problem.js';
import type { TrailType } from '#contracts/trail-type.js';
import type { Command } from '#domain/obligation/command.js';
import { DomainError } from '#domain/errors/domain-error.js';
import { hasRole } from '#persistence/access/viewer.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { readList } from '#persistence/reading/list.js';
import type { ListQuery } from '#persistence/reading/list.js';
import { DELEGATION_LIST } from '#persistence/reading/people.js';
import { Clock } from '#platform/clock.js';
import { Engine } from '#temporal/engine.js';
import { inParallel } from '../http/in-parallel.js';
import { todayOf } from '../http/today.js';
import { Trail } from '../http/trail.js';
import { People } from './people.js';

interface DelegationRow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly fromOn: string;
  readonly untilOn: string;
}

const NAMESPACE = '2f1d7a52-4a0b-4f6e-9b37-0d6f1c9c7a11';

/** Delegation during absence (委托) and handover (离职交接): told to every open obligation in which the person has a seat or a task. */
@Injectable()
export class Absences {
  constructor(
    private readonly source: DataSource,
    private readonly engine: Engine,
    private readonly clock: Clock,
    private readonly people: People,
    private readonly trail: Trail,
  ) {}

  /** Everything open that waits, or would come to wait, for `person` waits for `to`. */
  async handOver(viewer: Viewer, person: string, to: string, key: string) {
    await this.people.get(viewer, person);
    await this.mustWork(viewer, person, to);
    const requestId = `${viewer.person}:${key}`;
    const { told, closed } = await this.tell(person, () => ({ name: 'handover', requestId, actor: viewer.person, from: person, to }));
    await this.source.transaction((manager) => this.record(manager, viewer, person, 'handOver', { to, obligations: told }));
    return { obligations: told, closed };
  }

  async list(viewer: Viewer, person: string, query: ListQuery) {
    await this.mustConcern(viewer, person);
    return readList(this.source, DELEGATION_LIST, null, { ...query, from: person });
  }

  async delegate(
    viewer: Viewer,
    person: string,
    { to, fromOn, untilOn }: Omit<DelegationRow, 'id' | 'from'>,
    key: string,
  ): Promise<DelegationRow> {
    await this.mustConcern(viewer, person);
    await this.mustWork(viewer, person, to);
    if (untilOn < fromOn || untilOn < todayOf(this.clock)) throw new Problem('NOT_LATER', { untilOn });
    const requestId = `${viewer.person}:${key}`;
    const id = uuidOf(requestId, NAMESPACE);
    await this.source.transaction(async (manager) => {
      await manager.query(
        'insert into delegation (id, from_person_id, to_person_id, from_on, until_on) values ($1, $2, $3, $4, $5) on conflict (id) do nothing',
        [id, person, to, fromOn, untilOn],
      );
      await this.record(manager, viewer, person, 'delegate', { to, fromOn, untilOn });
    });
    await this.tell(person, () => ({ name: 'delegate', requestId, actor: null, from: person, to, fromOn, untilOn }));
    const page = await readList<DelegationRow>(this.source, DELEGATION_LIST, null, {
      limit: 1,
      sort: 'fromOn',
      from: person,
      delegation: id,
    });
    return page.items[0]!;
  }

  /** Ends a delegation, for what is opened from now on and for what runs already. */
  async end(viewer: Viewer, person: string, delegation: string): Promise<void> {
    await this.mustConcern(viewer, person);
    const ended = await this.source.transaction(async (manager) => {
      const [rows] = await manager.query<[Omit<DelegationRow, 'id' | 'from'>[], number]>(
        `delete from delegation where id = $1 and from_person_id = $2
         returning to_person_id as "to", from_on::text as "fromOn", until_on::text as "untilOn"`,
        [delegation, person],
      );
      if (!rows[0]) throw new Problem('NOT_FOUND');
      await this.record(manager, viewer, person, 'endDelegation', { delegation });
      return rows[0];
    });
    await this.tell(person, () => ({ ...ended, name: 'endDelegation', requestId: `end:${delegation}`, actor: null, from: person }));
  }

  /** One's own affairs, or those of anyone for the system administrator. Another's do not exist. */
  private async mustConcern(viewer: Viewer, person: string): Promise<void> {
    if (viewer.person !== person && !hasRole(viewer, 'system')) throw new Problem('NOT_FOUND');
    await this.people.get(viewer, person);
  }

  /** The other one must exist, be active and belong to the same district or department's people whom the viewer sees. */
  private async mustWork(viewer: Viewer, person: string, to: string): Promise<void> {
    if (person === to) throw new Problem('SAME_PERSON');
    const other = await this.people.get(viewer, to);
    if (!other.active) throw new Problem('UNKNOWN_REFERENCE', { constraint: 'active' });
  }

  private async tell(person: string, command: () => Command): Promise<{ readonly told: number; readonly closed: number }> {
    const rows: { id: string }[] = await this.source.query(
      `select o.id from obligation o where o.status = 'open' and (
         o.id in (select obligation_id from task where person_id = $1::uuid)
         or jsonb_path_exists(o.terms, '$.seats.*[*] ? (@ == $person)', jsonb_build_object('person', $1::text)))
       order by o.id`,
      [person],
    );
    let closed = 0;
    await inParallel(rows, 50, async ({ id }) => {
      try {
        await this.engine.act(id, command());
      } catch (error) {
        if (!(error instanceof DomainError) || error.code !== 'ALREADY_CLOSED') throw error;
        closed += 1;
      }
    });
    return { told: rows.length - closed, closed };
  }

  private async record(manager: EntityManager, viewer: Viewer, person: string, type: TrailType, detail: object): Promise<void> {
    const rows: { district: string | null }[] = await manager.query('select district_id as district from person where id = $1', [person]);
    await this.trail.append(manager, {
      stream: `person/${person}`,
      district: rows[0]?.district ?? null,
      actor: viewer.person,
      type,
      detail,
    });
  }
}
