import { wanToYuan } from '#domain/score/money.js';
import type { DistrictImport } from './district.schema.js';
import type { FixtureFiles } from './fixture.schema.js';
import { findingsOf, publishedOf } from './mapping.js';
import { aliasesOf, numbered, officeName } from './names.js';

const [CITY, DISTRICT] = ['济南市', '钢城区'];

/** `保险事业处（钢城区人力资源和社会保障局）` is a unit and, in brackets, the department that it belongs to. */
const unitAndDepartment = (name: string): { unit: string; department: string } => {
  const parts = /^(.+)（(.+)）$/.exec(name);
  return parts ? { unit: parts[1]!, department: parts[2]! } : { unit: name, department: name };
};

/**
 * 济南市钢城区 2023: 11 projects of 10 units (fixtures/gangcheng-2023). The first three digits of a unit's code (213001) are taken as its
 * department's code (213), as budget unit codes are built; 503002 is so a subordinate unit of department 503. Published sections are the
 * sector offices (归口科室).
 */
export const gangchengDistrict = ({ source, projects, departments, findings }: FixtureFiles): DistrictImport => {
  const offices = numbered(
    'GC-S',
    departments.map((it) => officeName(it.section ?? '综合科')),
  );
  const codes = new Map(departments.map((it) => [it.id, it.code ?? '']));
  const unitCode = (id: string): string => codes.get(id) ?? '';
  const publishedAs = [...offices.keys()].map((name) =>
    projects.map((it) => it.section).find((it) => it && it !== name && officeName(it) === name),
  );
  return {
    format: 'jiheng-district@1',
    district: { code: 'gangcheng', name: source.district, generated: false },
    fiscalYear: Number(source.fiscal_year),
    evaluationYear: Number(source.evaluation_year),
    source: source.document_title,
    sectorOffices: [...offices].map(([name, code], i) => ({ code, name, aliases: publishedAs[i] ? [publishedAs[i]] : [], assumed: false })),
    departments: departments.map((it) => {
      const name = unitAndDepartment(it.name).department;
      const sectorOffice = offices.get(officeName(it.section ?? '综合科'))!;
      return {
        code: unitCode(it.id).slice(0, 3),
        name,
        aliases: aliasesOf(name, CITY, DISTRICT),
        category: '部门',
        sectorOffice,
        published: null,
      };
    }),
    units: departments.map((it) => {
      const { unit } = unitAndDepartment(it.name);
      const aliases = [...aliasesOf(unit, CITY, DISTRICT), ...(unit === it.name ? [] : [it.name])];
      return { code: unitCode(it.id), name: unit, aliases, department: unitCode(it.id).slice(0, 3), classified: false };
    }),
    agencies: [{ code: 'GC-A1', name: '第三方评价机构（报告未具名）' }],
    projects: projects.map((it) => ({
      code: it.seq,
      number: it.seq,
      name: it.name,
      unit: it.unit_code ?? '',
      unitAssumed: false,
      class: 'key',
      isNew: false,
      amounts: [{ kind: 'approvedBudget', yuan: wanToYuan(it.funds_wan), label: it.funds_label, source: source.document_title }],
      published: { ...publishedOf(it, source.document_title), agency: 'GC-A1' },
    })),
    findings: findingsOf(findings, projects, (it) => it.seq),
  };
};
