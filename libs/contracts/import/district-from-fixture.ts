import { DomainError } from '#domain/errors/domain-error.js';
import type { DistrictImport } from './district.schema.js';
import { fixtureSchemas } from './fixture.schema.js';
import type { FixtureFiles } from './fixture.schema.js';
import { gangchengDistrict } from './gangcheng.js';
import { huaxiDistrict } from './huaxi.js';
import { MAX_PROBLEMS, shapeProblem } from './import-problem.js';
import type { ImportProblem } from './import-problem.js';
import { jiangbeiDistrict } from './jiangbei.js';
import { parseDistrictImport } from './parse-district.js';

const MAPPERS: Readonly<Record<string, (files: FixtureFiles) => DistrictImport>> = {
  济南市钢城区: gangchengDistrict,
  贵阳市花溪区: huaxiDistrict,
  重庆市江北区: jiangbeiDistrict,
};

/** The four published tables of one report, as parsed JSON. */
export type RawFixture = { readonly [K in keyof FixtureFiles]: unknown };

/** The files of a fixture folder that `districtFromFixture` reads. */
export const FIXTURE_FILES = Object.keys(fixtureSchemas) as readonly (keyof FixtureFiles)[];

/**
 * A published report's tables → a district to import: whole, or every problem with its path (`projects.json.3.funds_wan`). Pure: the caller
 * reads the files. Known are the reports of Gangcheng 2023, Huaxi 2021 and Jiangbei 2021.
 */
export const districtFromFixture = (files: RawFixture): DistrictImport | ImportProblem[] => {
  const problems: ImportProblem[] = [];
  const read: Record<string, unknown> = {};
  for (const name of FIXTURE_FILES) {
    const parsed = fixtureSchemas[name].safeParse(files[name]);
    if (parsed.success) read[name] = parsed.data;
    else problems.push(...parsed.error.issues.map((it) => shapeProblem(`${name}.json`, it)));
  }
  if (problems.length > 0) return problems.slice(0, MAX_PROBLEMS);
  const tables = read as FixtureFiles;
  const mapper = MAPPERS[tables.source.district];
  const unknown = (zh: string, en: string): ImportProblem[] => [{ code: 'UNKNOWN_SOURCE', path: 'source.json', zh, en }];
  if (!mapper || !tables.projects.every((it) => it.score !== null)) {
    return unknown(`没有“${tables.source.district}”这份报告的导入规则`, `there is no mapping for this report of ${tables.source.district}`);
  }
  try {
    return parseDistrictImport(mapper(tables));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return [
      {
        code: 'SHAPE',
        path: 'projects.json',
        zh: `数值有误：${String(error.details['value'])}`,
        en: `${error.code}: ${String(error.details['value'])}`,
      },
    ];
  }
};
