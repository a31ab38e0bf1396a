import type { Indicator } from '#domain/target-filing/content.js';
import type { PublicProject } from './duties.js';

/** What is published, as its content is kept: of a project what its duty names, and no more. */
export interface PublishedContent {
  readonly title: string;
  readonly fiscalYear: number;
  readonly place: string | null;
  readonly projects: readonly PublishedProject[];
}

export interface PublishedProject extends Pick<PublicProject, 'code' | 'name' | 'approvedBudget'> {
  /** Absent: the duty does not name targets. Null: none was approved. */
  readonly target?: { readonly annualGoal?: string; readonly indicators?: readonly Indicator[] } | null;
  readonly results?: PublicProject['results'];
}

/** A table as it is printed and downloaded; cells are text, amounts in yuan. */
export interface PublicTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const PROJECT = ['项目编码', '项目名称', '预算金额（元）'];
const TARGET = ['年度目标', '一级指标', '二级指标', '三级指标', '指标性质', '指标值', '计量单位', '权重'];
const RESULTS = ['自评得分', '自评等级', '评价得分', '评价等级'];

const indicatorCells = (it: Indicator): string[] => [
  it.level1,
  it.level2,
  it.level3,
  it.operator,
  it.targetValue,
  it.measureUnit,
  it.weight,
];

const targetLines = ({ target }: PublishedProject): string[][] => {
  const goal = target?.annualGoal ?? '';
  const lines = (target?.indicators ?? []).map((it) => [goal, ...indicatorCells(it)]);
  return lines.length > 0 ? lines : [[goal, '', '', '', '', '', '', '']];
};

const resultCells = ({ results = [] }: PublishedProject): string[] =>
  (['self-evaluation', 'evaluation'] as const).flatMap((kind) => {
    const result = results.find((it) => it.kind === kind);
    return [result?.score ?? '', result?.grade ?? ''];
  });

/** A line an indicator, or a line a project that has none; columns of what the duty does not name are left out. */
export const publicTable = ({ projects }: PublishedContent): PublicTable => {
  const targets = projects.some(({ target }) => target !== undefined);
  const results = projects.some((it) => it.results !== undefined);
  const columns = [...PROJECT, ...(targets ? TARGET : []), ...(results ? RESULTS : [])];
  const rows = projects.flatMap((project) => {
    const head = [project.code, project.name, project.approvedBudget ?? ''];
    const tail = results ? resultCells(project) : [];
    return targets ? targetLines(project).map((line) => [...head, ...line, ...tail]) : [[...head, ...tail]];
  });
  return { columns, rows };
};
