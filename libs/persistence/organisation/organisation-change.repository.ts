import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { OrganisationChange } from '#contracts/organisation/organisation.contract.js';
import type { Person } from '#domain/obligation/state.js';
import type { Seat } from '#domain/stage/stage.js';
import type { Place } from '#persistence/obligation/obligation-opener.js';

export interface ChangedProject {
  readonly id: string;
  readonly name: string;
  readonly fiscalYear: number;
  readonly status: 'active' | 'cancelled';
  readonly yearClosed: boolean;
  readonly place: Place;
}

export interface ChangedUnit {
  readonly id: string;
  readonly name: string;
  readonly department: string;
  readonly sectorOffice: string | null;
  readonly dissolved: boolean;
}

/** What the workflows of open obligations are still to be asked. */
export interface Following {
  readonly reseat: readonly { readonly obligation: string; readonly seat: Seat; readonly people: readonly Person[] }[];
  readonly moved: readonly string[];
  readonly reopened: readonly string[];
  readonly cancel: readonly { readonly obligation: string; readonly documents: readonly string[] }[];
  /** Projects that began, for these campaigns to take up. */
  readonly admit?: { readonly campaigns: readonly string[]; readonly projects: readonly string[] };
}

export interface ChangeRow {
  readonly id: string;
  readonly kind: OrganisationChange['kind'];
  readonly project: string | null;
  readonly unit: string;
  readonly successor: string | null;
  readonly district: string;
  readonly reason: string;
  readonly actor: string;
  readonly requestId: string;
  readonly following: Following;
}

const UNIT = `id, name, department_id as department, sector_office_id as "sectorOffice", dissolved_on is not null as dissolved`;

/** Changes of the organisation: what they look at, and the lines that record them. */
@Injectable()
export class OrganisationChangeRepository {
  /** One change of a district after the other; while it is written no stage of the district opens. */
  async lock(manager: EntityManager, district: string): Promise<void> {
    await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`organisation/${district}`]);
    await manager.query(
      `select from stage s join campaign c on c.id = s.campaign_id where c.district_id = $1 and c.status <> 'closed' order by s.id for share of s`,
      [district],
    );
  }

  async byRequest(manager: EntityManager, requestId: string): Promise<string | undefined> {
    const rows: { id: string }[] = await manager.query('select id from organisation_change where request_id = $1', [requestId]);
    return rows[0]?.id;
  }

  async project(manager: EntityManager, district: string, id: string): Promise<ChangedProject | undefined> {
    const rows: ChangedProject[] = await manager.query(
      `select p.id, p.name, p.fiscal_year as "fiscalYear", p.status, jsonb_build_object('unit', p.unit_id, 'department', p.department_id,
         'sectorOffice', p.sector_office_id, 'agency', null) as place,
         exists (select from campaign c where c.district_id = p.district_id and c.fiscal_year = p.fiscal_year and c.status = 'closed') as "yearClosed"
       from project p where p.id = $1 and p.district_id = $2 for update of p`,
      [id, district],
    );
    return rows[0];
  }

  async yearClosed(manager: EntityManager, district: string, fiscalYear: number): Promise<boolean> {
    const rows: unknown[] = await manager.query(`select from campaign where district_id = $1 and fiscal_year = $2 and status = 'closed'`, [
      district,
      fiscalYear,
    ]);
    return rows.length > 0;
  }

  async unit(manager: EntityManager, district: string, id: string): Promise<ChangedUnit | undefined> {
    const rows: ChangedUnit[] = await manager.query(`select ${UNIT} from budget_unit where id = $1 and district_id = $2 for update`, [
      id,
      district,
    ]);
    return rows[0];
  }

  /** All units below this one, however deep. */
  async below(manager: EntityManager, unit: string): Promise<readonly string[]> {
    const rows: { id: string }[] = await manager.query(
      `with recursive branch as (select id from budget_unit where parent_id = $1
         union select u.id from budget_unit u join branch b on u.parent_id = b.id) select id from branch`,
      [unit],
    );
    return rows.map(({ id }) => id);
  }

  async insert(manager: EntityManager, row: ChangeRow, at: Date): Promise<void> {
    const { id, district, kind, project, unit, successor, reason, actor, requestId, following } = row;
    await manager.query(
      `insert into organisation_change (id, district_id, kind, project_id, unit_id, successor_id, reason, asked_by, request_id, at, following)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::text::jsonb)`,
      [id, district, kind, project, unit, successor, reason, actor, requestId, at, JSON.stringify(following)],
    );
  }

  async get(manager: EntityManager, id: string): Promise<ChangeRow> {
    const rows: ChangeRow[] = await manager.query(
      `select id, district_id as district, kind, project_id as project, unit_id as unit, successor_id as successor, reason, asked_by as actor,
         request_id as "requestId", following from organisation_change where id = $1`,
      [id],
    );
    return rows[0]!;
  }

  async followed(manager: EntityManager, id: string): Promise<void> {
    await manager.query('update organisation_change set followed_at = clock_timestamp() where id = $1 and followed_at is null', [id]);
  }
}
