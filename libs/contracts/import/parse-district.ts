import { districtImportSchema } from './district.schema.js';
import type { DistrictImport } from './district.schema.js';
import { MAX_PROBLEMS, shapeProblem } from './import-problem.js';
import type { ImportProblem } from './import-problem.js';

const doubles = (list: string, codes: readonly string[]): ImportProblem[] => {
  const seen = new Set<string>();
  return codes.flatMap((code, i): ImportProblem[] => {
    if (!seen.has(code)) {
      seen.add(code);
      return [];
    }
    return [{ code: 'TWICE', path: `${list}.${String(i)}.code`, zh: `代码“${code}”重复`, en: `the code "${code}" occurs twice` }];
  });
};

const dangling = (
  list: string,
  field: string,
  used: readonly (string | null | undefined)[],
  known: readonly { code: string }[],
): ImportProblem[] => {
  const codes = new Set(known.map((it) => it.code));
  return used.flatMap((code, i): ImportProblem[] => {
    if (code === null || code === undefined || codes.has(code)) return [];
    return [{ code: 'UNKNOWN', path: `${list}.${String(i)}.${field}`, zh: `代码“${code}”不存在`, en: `there is no "${code}"` }];
  });
};

const references = (it: DistrictImport): ImportProblem[] => [
  ...(['sectorOffices', 'departments', 'units', 'agencies', 'projects', 'findings'] as const).flatMap((list) =>
    doubles(
      list,
      it[list].map((row) => row.code),
    ),
  ),
  ...dangling(
    'departments',
    'sectorOffice',
    it.departments.map((row) => row.sectorOffice),
    it.sectorOffices,
  ),
  ...dangling(
    'departments',
    'published.agency',
    it.departments.map((row) => row.published?.agency),
    it.agencies,
  ),
  ...dangling(
    'units',
    'department',
    it.units.map((row) => row.department),
    it.departments,
  ),
  ...dangling(
    'projects',
    'unit',
    it.projects.map((row) => row.unit),
    it.units,
  ),
  ...dangling(
    'projects',
    'published.agency',
    it.projects.map((row) => row.published?.agency),
    it.agencies,
  ),
  ...dangling(
    'findings',
    'project',
    it.findings.map((row) => row.project),
    it.projects,
  ),
];

/** Checks a district to be imported: the whole of it, or a list of everything wrong. Never throws, never half a district. */
export const parseDistrictImport = (value: unknown): DistrictImport | ImportProblem[] => {
  const parsed = districtImportSchema.safeParse(value);
  const problems = parsed.success ? references(parsed.data) : parsed.error.issues.map((it) => shapeProblem('', it));
  return problems.length > 0 ? problems.slice(0, MAX_PROBLEMS) : (parsed.data as DistrictImport);
};

export const isImportRefused = (result: DistrictImport | ImportProblem[]): result is ImportProblem[] => Array.isArray(result);
