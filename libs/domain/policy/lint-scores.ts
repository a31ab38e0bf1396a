import { compare, show, sum } from '#domain/score/exact.js';
import type { Policy } from './policy.js';
import type { PolicyProblem } from './problem.js';

/** 财预〔2020〕10号 prints 80–89 and 90–100, which leaves 89.5 in no band: bands are half-open and must cover 0 to 100 without gap. */
export const lintBands = ({ grades }: Policy): PolicyProblem[] => {
  const problems: PolicyProblem[] = [];
  const wrong = (path: string, zh: string, en: string): unknown => problems.push({ code: 'GRADE_BANDS', path, zh, en });
  const bands = grades.map((band, i) => ({ ...band, path: `grades.${String(i)}` })).sort((a, b) => compare(a.from, b.from));
  bands.forEach((band, i) => {
    if (compare(band.from, band.to) >= 0) wrong(band.path, `等级“${band.grade}”的起点不小于终点`, `the band of ${band.grade} is empty`);
    const next = bands[i + 1];
    if (!next) return;
    const order = compare(band.to, next.from);
    const [a, b] = [`${band.grade} [${band.from}, ${band.to})`, `${next.grade} [${next.from}, ${next.to})`];
    if (order > 0) wrong(next.path, `等级区间重叠：${a} 与 ${b}`, `grade bands overlap: ${a} and ${b}`);
    if (order < 0) wrong(next.path, `等级区间有空档：${band.to} 至 ${next.from}`, `no grade from ${band.to} to ${next.from}`);
  });
  if (new Set(grades.map((it) => it.grade)).size !== grades.length) wrong('grades', '同一等级出现多次', 'a grade has two bands');
  const [first, last] = [bands[0], bands.at(-1)];
  if (!first || !last || compare(first.from, '0') !== 0 || compare(last.to, '100') !== 0) {
    wrong('grades', '等级区间应覆盖 0 至 100', 'the grade bands must span 0 to 100');
  }
  return problems;
};

const sumsTo100 = (path: string, parts: Readonly<Record<string, string>>): PolicyProblem[] => {
  const total = sum(Object.values(parts));
  if (compare(total, '100') === 0) return [];
  const shown = show(total);
  return [{ code: 'WEIGHTS_SUM', path, zh: `各项合计为 ${shown}，应为 100`, en: `the parts sum to ${shown}, not to 100` }];
};

/** What is scored out of 100 must be able to reach 100 and not more. */
export const lintSums = (policy: Policy): PolicyProblem[] => {
  const { dimensions, conclusions } = policy.exAnteEvaluation;
  const problems = [
    ...sumsTo100('selfEvaluation.weights', policy.selfEvaluation.weights),
    ...sumsTo100('exAnteEvaluation.dimensions', dimensions),
  ];
  if (compare(conclusions.support, conclusions.adjust) < 0) {
    const [zh, en] = ['“支持”的分数线低于“调整后支持”', 'support starts below support after adjustment'];
    problems.push({ code: 'WEIGHTS_SUM', path: 'exAnteEvaluation.conclusions', zh, en });
  }
  return problems;
};
