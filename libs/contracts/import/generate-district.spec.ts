import { sumYuan } from '#domain/score/money.js';
import { generateDistrict, JIANGBEI_SIZE } from './generate-district.js';
import { isImportRefused, parseDistrictImport } from './parse-district.js';

describe('a generated district', () => {
  const district = generateDistrict(JIANGBEI_SIZE);

  it('has the size that was asked for, and passes the import', () => {
    expect([district.departments.length, district.units.length, district.projects.length]).toEqual([81, 304, 2_461]);
    expect(isImportRefused(parseDistrictImport(district))).toBe(false);
    expect(district.district.generated).toBe(true);
    expect(new Set(district.departments.map((it) => it.name)).size).toBe(81);
    expect(new Set(district.units.map((it) => it.name)).size).toBe(304);
  });

  it('totals 6.13 billion yuan exactly, nothing for nobody', () => {
    expect(sumYuan(district.projects.map((it) => it.amounts[0]!.yuan))).toBe('6130000000.00');
    expect(district.projects.every((it) => Number(it.amounts[0]!.yuan) > 0)).toBe(true);
    expect(new Set(district.projects.map((it) => it.unit)).size).toBe(304);
    expect(district.projects.filter((it) => it.class === 'key')).toHaveLength(29);
    const classified = district.units.filter((it) => it.classified);
    expect([classified.length > 1, classified.length < 20]).toEqual([true, true]);
  });

  it('is the same for the same seed and another for another', () => {
    expect(generateDistrict(JIANGBEI_SIZE)).toEqual(district);
    expect(generateDistrict({ ...JIANGBEI_SIZE, seed: 'else' }).projects[300]).not.toEqual(district.projects[300]);
  });

  it('can have another size and another total', () => {
    const small = generateDistrict({ departments: 3, units: 7, projects: 20, seed: 's', total: '1000000.01' });
    expect([small.units.length, sumYuan(small.projects.map((it) => it.amounts[0]!.yuan))]).toEqual([7, '1000000.01']);
    expect(() => generateDistrict({ departments: 3, units: 2, projects: 20, seed: 's' })).toThrow(RangeError);
  });
});
