import type { DataSource } from 'typeorm';
import type { FieldError } from '#contracts/errors/problem.js';
import type { Day } from '#domain/policy/policy.js';
import type { FedFigure } from '#persistence/campaign/execution.repository.js';
import type { ReadRow, ReadRows, WrongRow } from './fed-rows.js';

/** The budget year that figures are fed to. */
export interface FedYear {
  readonly district: string;
  readonly fiscalYear: number;
}

export interface HeldRows {
  /** Figures that can be fed, in the order of their rows. */
  readonly figures: readonly (FedFigure & { readonly at: string })[];
  readonly wrong: readonly WrongRow[];
}

/** Ids of the projects of the year by their code. */
const projectsOf = async (
  source: DataSource,
  { district, fiscalYear }: FedYear,
  rows: readonly ReadRow[],
): Promise<ReadonlyMap<string, string>> => {
  const found: { id: string; code: string }[] = await source.query(
    `select id, code from project where district_id = $1 and fiscal_year = $2 and status = 'active' and code = any ($3)`,
    [district, fiscalYear, rows.map(({ project }) => project)],
  );
  return new Map(found.map(({ id, code }) => [code, id]));
};

/** Holds rows that read well against the year: projects that it has, days that are in it and have come. The same for every way in. */
export const holdRows = async (source: DataSource, year: FedYear, today: Day, { rows, wrong }: ReadRows): Promise<HeldRows> => {
  const projects = await projectsOf(source, year, rows);
  const faultOf = ({ at, project, day }: ReadRow): FieldError | null => {
    const fault = (field: string, code: string, zh: string, en: string): FieldError => ({ path: `${at}.${field}`, code, zh, en });
    if (!projects.has(project))
      return fault('project', 'UNKNOWN', '本年度没有此编码的项目', 'there is no project of this code in the year');
    if (!day.startsWith(String(year.fiscalYear))) return fault('day', 'OTHER_YEAR', '日期不在预算年度之内', 'not a day of the budget year');
    return day > today ? fault('day', 'FUTURE', '日期尚未到来', 'the day has not come yet') : null;
  };
  const held = rows.map((row) => ({ row, fault: faultOf(row) }));
  return {
    figures: held.flatMap(({ row: { at, project, day, executed }, fault }) =>
      fault ? [] : [{ at, project: projects.get(project)!, day, executed }],
    ),
    wrong: [...wrong, ...held.flatMap(({ row: { at }, fault }) => (fault ? [{ at, errors: [fault] }] : []))],
  };
};
