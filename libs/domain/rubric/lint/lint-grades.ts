import { compare } from '#domain/score/exact.js';
import { coverage, halfOpen, showInterval } from '#domain/score/interval.js';
import type { Interval } from '#domain/score/interval.js';
import type { GradeRange } from '../rubric.js';
import { finding } from './finding.js';
import type { Finding } from './finding.js';

const isPoint = (it: Interval): boolean => it.from !== undefined && it.from === it.upTo;

/**
 * Grade bands cover 0 to `full` without gap or overlap, each grade once. 财预〔2020〕10号 prints 80–89 and 90–100, which leaves 89.5 in no band;
 * fixtures/jiangbei-2022 jb22-x04 counts >90 and [80, 90), which leaves exactly 90.
 */
export const lintGrades = (grades: readonly GradeRange[], full: string): Finding[] => {
  const bands = halfOpen(grades);
  const { gaps, overlaps, empty } = coverage(bands, { from: '0', upTo: full });
  const at = (i: number): string => `grades.${String(i)}`;
  const show = (i: number): string => `${grades[i]!.grade} ${showInterval(bands[i]!)}`;
  const after = (gap: Interval): number => {
    const end = gap.below ?? gap.upTo;
    return compare(gap.from ?? gap.above ?? '0', '0') === 0
      ? -1
      : bands.findIndex((it) => end !== undefined && (it.from ?? it.above) === end);
  };
  const names = grades.map((it) => it.grade);
  const beyond = bands.some((it) => compare(it.from ?? it.above ?? '0', '0') < 0 || compare(it.upTo ?? it.below ?? full, full) > 0);
  return [
    ...empty.map((i) => finding('BAND_EMPTY', 'error', at(i), `等级“${names[i]!}”的区间为空`, `the band of ${names[i]!} is empty`)),
    ...gaps.map((gap) => {
      const [next, range] = [after(gap), isPoint(gap) ? gap.from! : showInterval(gap)];
      return finding('BAND_GAP', 'error', next < 0 ? 'grades' : at(next), `等级区间有空档：${range}`, `no grade for ${range}`);
    }),
    ...overlaps.map(([a, b]) =>
      finding('BAND_OVERLAP', 'error', at(b), `等级区间重叠：${show(a)} 与 ${show(b)}`, `grade bands overlap: ${show(a)} and ${show(b)}`),
    ),
    ...(new Set(names).size === names.length
      ? []
      : [finding('GRADE_TWICE', 'error', 'grades', '同一等级出现多次', 'a grade has two bands')]),
    ...(beyond
      ? [finding('GRADE_BEYOND', 'error', 'grades', `等级区间应覆盖 0 至 ${full}`, `the grade bands must span 0 to ${full}`)]
      : []),
  ];
};
