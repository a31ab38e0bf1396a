import type { DataSource } from 'typeorm';
import { DOCUMENTS } from '#persistence/access/columns.js';
import { Parameters, visible } from '#persistence/access/visible.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { DONE, IN_REVIEW, OWED, TO_FILE } from './counted.js';
import { readRows } from './rows.js';

/** One debtor's documents of one stage; cancelled ones left out. */
export interface CellCounts {
  readonly stage: string;
  readonly unit: string | null;
  readonly agency: string | null;
  readonly documents: number;
  readonly open: number;
  readonly returned: number;
  readonly late: number;
  readonly filed: number;
  readonly done: number;
  readonly dueAt: string | null;
}

export interface Debtor {
  readonly unit: string | null;
  readonly unitCode: string | null;
  readonly unitName: string | null;
  readonly department: string | null;
  readonly departmentName: string | null;
  readonly agency: string | null;
  readonly agencyName: string | null;
}

/** Counts by stage and debtor as of an instant of business time, within what the viewer sees. */
export const readCells = (source: DataSource, viewer: Viewer, campaign: string, now: Date): Promise<CellCounts[]> => {
  const parameters = new Parameters();
  const [is, at] = [parameters.add(campaign), `${parameters.add(now)}::timestamptz`];
  return readRows<CellCounts>(
    source,
    `select d.stage_id as stage, d.unit_id as unit, case when d.unit_id is null then d.agency_id end as agency, count(*)::int as documents,
       count(*) filter (where d.status = 'open' and d.due_at >= ${at})::int as open,
       count(*) filter (where d.status = 'returned' and d.due_at >= ${at})::int as returned,
       count(*) filter (where ${TO_FILE} and d.due_at < ${at})::int as late,
       count(*) filter (where ${IN_REVIEW})::int as filed,
       count(*) filter (where ${DONE})::int as done,
       min(d.due_at) filter (where ${TO_FILE}) as "dueAt"
     from document d
     where d.campaign_id = ${is}::uuid and ${OWED} and ${visible(viewer, 'board.read', DOCUMENTS('d'), parameters)}
     group by 1, 2, 3`,
    parameters.values,
  );
};

const PLACES = { district: 'u.district_id', unit: 'u.id', department: 'u.department_id', sectorOffice: 'u.sector_office_id' };

/** Units of the campaign's district that the viewer sees, department by department, and those named besides. */
export const readDebtors = (source: DataSource, viewer: Viewer, campaign: string, cells: readonly CellCounts[]): Promise<Debtor[]> => {
  const parameters = new Parameters();
  const is = parameters.add(campaign);
  const agencies = parameters.add([...new Set(cells.flatMap(({ agency }) => agency ?? []))]);
  const units = parameters.add([...new Set(cells.flatMap(({ unit }) => unit ?? []))]);
  const seen = visible(viewer, 'board.read', PLACES, parameters);
  return readRows<Debtor>(
    source,
    `select unit, "unitCode", "unitName", department, "departmentName", agency, "agencyName" from (
       select u.id as unit, u.code as "unitCode", u.name as "unitName", u.department_id as department, top.name as "departmentName",
         null::uuid as agency, null as "agencyName", top.code as top, u.code as own
       from campaign c join budget_unit u on u.district_id = c.district_id join budget_unit top on top.id = u.department_id
       where c.id = ${is}::uuid and ${seen} and (u.dissolved_on is null or u.id = any (${units}::uuid[]))
       union all select null, null, null, null, null, a.id, a.name, null, a.name from agency a where a.id = any (${agencies}::uuid[])) it
     order by top nulls last, own`,
    parameters.values,
  );
};
