import { readFileSync } from 'node:fs';
import { DataSource } from 'typeorm';
import { districtFromFixture, FIXTURE_FILES } from '#contracts/import/district-from-fixture.js';
import type { RawFixture } from '#contracts/import/district-from-fixture.js';
import type { DistrictImport } from '#contracts/import/district.schema.js';
import { generateDistrict, JIANGBEI_SIZE } from '#contracts/import/generate-district.js';
import { isImportRefused } from '#contracts/import/parse-district.js';
import { createDemonstrationAccounts } from '#persistence/organisation/demonstration-accounts.js';
import { importDistrict } from '#persistence/organisation/import-district.js';
import type { ImportOptions } from '#persistence/organisation/import-district.js';
import { createDatabase } from '../../support/database.js';
import type { TestDatabase } from '../../support/database.js';

const fixture = (folder: string): DistrictImport => {
  const read = (file: string): unknown =>
    JSON.parse(readFileSync(new URL(`../../../fixtures/${folder}/${file}.json`, import.meta.url), 'utf8'));
  const it = districtFromFixture(Object.fromEntries(FIXTURE_FILES.map((file) => [file, read(file)])) as RawFixture);
  if (isImportRefused(it)) throw new Error(JSON.stringify(it));
  return it;
};

let database: TestDatabase;
let source: DataSource;

beforeAll(async () => {
  database = await createDatabase();
  source = await new DataSource({ type: 'postgres', url: database.url, installExtensions: false }).initialize();
});

afterAll(async () => {
  await source.destroy();
  await database.drop();
});

const NOW = Date.parse('2023-10-15T08:00:00+08:00');
const run = (it: DistrictImport, options?: ImportOptions) => source.transaction((manager) => importDistrict(manager, it, NOW, options));
const count = async (table: string, district: string): Promise<number> =>
  (await source.query(`select count(*)::int as n from ${table} where district_id = $1`, [district]))[0].n;

describe('importing a published district', () => {
  it('writes Gangcheng’s 11 projects to the fen, with scores and findings', async () => {
    const { district, fiscalYear, counts } = await run(fixture('gangcheng-2023'));
    expect(counts.projects).toEqual({ created: 11, updated: 0 });
    const [sum] = await source.query(
      'select sum(approved_budget)::text as yuan, min(sources::text) as source from project where district_id = $1',
      [district],
    );
    expect(sum.yuan).toBe('139975300.00');
    expect(sum.source).toContain('approved_budget');
    const results = await source.query(
      'select count(*)::int as n, count(agency_id)::int as agencies from published_result where district_id = $1 and fiscal_year = $2',
      [district, fiscalYear],
    );
    expect(results[0]).toEqual({ n: 11, agencies: 11 });
    expect(await count('published_finding', district)).toBe(counts.findings.created);
  });

  it('changes nothing when it is imported again, and updates what differs', async () => {
    const it = fixture('gangcheng-2023');
    const { district, counts } = await run(it);
    expect(Object.values(counts).every(({ created, updated }) => created === 0 && updated === 0)).toBe(true);
    const renamed = { ...it, units: it.units.map((unit, i) => (i === 0 ? { ...unit, name: '改名单位' } : unit)) };
    expect((await run(renamed)).counts.units).toEqual({ created: 0, updated: 1 });
    const [row] = await source.query('select version from budget_unit where district_id = $1 and code = $2', [district, it.units[0]!.code]);
    expect(row.version).toBe(2);
    const notes = await source.query('select count(*)::int as n from audit_entry where stream = $1', [`district/${district}`]);
    expect(notes[0].n).toBe(2);
  });

  it('takes the year that a demonstration plays in', async () => {
    const { fiscalYear, counts } = await run(fixture('gangcheng-2023'), { fiscalYear: 2026 });
    expect([fiscalYear, counts.projects.created, counts.units.created]).toEqual([2026, 11, 0]);
  });

  it('writes Huaxi’s 67 departments with their scores, and Jiangbei', async () => {
    const { counts } = await run(fixture('huaxi-2021'));
    expect(counts.departments.created).toBe(67);
    expect(counts.results.created).toBeGreaterThan(67);
    expect((await run(fixture('jiangbei-2021'))).counts.projects.created).toBeGreaterThan(0);
  });

  it('writes nothing when anything fails', async () => {
    const it = fixture('gangcheng-2023');
    const broken = {
      ...it,
      district: { ...it.district, code: 'broken' },
      projects: it.projects.map((one) => ({ ...one, class: 'odd' as 'key' })),
    };
    await expect(run(broken)).rejects.toThrow('project_class_ck');
    expect(await source.query(`select 1 from district where code = 'broken'`)).toEqual([]);
  });
});

describe('a district of Jiangbei’s size', () => {
  it('is written with all its accounts in a moment', async () => {
    const it = generateDistrict(JIANGBEI_SIZE);
    const start = performance.now();
    const { district, counts } = await run(it);
    const imported = performance.now();
    const accounts = await source.transaction((manager) => createDemonstrationAccounts(manager, district, 'hash'));
    const created = performance.now();
    expect([counts.departments.created, counts.units.created, counts.projects.created]).toEqual([81, 304, 2_461]);
    expect(created - imported).toBeLessThan(1_000);
    expect(imported - start).toBeLessThan(3_000);
    expect(accounts.filter(({ role }) => role === 'unit')).toHaveLength(385);
    expect(accounts.filter(({ role }) => role === 'bureau').map(({ email }) => email)).toEqual([
      'bureau.1@jiangbei-size.example',
      'bureau.2@jiangbei-size.example',
      'bureau@jiangbei-size.example',
    ]);
    const grants = await source.query(
      'select count(*)::int as n from role_grant g join person p on p.id = g.person_id where p.district_id = $1',
      [district],
    );
    expect(grants[0].n).toBe(accounts.length);
    expect(await source.transaction((manager) => createDemonstrationAccounts(manager, district, 'other'))).toEqual(accounts);
    expect(await count('person', district)).toBe(accounts.length);
  });
});
