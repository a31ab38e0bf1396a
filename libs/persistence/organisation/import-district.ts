import type { EntityManager } from 'typeorm';
import type { DistrictImport } from '#contracts/import/district.schema.js';
import { note } from '#persistence/audit/note.js';
import { writeAgencies, writeDepartments, writeDistrict, writeOffices, writeUnits } from './import-places.js';
import type { Written } from './import-places.js';
import { writeFindings, writeProjects, writeResults } from './import-projects.js';

export interface ImportOptions {
  /** The budget year under which the projects are written; default: the import's own. A demonstration moves a published year to the present. */
  readonly fiscalYear?: number;
  /** Who imports; null: the system, at first start. */
  readonly actor?: string | null;
}

export interface ImportedDistrict {
  readonly district: string;
  readonly fiscalYear: number;
  readonly counts: Readonly<Record<ImportedList, Written>>;
}

export type ImportedList = 'sectorOffices' | 'departments' | 'units' | 'agencies' | 'projects' | 'results' | 'findings';

/**
 * Writes a district with its organisation, projects, published results and findings within the caller's transaction, set by set, keyed by the
 * district's own codes and names: imported again it changes nothing, imported anew it updates what differs and removes nothing. Counts are the
 * rows created and updated; the district's audit stream holds them.
 *
 * @param now business instant, ms
 */
export async function importDistrict(
  manager: EntityManager,
  it: DistrictImport,
  now: number,
  { fiscalYear = it.fiscalYear, actor = null }: ImportOptions = {},
): Promise<ImportedDistrict> {
  const district = await writeDistrict(manager, it);
  const counts = {
    sectorOffices: await writeOffices(manager, district, it),
    agencies: await writeAgencies(manager, district, it),
    departments: await writeDepartments(manager, district, it),
    units: await writeUnits(manager, district, it),
    projects: await writeProjects(manager, district, fiscalYear, it),
    results: await writeResults(manager, district, fiscalYear, it),
    findings: await writeFindings(manager, district, fiscalYear, it),
  };
  const changed = Object.values(counts).some(({ created, updated }) => created + updated > 0);
  if (changed) {
    const detail = { code: it.district.code, fiscalYear, source: it.source, counts };
    const entry = { districtId: district, at: new Date(now), actorId: actor, onBehalfOf: null, detail };
    await note(manager, { stream: `district/${district}`, ...entry, type: 'importDistrict' });
  }
  return { district, fiscalYear, counts };
}
