import { readFileSync } from 'node:fs';
import type { DistrictImport } from '#contracts/import/district.schema.js';
import { districtFromFixture, FIXTURE_FILES } from '#contracts/import/district-from-fixture.js';
import type { RawFixture } from '#contracts/import/district-from-fixture.js';
import { isImportRefused } from '#contracts/import/parse-district.js';
import { parsePolicy } from '#contracts/policy/parse-policy.js';
import type { ParsedPolicy } from '#contracts/policy/parse-policy.js';
import { gradeOf } from '#domain/score/grade.js';
import { sumYuan } from '#domain/score/money.js';

const ROOT = new URL('../../', import.meta.url);
const rawFixture = (folder: string): RawFixture =>
  Object.fromEntries(
    FIXTURE_FILES.map((it) => [it, JSON.parse(readFileSync(new URL(`fixtures/${folder}/${it}.json`, ROOT), 'utf8')) as unknown]),
  ) as unknown as RawFixture;
const districtOf = (folder: string): DistrictImport => {
  const result = districtFromFixture(rawFixture(folder));
  if (isImportRefused(result)) throw new Error(JSON.stringify(result.slice(0, 5)));
  return result;
};
const { policy } = parsePolicy(readFileSync(new URL('policies/gangcheng-2023.yaml', ROOT), 'utf8')) as ParsedPolicy;

const tally = (grades: readonly (string | null | undefined)[]): Record<string, number> =>
  grades.reduce<Record<string, number>>((count, it) => ({ ...count, [it ?? '-']: (count[it ?? '-'] ?? 0) + 1 }), {});
const computed = (rows: readonly { published: { score: string | null } | null }[]): string[] =>
  rows.map((it) => gradeOf(it.published!.score!, policy.grades));

describe('钢城区 2023', () => {
  const district = districtOf('gangcheng-2023');

  it('has 11 projects of 139,975,300 yuan in 10 units of 10 departments', () => {
    expect([district.projects.length, district.units.length, district.departments.length]).toEqual([11, 10, 10]);
    expect(sumYuan(district.projects.map((it) => it.amounts[0]!.yuan))).toBe('139975300.00');
  });

  it('grades to 9 优 and 2 良, each as published', () => {
    expect(computed(district.projects)).toEqual(district.projects.map((it) => it.published!.grade));
    expect(tally(computed(district.projects))).toEqual({ 优: 9, 良: 2 });
  });

  it('has its sections as sector offices, 行政政法 being 行政政法科', () => {
    expect(district.sectorOffices.map((it) => it.name)).toEqual(['经建科', '农业科', '行政政法科', '社保科', '教科文科', '综合科']);
    expect(district.sectorOffices.find((it) => it.name === '行政政法科')!.aliases).toEqual(['行政政法']);
  });

  it('puts 保险事业处 under 人力资源和社会保障局, which runs A-09', () => {
    const unit = district.units.find((it) => it.code === district.projects.find((project) => project.number === 'A-09')!.unit)!;
    expect([unit.code, unit.name, unit.department]).toEqual(['503002', '保险事业处', '503']);
    expect(district.departments.find((it) => it.code === '503')!.name).toBe('钢城区人力资源和社会保障局');
  });

  it('knows bodies by their other names', () => {
    expect(district.departments.find((it) => it.code === '504')!.aliases).toEqual(['钢城区民政局', '区民政局']);
    expect(district.departments.find((it) => it.code === '101')).toMatchObject({ name: '区文旅局', aliases: ['钢城区文旅局'] });
  });
});

describe('花溪区 2021', () => {
  const district = districtOf('huaxi-2021');

  it('has 67 departments with five agencies, each graded as published', () => {
    expect([district.departments.length, district.agencies.length]).toEqual([67, 5]);
    expect(computed(district.departments)).toEqual(district.departments.map((it) => it.published!.grade));
    expect(tally(district.departments.map((it) => it.category))).toEqual({ 部门: 54, 乡镇: 9, 街道办: 4 });
    expect(district.departments.every((it) => it.published!.agency !== null)).toBe(true);
  });

  it('has 29 projects on 35 rows, 优 21 and 良 8 by number', () => {
    expect(district.projects).toHaveLength(35);
    expect(computed(district.projects)).toEqual(district.projects.map((it) => it.published!.grade));
    const byNumber = new Map(district.projects.map((it) => [it.number, it.published!.grade]));
    expect([byNumber.size, tally([...byNumber.values()])]).toEqual([29, { 优: 21, 良: 8 }]);
    expect(tally(computed(district.projects))).toEqual({ 优: 27, 良: 8 });
  });

  it('keeps self-scores beside agency scores', () => {
    expect(district.projects.find((it) => it.number === '10')!.published).toMatchObject({ selfScore: '100', score: '80.31', grade: '良' });
  });
});

describe('江北区 2021', () => {
  it('has 12 projects of 107,010,000 yuan by its table, not the 10751 万元 of its prose', () => {
    const district = districtOf('jiangbei-2021');
    expect(sumYuan(district.projects.map((it) => it.amounts[0]!.yuan))).toBe('107010000.00');
    expect(tally(computed(district.projects))).toEqual({ 良: 6, 中: 6 });
    expect(computed(district.projects)).toEqual(district.projects.map((it) => it.published!.grade));
    expect(district.projects.filter((it) => it.isNew).map((it) => it.number)).toEqual(['12']);
  });
});

describe('a table that does not hold', () => {
  const raw = rawFixture('gangcheng-2023') as RawFixture & { projects: Record<string, unknown>[] };
  const spoilt = (at: number, change: Record<string, unknown>): unknown =>
    districtFromFixture({ ...raw, projects: raw.projects.map((it, i) => (i === at ? { ...it, ...change } : it)) });

  it('is refused with the place, as a whole', () => {
    expect(spoilt(3, { funds_wan: '1,125.4' })).toMatchObject([{ code: 'SHAPE', path: 'projects.json.3.funds_wan' }]);
    expect(spoilt(3, { unit_code: '999999' })).toMatchObject([{ code: 'UNKNOWN', path: 'projects.3.unit' }]);
    expect(spoilt(3, { seq: 'A-01' })).toMatchObject([{ code: 'TWICE', path: 'projects.3.code' }]);
    expect(districtFromFixture({ ...raw, source: null })).toMatchObject([{ code: 'SHAPE', path: 'source.json' }]);
    expect(districtFromFixture({ ...raw, source: { ...(raw.source as object), district: '别处' } })).toMatchObject([
      { code: 'UNKNOWN_SOURCE' },
    ]);
  });
});
