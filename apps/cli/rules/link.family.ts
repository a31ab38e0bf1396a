import type { z } from 'zod';
import { linkSchema } from '#contracts/rules/link.schema.js';
import type { LinkedProject } from '#domain/budget-linkage/decide.js';
import { linkProjects, whatIf } from '#domain/budget-linkage/link.js';
import type { Linkage, Sum, Sums, WhatIf } from '#domain/budget-linkage/link.js';
import { TREATMENTS } from '#domain/budget-linkage/propose.js';
import type { LinkageProject } from '#domain/budget-linkage/table.js';
import type { Treatment } from '#domain/policy/policy.js';
import { exactText } from '#domain/score/exact.js';
import { executionRate } from '#domain/score/money.js';
import { family } from './family.js';

type LinkCase = z.output<typeof linkSchema>;

interface LinkResult extends Linkage {
  readonly name: string | null;
  readonly whatIf: readonly WhatIf[];
}

const text = (it: number | null): string | null => (it === null ? null : String(it));

const projectOf = ({
  id,
  name,
  department,
  base,
  rectification,
  filing,
  selfEvaluation,
  ...it
}: LinkCase['projects'][number]): LinkageProject => {
  const { rate } = executionRate(it.executed, it.budget);
  return {
    id,
    name: name ?? id,
    department,
    base,
    facts: {
      grade: it.grade,
      score: it.score,
      executionRate: it.executionRate ?? (rate && exactText(rate)),
      idleFunds: it.idleFunds,
      'rectification.overdue': rectification.overdue,
      'rectification.open': text(rectification.open),
      'rectification.rate': rectification.rate,
      'filing.returns': text(filing.returns),
      'filing.quality': filing.quality,
      selfScore: selfEvaluation.score,
      'selfEvaluation.untrue': selfEvaluation.untrue,
    },
    origins: it.origins,
    override: it.override,
  };
};

const run = ({ name, version, source, rules, bounds, projects, whatIf: others }: LinkCase): LinkResult => {
  const facts = projects.map(projectOf);
  const linkage = linkProjects(facts, { version, source, rules, bounds });
  const compared = others.map((it) => whatIf(it.name, facts, linkage, { version, source: it.name, rules: it.rules, bounds: it.bounds }));
  return { name: name ?? null, ...linkage, whatIf: compared };
};

const called = (treatment: Treatment | null): string => (treatment ? TREATMENTS[treatment].zh : '未定');

const overrideLines = ({ override }: LinkedProject): string[] => {
  if (!override) return [];
  const { from, to, by, at, reason, contradictory } = override;
  const before = from ? `${called(from.treatment)} ${from.amount}` : '未定';
  return [
    `    调整：${before} → ${called(to.treatment)} ${to.amount}，${by}${at === null ? '' : ` ${at}`}：${reason}`,
    ...(contradictory ? ['    注意：金额与处理方式不符'] : []),
  ];
};

const projectLines = (it: LinkedProject): string[] => [
  `  ${it.name}：${called(it.treatment)} ${it.before} → ${it.after}`,
  ...(it.proposal.explained.value ? [] : [`    ${it.proposal.explained.sentence.zh}`]),
  ...it.proposal.rules.filter(({ standing }) => standing !== 'not-met').map(({ id, step }) => `    ${id} ${step.zh}`),
  ...overrideLines(it),
];

const sumText = ({ projects, before, after, change }: Sum): string => `${String(projects)} 个，${before} → ${after}（${change}）`;

const sumsLines = (name: string, sums: Sums): string[] => {
  const parts = (Object.keys(TREATMENTS) as Treatment[]).map((it) => [called(it), sums.byTreatment[it]] as const);
  const shown = [...parts, ['未定', sums.undecided] as const].filter(([, sum]) => sum.projects > 0);
  return [`${name}：${sumText(sums)}`, ...shown.map(([label, sum]) => `    ${label} ${sumText(sum)}`)];
};

const whatIfLines = ({ name, district, difference, changed }: WhatIf): string[] => [
  `假设“${name}”：${sumText(district)}，与现行相差 ${difference}`,
  ...changed.map((it) => `    ${it.name}：${called(it.from.treatment)} ${it.from.after} → ${called(it.to.treatment)} ${it.to.after}`),
];

const print = ({ name, projects, departments, district, bound, whatIf: compared }: LinkResult): string =>
  [
    `${name ?? '预算挂钩'}（budget linkage，元）`,
    ...projects.flatMap(projectLines),
    '',
    ...departments.flatMap((it) => sumsLines(it.department, it)),
    ...sumsLines('全区合计', district),
    ...(bound && bound.exceededBy !== '0.00' ? [`  超出总额上限 ${bound.exceededBy}`] : []),
    ...(compared.length > 0 ? ['', ...compared.flatMap(whatIfLines)] : []),
  ].join('\n');

/** `jiheng link`: what has no decision, or goes beyond the bound, is to be corrected. */
export const link = family({
  schema: linkSchema,
  run,
  print,
  objects: ({ district, bound }) => district.undecided.projects > 0 || (bound !== null && bound.exceededBy !== '0.00'),
});
