import type { z } from 'zod';
import { compareSchema } from '#contracts/rules/compare.schema.js';
import { compareScores } from '#domain/comparison/compare.js';
import type { ComparedGroup, ComparedItem, Comparison, OutlierFlag } from '#domain/comparison/scores.js';
import type { Statistics } from '#domain/comparison/statistics.js';
import { show } from '#domain/score/exact.js';
import { family } from './family.js';

interface Compared extends Comparison {
  readonly name: string | null;
  /** The least sample about which anything is said. */
  readonly atLeast: number;
}

const run = ({ name, rule, scores }: z.output<typeof compareSchema>): Compared => ({
  name: name ?? null,
  atLeast: rule.atLeast,
  ...compareScores(scores, rule),
});

const FLAGS: Readonly<Record<OutlierFlag, string>> = { 'beyond-tolerance': '超出允许分差', 'outside-fences': '离群' };

const figures = (label: string, it: Statistics | null): string[] =>
  it ? [`  ${label} n=${String(it.n)}，平均 ${show(it.mean)}，中位 ${show(it.median)}，${show(it.least)} 至 ${show(it.most)}`] : [];

const groupLines = (title: string, { self, agency, gap, signs, grades, leniency }: ComparedGroup): string[] => [
  title,
  ...figures('自评    ', self),
  ...figures('第三方  ', agency),
  ...figures('分差    ', gap),
  ...(gap ? [`  自评高 ${String(signs.above)}，相同 ${String(signs.equal)}，低 ${String(signs.below)}；${leniency.sentence.zh}`] : []),
  ...(grades
    ? [
        `  ${Object.entries(grades)
          .map(([grade, n]) => `${grade} ${String(n)}`)
          .join('，')}`,
      ]
    : []),
];

const itemLine = ({ name, gap, flags }: ComparedItem): string =>
  `  ${name}：${gap.sentence.zh}（${flags.map((it) => FLAGS[it]).join('、')}）`;

const print = ({ name, atLeast, items, overall, units, agencies, categories, fences }: Compared): string => {
  const flagged = items.filter(({ flags }) => flags.length > 0);
  const missing = items.filter(({ gap }) => gap.value === null).length;
  const within = fences.value ? `离群界限 ${show(fences.value.low)} 至 ${show(fences.value.high)}` : fences.sentence.zh;
  return [
    `${name ?? '自评与第三方评分比较'}（样本少于 ${String(atLeast)} 个不作判断）`,
    ...groupLines('合计', overall),
    ...categories.flatMap((it) => groupLines(it.group, it)),
    ...agencies.flatMap((it) => [...groupLines(it.group, it), `  与其他机构相比：${it.againstOthers.sentence.zh}`]),
    ...units.flatMap((it) => groupLines(it.group, it)),
    `${within}；缺一方得分 ${String(missing)} 个`,
    ...(flagged.length > 0 ? ['须核实：', ...flagged.map(itemLine)] : []),
  ].join('\n');
};

/** 自评与第三方评分比较: gaps that must be looked into. */
export const compare = family({
  schema: compareSchema,
  run,
  print,
  objects: ({ items }) => items.some(({ flags }) => flags.length > 0),
});
