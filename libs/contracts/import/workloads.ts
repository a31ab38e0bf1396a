import type { Seat, StageName } from '#domain/stage/stage.js';
import type { Workload } from '#domain/policy/workload.js';
import type { DistrictImport } from './district.schema.js';

/** Stages in which every project is a document; in target filing every unit files one for itself as a whole beside them. */
const BY_PROJECT: readonly StageName[] = ['target-filing', 'monitoring', 'self-evaluation'];

/** How many documents each department, each sector office and the performance office would review in a year with these projects. */
export function workloadsOf({ departments, units, projects, sectorOffices }: DistrictImport, peoplePerDesk = 1): readonly Workload[] {
  const departmentOf = new Map(units.map(({ code, department }) => [code, department]));
  const officeOf = new Map(departments.map(({ code, sectorOffice }) => [code, sectorOffice]));
  return BY_PROJECT.flatMap((stage) => {
    const filed = [...projects.map(({ unit }) => unit), ...(stage === 'target-filing' ? units.map(({ code }) => code) : [])];
    const at = (seat: Seat, who: string, documents: number): Workload => ({ stage, seat, who, documents, people: peoplePerDesk });
    const count = (of: (unit: string) => boolean): number => filed.filter(of).length;
    return [
      ...departments.map(({ code, name }) =>
        at(
          'department',
          name,
          count((unit) => departmentOf.get(unit) === code),
        ),
      ),
      ...sectorOffices.map(({ code, name }) =>
        at(
          'sectorOffice',
          name,
          count((unit) => officeOf.get(departmentOf.get(unit) ?? '') === code),
        ),
      ),
      at('performanceOffice', '绩效科', filed.length),
    ];
  });
}
