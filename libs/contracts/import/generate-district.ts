import { createHash } from 'node:crypto';
import { seededRandom } from '#domain/selection/seeded-random.js';
import type { SeededRandom } from '#domain/selection/seeded-random.js';
import { yuan } from '#domain/score/money.js';
import type { DistrictImport } from './district.schema.js';
import { BUREAUS, CLASSIFIED_BUREAUS, OFFICES, PLACES, PROJECT_KINDS, PROJECT_THINGS, SUBORDINATE } from './generated-names.js';

export interface DistrictSize {
  readonly departments: number;
  readonly units: number;
  readonly projects: number;
  /** Any text; the same one gives the same district on every machine. */
  readonly seed: string;
  readonly fiscalYear?: number;
  /** Yuan, all projects together, to the fen. Default 6,130,000,000: 2,461 projects at the start of Jiangbei's year 2022. */
  readonly total?: string;
}

/** Jiangbei's size, by its report on 2022: 81 departments, 304 units, 2,461 projects. */
export const JIANGBEI_SIZE: DistrictSize = { departments: 81, units: 304, projects: 2_461, seed: 'jiangbei-size' };

const KEY_PROJECTS = 29;
const NEW_ONE_IN = 12;
const SOURCE = '生成数据，非真实单位和项目 (generated)';

type Department = DistrictImport['departments'][number];
type Unit = DistrictImport['units'][number];
type Project = DistrictImport['projects'][number];

const padded = (n: number, digits: number): string => String(n).padStart(digits, '0');

const departmentName = (i: number): string => {
  if (i < BUREAUS.length) return BUREAUS[i]!;
  const rest = i - BUREAUS.length;
  const round = Math.floor(rest / PLACES.length);
  return `${PLACES[rest % PLACES.length]!}街道办事处${round > 0 ? `（${String(round + 1)}）` : ''}`;
};

const departmentsOf = (count: number): Department[] =>
  Array.from({ length: count }, (_, i) => ({
    code: padded(101 + i, 3),
    name: departmentName(i),
    aliases: [],
    category: i < BUREAUS.length ? '部门' : '街道办',
    sectorOffice: `G-S${padded((i % OFFICES.length) + 1, 2)}`,
    published: null,
  }));

/** Every department is a unit of its own (本级, 001); the others are spread over the departments. */
const unitsOf = (departments: readonly Department[], count: number, random: SeededRandom): Unit[] => {
  const sizes = departments.map(() => 1);
  for (let left = count - departments.length; left > 0; left -= 1) sizes[random.below(sizes.length)]! += 1;
  return departments.flatMap((department, d) =>
    Array.from({ length: sizes[d]! }, (_, i): Unit => {
      const kind = `${i > SUBORDINATE.length ? PLACES[(i - 1) % PLACES.length]! : ''}${SUBORDINATE[(i - 1 + d) % SUBORDINATE.length] ?? ''}`;
      const name = i === 0 ? `${department.name}（本级）` : `${department.name}${kind}`;
      return {
        code: `${department.code}${padded(i + 1, 3)}`,
        name,
        aliases: [],
        department: department.code,
        classified: CLASSIFIED_BUREAUS.includes(department.name),
      };
    }),
  );
};

/** Shares out `total` fen: a few projects are large, most small, each in whole hundreds of yuan and the rest on the largest. */
const amountsOf = (count: number, total: bigint, random: SeededRandom): bigint[] => {
  const weights = Array.from({ length: count }, () => BigInt(1 + random.below(40)) ** 3n + 20n);
  const whole = weights.reduce((a, b) => a + b, 0n);
  const step = 10_000n;
  const shares = weights.map((it) => ((total * it) / whole / step) * step);
  const largest = weights.reduce((best, it, i) => (it > weights[best]! ? i : best), 0);
  shares[largest]! += total - shares.reduce((a, b) => a + b, 0n);
  return shares;
};

const projectName = (unit: Unit, i: number, random: SeededRandom): string => {
  const owner = unit.name.replace('（本级）', '').replace(/^区/, '');
  return `${owner}${random.pick(PROJECT_THINGS)}${random.pick(PROJECT_KINDS)}（${padded(i + 1, 4)}）`;
};

const projectsOf = (units: readonly Unit[], size: DistrictSize, random: SeededRandom): Project[] => {
  const fen = BigInt(yuan(size.total ?? '6130000000').replace('.', ''));
  const amounts = amountsOf(size.projects, fen, random);
  const key = new Set([...amounts.keys()].sort((a, b) => Number(amounts[b]! - amounts[a]!) || a - b).slice(0, KEY_PROJECTS));
  return amounts.map((amount, i): Project => {
    // The first round gives every unit one project, so that nobody's year is empty.
    const unit = i < units.length ? units[i]! : random.pick(units);
    const figure = `${String(amount / 100n)}.${padded(Number(amount % 100n), 2)}`;
    return {
      code: `G-${padded(i + 1, 5)}`,
      number: String(i + 1),
      name: projectName(unit, i, random),
      unit: unit.code,
      unitAssumed: false,
      class: key.has(i) ? 'key' : 'ordinary',
      isNew: random.below(NEW_ONE_IN) === 0,
      amounts: [{ kind: 'initialBudget', yuan: figure, label: '年初预算数', source: SOURCE }],
      published: null,
    };
  });
};

/**
 * A district of a given size, invented and labelled so, the same for the same seed. Names are plausible, the total is exact, two departments
 * are classified, the largest projects are key projects.
 * @throws RangeError when there are fewer units than departments or fewer projects than units.
 */
export const generateDistrict = (size: DistrictSize): DistrictImport => {
  if (size.departments < 1 || size.units < size.departments || size.projects < size.units || size.departments > 899) {
    throw new RangeError('A generated district needs 1 to 899 departments, at least as many units, and at least as many projects.');
  }
  const random = seededRandom(createHash('sha256').update(size.seed).digest('hex'));
  const departments = departmentsOf(size.departments);
  const units = unitsOf(departments, size.units, random);
  const fiscalYear = size.fiscalYear ?? 2023;
  return {
    format: 'jiheng-district@1',
    district: { code: 'jiangbei-size', name: '江北规模示范区（生成数据）', generated: true },
    fiscalYear,
    evaluationYear: fiscalYear,
    source: SOURCE,
    sectorOffices: OFFICES.map((name, i) => ({ code: `G-S${padded(i + 1, 2)}`, name, aliases: [], assumed: true })),
    departments,
    units,
    agencies: ['甲', '乙', '丙', '丁', '戊', '己'].map((it, i) => ({ code: `G-A${String(i + 1)}`, name: `${it}绩效评价机构（生成）` })),
    projects: projectsOf(units, size, random),
    findings: [],
  };
};
