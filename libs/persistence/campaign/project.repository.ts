import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { groupBy } from '#domain/group-by.js';
import type { Place } from '#persistence/obligation/obligation-opener.js';
import type { CampaignRow } from './campaign.repository.js';

/** A project with the figures that rules ask for; amounts are decimal yuan, null where not known. */
export interface ProjectRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly attribute: 'new' | 'continuing';
  readonly class: 'ordinary' | 'key';
  readonly unit: string;
  readonly department: string;
  readonly sectorOffice: string | null;
  readonly initialBudget: string | null;
  readonly approvedBudget: string | null;
  readonly adjustedBudget: string | null;
  readonly fundsReceived: string | null;
  readonly executedAmount: string | null;
}

export interface UnitRow {
  readonly id: string;
  readonly name: string;
  readonly department: string;
  readonly sectorOffice: string | null;
  readonly classified: boolean;
}

/** One unit with its projects of the year. */
export interface UnitProjects {
  readonly unit: UnitRow;
  readonly projects: readonly ProjectRow[];
}

const PROJECT = `p.id, p.code, p.name, p.attribute, p.class, p.unit_id as unit, p.department_id as department,
  p.sector_office_id as "sectorOffice", p.initial_budget as "initialBudget", p.approved_budget as "approvedBudget",
  p.adjusted_budget as "adjustedBudget", p.funds_received as "fundsReceived", p.executed_amount as "executedAmount"`;

const UNIT = `u.id, u.name, u.department_id as department, u.sector_office_id as "sectorOffice", u.classified`;

export const placeOf = (it: { unit?: string; id: string; department: string; sectorOffice: string | null }): Place => ({
  unit: it.unit ?? it.id,
  department: it.department,
  sectorOffice: it.sectorOffice,
  agency: null,
});

@Injectable()
export class ProjectRepository {
  async byIds(manager: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, ProjectRow>> {
    const rows: ProjectRow[] = await manager.query(`select ${PROJECT} from project p where p.id = any ($1)`, [ids]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  async active(manager: EntityManager, { district, fiscalYear }: CampaignRow): Promise<readonly ProjectRow[]> {
    return manager.query(
      `select ${PROJECT} from project p where p.district_id = $1 and p.fiscal_year = $2 and p.status = 'active' order by p.code`,
      [district, fiscalYear],
    );
  }

  /** The units that have projects in the year, each with them; only `units` when given. */
  async byUnit(manager: EntityManager, campaign: CampaignRow, units?: readonly string[]): Promise<readonly UnitProjects[]> {
    const projects = groupBy(await this.active(manager, campaign), ({ unit }) => unit);
    const wanted = [...projects.keys()].filter((id) => units?.includes(id) ?? true);
    const rows = await this.units(manager, wanted);
    return rows.map((unit) => ({ unit, projects: projects.get(unit.id)! }));
  }

  /** Those of the units that are not dissolved, in the order of their codes. */
  async units(manager: EntityManager, ids: readonly string[]): Promise<readonly UnitRow[]> {
    return manager.query(`select ${UNIT} from budget_unit u where u.id = any ($1) and u.dissolved_on is null order by u.code`, [ids]);
  }
}
