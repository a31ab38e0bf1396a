import { wanToYuan } from '#domain/score/money.js';
import type { DistrictImport } from './district.schema.js';
import type { FixtureFiles, FixtureProject } from './fixture.schema.js';
import { findingsOf, publishedOf } from './mapping.js';
import { aliasesOf, numbered } from './names.js';

const [CITY, DISTRICT] = ['贵阳市', '花溪区'];

/**
 * The table of projects names no unit. So that a project has somebody to answer for it, the mapper takes the department whose field it is
 * (by word, first match) and marks the project `unitAssumed`. Nothing of this is published.
 */
const FIELD_OF: readonly (readonly [RegExp, string])[] = [
  [/人民代表大会/, '人民代表大会常务委员会办公室'],
  [/政法/, '区委政法委员会'],
  [/社区/, '民政局'],
  [/道路改造|公路/, '交通运输局'],
  [/幼儿园/, '教育局'],
  [/民居|物业|市政道路/, '住房和城乡建设局'],
  [/残疾/, '残疾人联合会'],
  [/卫生城市|妇幼/, '卫生健康局'],
  [/园区/, '产业园区管理委员会'],
  [/燕楼镇/, '燕楼镇人民政府'],
  [/行政中心/, '机关事务管理局'],
  [/融媒体/, '融媒体中心'],
  [/土地|森林/, '自然资源局'],
  [/营商环境|生鲜超市/, '商务和投资促进局'],
  [/储备粮|前期费/, '发展和改革局'],
  [/脱贫|农业|农村生活污水/, '农业农村局'],
  [/水库|管网/, '水务管理局'],
  [/消防/, '应急管理局'],
];

const fieldOf = (project: FixtureProject, departments: FixtureFiles['departments']): string => {
  const [, ending] = FIELD_OF.find(([words]) => words.test(project.name)) ?? [undefined, '财政局'];
  return (departments.find((it) => it.name.endsWith(ending)) ?? departments[0]!).id;
};

/**
 * 贵阳市花溪区 2021: 67 departments with agency, score and grade; 35 rows of 29 key projects with self-score and agency score
 * (fixtures/huaxi-2021). Departments carry no codes and no sector offices: codes are numbered, and one office is assumed.
 */
export const huaxiDistrict = ({ source, projects, departments, findings }: FixtureFiles): DistrictImport => {
  const agencies = numbered(
    'HX-A',
    departments.flatMap((it) => it.agency ?? []),
    1,
  );
  const codes = new Map(departments.map((it, i) => [it.id, `HX${String(i + 1).padStart(3, '0')}`]));
  const projectCode = (it: FixtureProject): string => it.id.replace(/^hx21-p/, 'HX-');
  const published = (it: FixtureFiles['departments'][number]): DistrictImport['departments'][number]['published'] => ({
    score: it.overall_score ?? null,
    selfScore: null,
    grade: it.grade ?? null,
    agency: it.agency ? agencies.get(it.agency)! : null,
    source: source.document_title,
  });
  return {
    format: 'jiheng-district@1',
    district: { code: 'huaxi', name: source.district, generated: false },
    fiscalYear: Number(source.fiscal_year),
    evaluationYear: Number(source.evaluation_year),
    source: source.document_title,
    sectorOffices: [{ code: 'HX-S01', name: '归口业务科室（报告未列）', aliases: [], assumed: true }],
    departments: departments.map((it) => ({
      code: codes.get(it.id)!,
      name: it.name,
      aliases: aliasesOf(it.name, CITY, DISTRICT),
      category: it.category ?? '部门',
      sectorOffice: 'HX-S01',
      published: published(it),
    })),
    units: departments.map((it) => ({
      code: `${codes.get(it.id)!}001`,
      name: it.name,
      aliases: aliasesOf(it.name, CITY, DISTRICT),
      department: codes.get(it.id)!,
      classified: false,
    })),
    agencies: [...agencies].map(([name, code]) => ({ code, name })),
    projects: projects.map((it) => ({
      code: projectCode(it),
      number: it.seq,
      name: it.name,
      unit: `${codes.get(fieldOf(it, departments))!}001`,
      unitAssumed: true,
      class: 'key',
      isNew: false,
      amounts: [{ kind: 'adjustedBudget', yuan: wanToYuan(it.funds_wan), label: it.funds_label, source: source.document_title }],
      published: publishedOf(it, source.document_title),
    })),
    findings: findingsOf(findings, projects, projectCode),
  };
};
