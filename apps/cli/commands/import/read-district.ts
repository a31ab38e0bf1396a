import { readdir, readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { districtFromFixture, FIXTURE_FILES } from '#contracts/import/district-from-fixture.js';
import type { RawFixture } from '#contracts/import/district-from-fixture.js';
import type { DistrictImport } from '#contracts/import/district.schema.js';
import { generateDistrict, JIANGBEI_SIZE } from '#contracts/import/generate-district.js';
import type { ImportProblem } from '#contracts/import/import-problem.js';
import { isImportRefused, parseDistrictImport } from '#contracts/import/parse-district.js';
import { shippedPath } from '#platform/shipped.js';

/** Name of the generated district among the published ones. */
const GENERATED = 'jiangbei-size';

const readJson = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, 'utf8')) as unknown;

const readFixture = async (folder: string): Promise<RawFixture> =>
  Object.fromEntries(
    await Promise.all(FIXTURE_FILES.map(async (name) => [name, await readJson(join(folder, `${name}.json`))])),
  ) as RawFixture;

const refused = (what: string, problems: readonly ImportProblem[]): Error =>
  new Error([`${what} is not imported:`, ...problems.map(({ path, en, zh }) => `  ${path}: ${en}（${zh}）`)].join('\n'));

async function readFixtureByName(name: string): Promise<DistrictImport | ImportProblem[]> {
  if (name === GENERATED) return generateDistrict(JIANGBEI_SIZE);
  const names = await readdir(shippedPath('fixtures'), { withFileTypes: true });
  const known = names.filter((it) => it.isDirectory()).map((it) => it.name);
  const matching = known.filter((it) => it === name || it.replace(/-\d{4}$/, '') === name);
  if (matching.length !== 1) {
    throw new Error(`There is no file and no fixture ${name}. Fixtures: ${[...known, GENERATED].join(', ')}.`);
  }
  return districtFromFixture(await readFixture(join(shippedPath('fixtures'), matching[0]!)));
}

/** A district by the path of a file (YAML or JSON, format jiheng-district@1) or by the name of a fixture, such as `gangcheng-2023`. */
export async function readDistrict(what: string): Promise<DistrictImport> {
  const it = existsSync(what) ? parseDistrictImport(parse(await readFile(what, 'utf8'))) : await readFixtureByName(what);
  if (isImportRefused(it)) throw refused(what, it);
  return it;
}
