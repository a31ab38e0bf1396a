import { wanToYuan } from '#domain/score/money.js';
import type { DistrictImport } from './district.schema.js';
import type { FixtureFiles, FixtureProject } from './fixture.schema.js';
import { findingsOf, publishedOf } from './mapping.js';
import { aliasesOf, numbered } from './names.js';

const [CITY, DISTRICT] = ['重庆市', '江北区'];

type Unit = DistrictImport['units'][number];

/**
 * 重庆市江北区 2021: 11 key evaluations and one ex-ante evaluation (fixtures/jiangbei-2021). The first implementing unit of a row answers for
 * the project. No codes and no sector offices are published: codes are numbered, one office is assumed.
 */
export const jiangbeiDistrict = ({ source, projects, departments, findings }: FixtureFiles): DistrictImport => {
  const codes = numbered(
    'JB',
    projects.flatMap((it) => it.supervising_dept ?? []),
    3,
  );
  const aliasesPublished = new Map(departments.map((it) => [it.name, it.aliases_published ?? []]));
  const known = (name: string): string[] => aliasesOf(name, CITY, DISTRICT, aliasesPublished.get(name) ?? []);
  const units = new Map<string, Unit>();
  const unitOf = (it: FixtureProject): Unit => {
    const [department, name] = [codes.get(it.supervising_dept ?? '') ?? '', it.implementing_units?.[0] ?? it.supervising_dept ?? ''];
    const key = `${department} ${name}`;
    const count = [...units.values()].filter((unit) => unit.department === department).length;
    const code = `${department}${String(count + 1).padStart(3, '0')}`;
    const unit = units.get(key) ?? { code, name, aliases: known(name), department, classified: false };
    units.set(key, unit);
    return unit;
  };
  const amounts = (it: FixtureProject): DistrictImport['projects'][number]['amounts'] => [
    { kind: 'approvedBudget', yuan: wanToYuan(it.funds_wan), label: it.funds_label, source: source.document_title },
    ...(it.actual
      ? [{ kind: 'executed' as const, yuan: wanToYuan(it.actual.wan), label: '已执行资金', source: source.document_title }]
      : []),
  ];
  const rows = projects.map((it) => ({
    code: `JB-${it.seq.padStart(2, '0')}`,
    number: it.seq,
    name: it.name,
    unit: unitOf(it).code,
    unitAssumed: false,
    class: 'key' as const,
    isNew: it.eval_type === '事前评估',
    amounts: amounts(it),
    published: publishedOf(it, source.document_title),
  }));
  return {
    format: 'jiheng-district@1',
    district: { code: 'jiangbei', name: source.district, generated: false },
    fiscalYear: Number(source.fiscal_year),
    evaluationYear: Number(source.evaluation_year),
    source: source.document_title,
    sectorOffices: [{ code: 'JB-S01', name: '归口业务科室（报告未列）', aliases: [], assumed: true }],
    departments: [...codes].map(([name, code]) => ({
      code,
      name,
      aliases: known(name),
      category: '部门',
      sectorOffice: 'JB-S01',
      published: null,
    })),
    units: [...units.values()],
    agencies: [{ code: 'JB-A1', name: '第三方机构（报告未具名）' }],
    projects: rows,
    findings: findingsOf(findings, projects, (it) => `JB-${it.seq.padStart(2, '0')}`),
  };
};
